// Numbers with check digits as the authorities of each country define them; drawn at random, always valid.
import type { Random } from './random.ts';

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

/** Remainder of a long decimal number. */
function modulo(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/** Luhn check digit for the digits before it (ISO/IEC 7812). */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Repeats a draw until it has a check digit at all (some remainders have none). */
function drawUntil(draw: () => string | undefined): string {
  for (;;) {
    const value = draw();
    if (value !== undefined) return value;
  }
}

const leading = (random: Random, count: number): string => String(random.int(1, 9)) + random.digits(count - 1);

/** ISO 7064 mod 11,10 over eight digits. */
function germanVat(random: Random): string {
  const body = leading(random, 8);
  let product = 10;
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return `DE${body}${(11 - product) % 10}`;
}

function austrianVat(random: Random): string {
  const body = random.digits(7);
  let sum = 4;
  for (let i = 0; i < 7; i++) {
    const value = Number(body[i]) * (i % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return `ATU${body}${(10 - (sum % 10)) % 10}`;
}

/** Swiss UID, nine digits without punctuation. */
function swissUid(random: Random): string {
  return drawUntil(() => {
    const body = leading(random, 8);
    const check = 11 - (weighted(body, [5, 4, 3, 2, 7, 6, 5, 4]) % 11);
    return check === 10 ? undefined : `CHE${body}${check % 11}`;
  });
}

export function drawSiren(random: Random): string {
  const body = leading(random, 8);
  return body + luhnDigit(body);
}

export const frenchVatOf = (siren: string): string =>
  `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;

/** SIRET: the SIREN, an office number and a Luhn digit over all. */
export function siretOf(siren: string, random: Random): string {
  const body = `${siren}000${random.int(1, 4)}`;
  return body + luhnDigit(body);
}

function belgianVat(random: Random): string {
  const body = `0${leading(random, 7)}`;
  return `BE${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
}

function spanishCif(random: Random): string {
  const body = random.pick(['08', '28', '41', '46', '48', '50']) + random.digits(5);
  let sum = 0;
  for (let i = 0; i < 7; i++) {
    const value = Number(body[i]) * (i % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return `${random.pick(['A', 'B'])}${body}${(10 - (sum % 10)) % 10}`;
}

function italianVat(random: Random): string {
  const body = `0${leading(random, 6)}${random.pick(['015', '001', '058', '063', '037', '027'])}`;
  return `IT${body}${luhnDigit(body)}`;
}

function portugueseNif(random: Random): string {
  const body = `5${random.digits(7)}`;
  const check = 11 - (weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return `PT${body}${check >= 10 ? 0 : check}`;
}

function dutchVat(random: Random): string {
  return drawUntil(() => {
    const body = `8${random.digits(7)}`;
    const check = weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    return check === 10 ? undefined : `NL${body}${check}B0${random.int(1, 3)}`;
  });
}

function britishVat(random: Random): string {
  const body = leading(random, 7);
  const check = 97 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 97);
  return `GB${body}${String(check).padStart(2, '0')}`;
}

function irishVat(random: Random): string {
  const body = leading(random, 7);
  return `IE${body}${'WABCDEFGHIJKLMNOPQRSTUV'[weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 23]}`;
}

function mexicanRfc(random: Random): string {
  const date = `${random.int(10, 22)}${String(random.int(1, 12)).padStart(2, '0')}${String(random.int(1, 28)).padStart(2, '0')}`;
  const body = ` ${random.letters(3)}${date}${random.pick([...'ABCDEFGHJKLMNPQRSTUV'])}${random.int(1, 9)}`;
  const alphabet = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += alphabet.indexOf(body[i]!) * (13 - i);
  const check = 11 - (sum % 11);
  return body.trim() + (check === 11 ? '0' : check === 10 ? 'A' : String(check));
}

function brazilianCnpj(random: Random): string {
  let body = `${leading(random, 8)}0001`;
  for (const weights of [
    [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
    [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
  ]) {
    const rest = weighted(body, weights) % 11;
    body += String(rest < 2 ? 0 : 11 - rest);
  }
  return body;
}

const americanEin = (random: Random): string =>
  `${random.pick(['20', '26', '27', '45', '46', '47', '81', '82', '83', '84'])}-${random.digits(7)}`;

const TAX_NUMBERS: Record<string, (random: Random) => string> = {
  DE: germanVat,
  AT: austrianVat,
  CH: swissUid,
  FR: (random) => frenchVatOf(drawSiren(random)),
  BE: belgianVat,
  ES: spanishCif,
  IT: italianVat,
  PT: portugueseNif,
  NL: dutchVat,
  GB: britishVat,
  IE: irishVat,
  MX: mexicanRfc,
  BR: brazilianCnpj,
  US: americanEin,
};

/** The number a company of this country prints for tax, without spaces; throws for a country we have no rule for. */
export function drawTaxNumber(country: string, random: Random): string {
  const draw = TAX_NUMBERS[country];
  if (!draw) throw new RangeError(`no tax number rule for ${country}`);
  return draw(random);
}

/** GTIN-13 with its check digit (GS1 General Specifications 7.9). */
export function drawGtin(random: Random): string {
  const body = random.pick(['400', '500', '302', '843', '800', '560', '871']) + random.digits(9);
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return body + String((10 - (sum % 10)) % 10);
}

function ibanOf(country: string, bban: string): string {
  const numeric = [...`${bban}${country}00`].map((char) => parseInt(char, 36).toString()).join('');
  return `${country}${String(98 - modulo(numeric, 97)).padStart(2, '0')}${bban}`;
}

function spanishBban(random: Random): string {
  const bank = `${random.pick(['2', '3', '0'])}${random.digits(7)}`;
  const account = random.digits(10);
  const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
  const control = (digits: string) => {
    const check = 11 - (weighted(digits, weights) % 11);
    return check === 11 ? '0' : check === 10 ? '1' : String(check);
  };
  return `${bank}${control(`00${bank}`)}${control(account)}${account}`;
}

/** Italian CIN: a letter over bank, branch and account with different values at odd and even places. */
function italianBban(random: Random): string {
  const body = `0${random.digits(4)}0${random.digits(4)}000${random.digits(9)}`;
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += i % 2 === 0 ? odd[Number(body[i])]! : Number(body[i]);
  return `${String.fromCharCode(65 + (sum % 26))}${body}`;
}

function frenchBban(random: Random): string {
  const bank = `1${random.digits(4)}`;
  const branch = random.digits(5);
  const account = random.digits(11);
  const key = 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * modulo(account, 97)) % 97);
  return `${bank}${branch}${account}${String(key).padStart(2, '0')}`;
}

function dutchAccount(random: Random): string {
  return drawUntil(() => {
    const body = `0${random.digits(8)}`;
    const check = (11 - (weighted(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return check === 10 ? undefined : `${body}${check}`;
  });
}

const BBANS: Record<string, (random: Random, bic: string) => string> = {
  DE: (random) => leading(random, 8) + random.digits(10),
  AT: (random) => leading(random, 5) + random.digits(11),
  CH: (random) => `0${random.digits(4)}${random.digits(12)}`,
  FR: frenchBban,
  BE: (random) => {
    const body = leading(random, 10);
    return body + String(Number(body) % 97 || 97).padStart(2, '0');
  },
  ES: spanishBban,
  IT: italianBban,
  PT: (random) => {
    const body = `00${random.digits(17)}`;
    return body + String(98 - modulo(`${body}00`, 97)).padStart(2, '0');
  },
  NL: (random, bic) => bic.slice(0, 4) + dutchAccount(random),
  GB: (random, bic) => bic.slice(0, 4) + leading(random, 6) + random.digits(8),
  IE: (random, bic) => bic.slice(0, 4) + leading(random, 6) + random.digits(8),
};

/** IBAN without spaces, or undefined where the country has none. */
export function drawIban(country: string, bic: string, random: Random): string | undefined {
  const draw = BBANS[country];
  return draw ? ibanOf(country, draw(random, bic)) : undefined;
}

export const drawBic = (country: string, random: Random): string =>
  `${random.letters(4)}${country}${random.pick(['2A', '22', 'MM', 'PP', '33', '2X'])}${random.chance(0.4) ? 'XXX' : ''}`;
