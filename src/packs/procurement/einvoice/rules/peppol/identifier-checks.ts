// Check digits and forms of the identifiers that Peppol looks into.

/** GS1 check digit of a GLN (or of any number of theirs): weights 3 and 1 from the right. */
export function isGln(id: string): boolean {
  if (!/^\d{2,30}$/.test(id)) return false;
  let sum = 0;
  for (let i = id.length - 2, weight = 3; i >= 0; i--, weight = 4 - weight) sum += Number(id[i]) * weight;
  return (10 - (sum % 10)) % 10 === Number(id.at(-1));
}

/** Norway: nine digits, modulo 11 with weights 2 to 7 from the right. */
export function isNorwegianOrganisation(id: string): boolean {
  if (!/^\d{9}$/.test(id) || Number(id) === 0) return false;
  let sum = 0;
  for (let i = 7, weight = 2; i >= 0; i--, weight = weight === 7 ? 2 : weight + 1) sum += Number(id[i]) * weight;
  return (11 - (sum % 11)) % 11 === Number(id[8]);
}

/** Denmark: CVR number, with the country before it or without. */
export function isDanishCvr(id: string): boolean {
  return /^(?:DK)?\d{8}$/.test(id);
}

/** Belgium: ten digits, the last two are 97 less the rest modulo 97. */
export function isBelgianEnterprise(id: string): boolean {
  return /^\d{10}$/.test(id) && 97 - (Number(id.slice(0, 8)) % 97) === Number(id.slice(8));
}

/** Italy: code of an office of the public administration. */
export function isItalianOffice(id: string): boolean {
  return /^[A-Za-z0-9]{6}$/.test(id);
}

/** Italy: codice fiscale of a person (16 characters) or an organisation (11 digits). */
export function isItalianFiscalCode(id: string): boolean {
  return /^[A-Za-z]{6}\d{2}[A-Za-z]\d{2}.{3}\d[A-Za-z]$/.test(id) || /^\d{11}$/.test(id);
}

/** Italy: partita IVA with its country and check digit; of other countries nothing is asked. */
export function isItalianVat(id: string): boolean {
  if (!/^it/i.test(id)) return true;
  const digits = id.slice(2);
  if (!/^\d{11}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 11; i++) {
    const digit = Number(digits[i]);
    sum += i % 2 === 0 ? digit : ((2 * digit) % 10) + Math.floor((2 * digit) / 10);
  }
  return sum % 10 === 0;
}

/** Sweden: ten digits, the last by Luhn. */
export function isSwedishOrganisation(id: string): boolean {
  if (!/^\d{10}$/.test(id)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const doubled = Number(id[i]) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10 === Number(id[9]);
}

const abnWeights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

/** Australia: eleven digits, the first less one, modulo 89. */
export function isAustralianBusiness(id: string): boolean {
  if (!/^\d{11}$/.test(id)) return false;
  const sum = abnWeights.reduce((total, weight, i) => total + (Number(id[i]) - (i === 0 ? 1 : 0)) * weight, 0);
  return sum % 89 === 0;
}

/** Greece: nine digits, powers of two from the right, modulo 11. */
export function isGreekTin(id: string): boolean {
  if (!/^\d{9}/.test(id)) return false;
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += Number(id[i]) * 2 ** (8 - i);
  return (sum % 11) % 10 === Number(id[8]);
}
