// Postal code and city as printed in each country's order: "10115 Berlin", "Austin, TX 78701", "London SW1A 1AA".

import { streetSigns } from './addresses-streets.ts';
import { regionByCode, regionByName } from './countries.ts';
import { rememberWithHint } from './remember.ts';

export interface PostalCity {
  start: number;
  end: number;
  postalCode: string;
  city?: string;
  region?: string;
  /** Alpha-2 stated by a prefix such as "D-". */
  country?: string;
  /** Alpha-2 that the form alone implies ("3012 CN" can only be Dutch). */
  impliedCountry?: string;
  /** 0–1: how surely this is postal code and city and not a number before a word. */
  score: number;
}

const SMALL =
  'am|an|auf|bei|der|dem|den|die|do|da|das|dos|de|del|della|di|du|des|en|et|la|las|le|les|lès|los|im|in|ob|op|aan|sur|sous|upon|on|by|und|v\\.|vor|zu|a\\.|i\\.|a|e';
const CITY_WORD = "\\p{Lu}[\\p{L}\\p{M}'’.]{0,30}(?:-[\\p{L}][\\p{L}\\p{M}'’.]{0,30}){0,5}";
const CITY = `${CITY_WORD}(?:[ /](?:(?:${SMALL}) ){0,2}${CITY_WORD}){0,4}`;
const LEFT = '(?<![\\p{L}\\p{N}]|[\\p{N}][.,/\\-])';
const RIGHT = '(?![\\p{N}\\p{L}])';

const PREFIXED = new RegExp(
  `(?<![\\p{L}\\p{N}])(D|DE|A|AT|CH|F|FR|I|IT|E|ES|L|LU|B|BE|NL|DK|S|SE|N|NO|FIN|FI|FL|LI|CZ|SK|H|HU|HR|SI|EE|LT|LV|GR|RO|BG) ?[-–] ?(\\d{4,6}|\\d{3} \\d{2}|\\d{4} ?[A-Z]{2}(?= ))${RIGHT},? {0,2}(${CITY})`,
  'u',
);
const DUTCH = new RegExp(`${LEFT}(?:NL-)?([1-9]\\d{3}) ?([A-Z]{2}(?<!SA|SD|SS))${RIGHT}[, ]{1,3}(${CITY})`, 'u');
const POLISH = new RegExp(`${LEFT}(?:PL-)?(\\d{2}-\\d{3})${RIGHT},? (${CITY})`, 'u');
const PORTUGUESE = new RegExp(`${LEFT}(?:PT?-)?(\\d{4}-\\d{3})${RIGHT},? (${CITY})`, 'u');
const BRAZILIAN = new RegExp(
  `${LEFT}(?:(${CITY}) ?[-/,] ?([A-Z]{2}),? ?[-–]? ?)?(?:CEP:? ?)?(\\d{2}\\.?\\d{3}-\\d{3})${RIGHT}`,
  'u',
);
const AMERICAN = new RegExp(
  `${LEFT}(${CITY}),? {1,2}(?:([A-Z]{2}|[A-Z][a-z]\\.|[A-Z]\\.[A-Z]\\.)|(\\p{Lu}[\\p{L}]+(?: \\p{Lu}[\\p{L}]+){0,2}))[,.]? {1,2}(\\d{5}(?:-\\d{4})?)(?![\\p{N}\\p{L}-])`,
  'u',
);
const CANADIAN = new RegExp(
  `(?:${LEFT}(${CITY})[, ]{1,3})?(?:\\(?([A-Z]{2}|\\p{Lu}[\\p{L}]+(?: \\p{Lu}[\\p{L}]+)?)\\)?[, ]{1,3})?(?<![\\p{L}\\p{N}])([ABCEGHJ-NPRSTVXY]\\d[A-Z] ?-?\\d[A-Z]\\d)${RIGHT}`,
  'u',
);
const BRITISH = new RegExp(
  `(?:${LEFT}(${CITY})[,. ]{1,3})?(?<![\\p{L}\\p{N}])((?:GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d|[A-HK-Y]\\d\\d|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRV-Y])) ?\\d[ABD-HJLNP-UW-Z]{2})${RIGHT}`,
  'u',
);
const IRISH = new RegExp(
  `(?:${LEFT}(${CITY}(?: \\d{1,2}W?)?)[, ]{1,3})?(?<![\\p{L}\\p{N}])((?:[AC-FHKNPRTV-Y]\\d{2}|D6W) [0-9AC-FHKNPRTV-Y]{4})${RIGHT}`,
  'u',
);
const AUSTRALIAN = new RegExp(
  `${LEFT}(${CITY})[, ]{1,3}(NSW|VIC|QLD|TAS|ACT|SA|WA|NT|Victoria|New South Wales|Queensland)[, ]{1,3}(\\d{4})${RIGHT}`,
  'u',
);
const INDIAN = new RegExp(
  `${LEFT}(${CITY})(?:[ ,]{0,3}\\(?(\\p{Lu}[\\p{L}]+(?: \\p{Lu}[\\p{L}]+)?)\\)?)?[ ,.]{0,3}(?:[-–:]|,|\\bP(?:IN|in)(?: ?[Cc]ode)?\\b)[ :.\\-–]{0,3}([1-8]\\d{2} ?\\d{3})${RIGHT}`,
  'u',
);
const SINGAPOREAN = new RegExp(`(?<![\\p{L}])(Singapore|SINGAPORE|S)[ ,(]{1,3}(\\d{6})${RIGHT}`, 'u');
const FIVE_PAIRS = new RegExp(`${LEFT}(\\d{3} \\d{2})${RIGHT},? (${CITY})`, 'u');
// After a comma too: "Jalan 2/1,47400 Petaling Jaya".
const CODE_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}]|[\\p{N}][./\\-])(\\d{4,5})${RIGHT}[,.]? {0,2}(${CITY})(?: ?\\(([A-Z]{2})\\)| ([A-Z]{2})(?=[ ,]|$))?`,
  'u',
);
const SIX_FIRST = new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{N}][./\\-])(\\d{6})${RIGHT},? (${CITY})`, 'u');
const CITY_FIRST = new RegExp(`${LEFT}(${CITY})[, ]{1,3}(\\d{4,6})${RIGHT}(?=[ ,.)]*(?:$|[,.]? ?\\p{Lu}))`, 'u');

/** Words that stand before or after numbers everywhere and are never cities. */
const NOT_CITY =
  /^(?:invoice|inv|total|sub|page|seite|order|no|nr|nos|num|number|date|datum|tel|fax|phone|mob|mobile|eur|usd|gbp|inr|amount|qty|item|items|rechnung|kunden\w*|customer|po|box|p\.?o\.?|suite|ste|unit|room|floor|level|lot|plot|door|block|blk|apt|street|st|road|rd|ave|avenue|drive|lane|jan\w*|feb\w*|mar|march|märz|apr\w*|may|mai|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|okt\w*|nov\w*|dec\w*|dez\w*|cash|change|gst|sst|vat|tax|ust|iban|bic|account|acct|konto|blz|ref|id|code|art|artikel|ean|pcs|stk|kg|net|gross|netto|brutto|due|hrb|hra|registered|company|reg|cedex|usb|iso|din|version|model|serial|table|receipt|bill|contract|section|exhibit|schedule|copyright|dear|years?|days?|units?|hours?|for|the|and|of|to|from|by|with|each|all|per)\.?$/iu;

const PREFIX_COUNTRY: Record<string, string> = {
  D: 'DE',
  A: 'AT',
  F: 'FR',
  I: 'IT',
  E: 'ES',
  L: 'LU',
  B: 'BE',
  S: 'SE',
  N: 'NO',
  FIN: 'FI',
  FL: 'LI',
  H: 'HU',
};

/** The postal code and city of one line, the surest reading when several fit. `hint` (alpha-2) breaks ties between countries. */
export const findPostalCity: (text: string, hint?: string) => PostalCity | undefined = rememberWithHint(readPostalCity);

/**
 * The codes alone, in the order in which the forms are tried. Most numbers fit few of them, and a form with its
 * city costs a hundred times as much to compile as its code.
 */
const CODES = {
  prefixed: /[A-Z] ?[-–] ?\d{3}/,
  dutch: /\d{4} ?[A-Z]{2}/,
  five: /\d{5}/,
  canadian: /[A-Z]\d[A-Z] ?-?\d[A-Z]\d/,
  british: /\d ?\d[A-Z]{2}|[A-Z] ?\d[A-Z]{2}/,
  irish: /(?:[A-Z]\d{2}|D6W) [0-9A-Z]{4}/,
  australian: /(?:NSW|VIC|QLD|TAS|ACT|SA|WA|NT|Victoria|New South Wales|Queensland)[, ]{1,3}\d{4}/,
  singaporean: /(?:S|Singapore|SINGAPORE)[ ,(]{1,3}\d{6}/,
  brazilian: /\d{3}-\d{3}/,
  polish: /\d{2}-\d{3}/,
  portuguese: /\d{4}-\d{3}/,
  pairs: /\d{3} \d{2}/,
  indian: /\d{3} ?\d{3}/,
  four: /\d{4}/,
  six: /\d{6}/,
} as const;

function readPostalCity(text: string, hint?: string): PostalCity | undefined {
  if (text.length < 5 || text.length > 400 || !/\d[\dA-Z -]/.test(text)) return undefined;
  const four = CODES.four.test(text);
  return (
    (CODES.prefixed.test(text) ? prefixed(text) : undefined) ??
    (four && CODES.dutch.test(text) ? dutch(text) : undefined) ??
    (four && CODES.five.test(text) ? american(text) : undefined) ??
    (CODES.canadian.test(text) ? canadian(text) : undefined) ??
    (CODES.british.test(text) ? british(text) : undefined) ??
    (CODES.irish.test(text) ? irish(text) : undefined) ??
    (four && CODES.australian.test(text) ? australian(text) : undefined) ??
    (four && CODES.singaporean.test(text) ? singaporean(text) : undefined) ??
    (CODES.brazilian.test(text) ? brazilian(text) : undefined) ??
    (CODES.polish.test(text) ? codeFirstPlain(text, POLISH, 'PL', 0.85) : undefined) ??
    (CODES.portuguese.test(text) ? codeFirstPlain(text, PORTUGUESE, 'PT', 0.85) : undefined) ??
    (CODES.pairs.test(text) ? pairs(text, hint) : undefined) ??
    (CODES.indian.test(text) ? indian(text) : undefined) ??
    (four ? codeFirst(text, hint) : undefined) ??
    (four && CODES.six.test(text) ? codeFirstPlain(text, SIX_FIRST, hint, 0.45) : undefined) ??
    (four ? cityFirst(text, hint) : undefined)
  );
}

function result(
  match: RegExpExecArray,
  score: number,
  parts: Partial<PostalCity> & { postalCode: string },
): PostalCity | undefined {
  if (parts.city && NOT_CITY.test(parts.city.split(' ')[0]!)) return undefined;
  const found: PostalCity = {
    start: match.index,
    end: match.index + match[0].length,
    score,
    postalCode: parts.postalCode,
  };
  if (parts.city) found.city = parts.city.replace(/[.-]$/, '');
  if (parts.region) found.region = parts.region;
  if (parts.country) found.country = parts.country;
  if (parts.impliedCountry) found.impliedCountry = parts.impliedCountry;
  return found;
}

function prefixed(text: string): PostalCity | undefined {
  const match = PREFIXED.exec(text);
  if (!match) return undefined;
  const country = PREFIX_COUNTRY[match[1]!] ?? match[1]!;
  return result(match, 0.95, { postalCode: match[2]!, city: match[3]!, country });
}

function dutch(text: string): PostalCity | undefined {
  const match = DUTCH.exec(text);
  if (!match) return undefined;
  // "2024 AG Acme", "1200 EUR Total": two capitals that are words.
  if (
    /^(?:AG|KG|AM|PM|SE|BV|NV|CO|EU|US|UK|VS|NO|OF|TO|IN|AT|BY|ON|KM|KW|MM|CM|PC|ST|OY|AB|AS)$/.test(match[2]!) &&
    /^(?:19|20)\d\d$/.test(match[1]!)
  )
    return undefined;
  return result(match, 0.92, { postalCode: `${match[1]} ${match[2]}`, city: match[3]!, impliedCountry: 'NL' });
}

function american(text: string): PostalCity | undefined {
  const match = AMERICAN.exec(text);
  if (!match) return undefined;
  const printed = match[2] ?? match[3]!;
  const region = match[2] ? regionByCode(printed.replaceAll('.', ''), 'US') : regionByName(printed, 'US');
  if (!region) return undefined;
  return result(match, 0.93, {
    postalCode: match[4]!,
    city: match[1]!,
    region: match[2] ? region.code : printed,
    impliedCountry: 'US',
  });
}

function canadian(text: string): PostalCity | undefined {
  const match = CANADIAN.exec(text);
  if (!match) return undefined;
  const region = match[2] ? (regionByCode(match[2], 'CA') ?? regionByName(match[2], 'CA')) : undefined;
  const city = region || !match[2] ? match[1] : [match[1], match[2]].filter(Boolean).join(' ');
  return result(match, region ? 0.95 : 0.8, {
    postalCode: match[3]!,
    city,
    region: region && match[2],
    impliedCountry: 'CA',
  });
}

function british(text: string): PostalCity | undefined {
  const match = BRITISH.exec(text);
  if (!match) return undefined;
  return result(match, /\d \d/.test(match[2]!) || / /.test(match[2]!) ? 0.9 : match[1] ? 0.7 : 0.5, {
    postalCode: match[2]!,
    city: match[1],
    impliedCountry: 'GB',
  });
}

function irish(text: string): PostalCity | undefined {
  const match = IRISH.exec(text);
  return match
    ? result(match, match[1] ? 0.75 : 0.5, { postalCode: match[2]!, city: match[1], impliedCountry: 'IE' })
    : undefined;
}

function australian(text: string): PostalCity | undefined {
  const match = AUSTRALIAN.exec(text);
  return match
    ? result(match, 0.93, { postalCode: match[3]!, city: match[1]!, region: match[2]!, impliedCountry: 'AU' })
    : undefined;
}

function singaporean(text: string): PostalCity | undefined {
  const match = SINGAPOREAN.exec(text);
  if (!match) return undefined;
  return result(match, match[1] === 'S' ? 0.6 : 0.92, {
    postalCode: match[2]!,
    city: 'Singapore',
    impliedCountry: 'SG',
  });
}

function brazilian(text: string): PostalCity | undefined {
  const match = BRAZILIAN.exec(text);
  if (!match || (!match[1] && !/CEP/.test(match[0]))) return undefined;
  return result(match, 0.85, { postalCode: match[3]!, city: match[1], region: match[2], impliedCountry: 'BR' });
}

function codeFirstPlain(
  text: string,
  form: RegExp,
  implied: string | undefined,
  score: number,
): PostalCity | undefined {
  const match = form.exec(text);
  return match ? result(match, score, { postalCode: match[1]!, city: match[2]!, impliedCountry: implied }) : undefined;
}

/** Sweden, Czechia, Slovakia and Greece print "123 45". */
function pairs(text: string, hint: string | undefined): PostalCity | undefined {
  const match = FIVE_PAIRS.exec(text);
  if (!match) return undefined;
  const known = hint && ['SE', 'CZ', 'SK', 'GR'].includes(hint) ? hint : undefined;
  return result(match, known ? 0.8 : 0.6, { postalCode: match[1]!, city: match[2]!, impliedCountry: known });
}

function indian(text: string): PostalCity | undefined {
  const match = INDIAN.exec(text);
  if (!match) return undefined;
  const region = match[2] && regionByName(match[2], 'IN') ? match[2] : undefined;
  const city = match[2] && !region ? `${match[1]} ${match[2]}` : match[1]!;
  const named = /P(?:IN|in)/.test(match[0]) || region !== undefined || / /.test(match[3]!);
  return result(match, named ? 0.85 : 0.6, {
    postalCode: match[3]!,
    city,
    region,
    impliedCountry: named ? 'IN' : undefined,
  });
}

function codeFirst(text: string, hint: string | undefined): PostalCity | undefined {
  const match = CODE_FIRST.exec(text);
  if (!match) return undefined;
  // "1600 Amphitheatre Parkway" is a house number and its street.
  if (streetSigns(match[0]).street >= 0.8) return undefined;
  const code = match[1]!;
  const suffix = match[3] ?? match[4];
  // "MI" behind an Italian city is its province; behind any other it belongs to what follows.
  const italian = suffix !== undefined && code.length === 5 && (match[3] !== undefined || hint === 'IT');
  const state = text.slice(match.index + match[0].length).replace(/^[,. ]+/, '');
  const malaysian =
    code.length === 5 &&
    (regionByName(state.split(/[,.]/, 1)[0]!, 'MY') ?? regionByName(match[2]!, 'MY')) !== undefined;
  const year = code.length === 4 && /^(?:19|20)\d\d$/.test(code);
  const atStart = match.index === 0 || /[,;·•|–-] *$/.test(text.slice(0, match.index));
  const atEnd = /^[ ,.)]*(?:$|[,·•|–(-])/.test(text.slice(match.index + match[0].length));
  let score = code.length === 5 ? 0.55 : 0.4;
  if (atStart) score += 0.15;
  if (atEnd) score += 0.1;
  if (year) score -= plausible(hint, 4) ? 0.2 : 0.4;
  // "10115 Widget large": a city is not followed by a small word.
  if (/^ \p{Ll}{3}/u.test(text.slice(match.index + match[0].length))) score -= 0.3;
  if (italian || malaysian) score += 0.15;
  if (/cedex/i.test(match[2]!)) score += 0.2;
  const implied = italian ? 'IT' : malaysian ? 'MY' : /cedex/i.test(match[2]!) ? 'FR' : plausible(hint, code.length);
  return result(match, Math.min(0.95, score), {
    postalCode: code,
    city: match[2]!,
    region: italian ? suffix : undefined,
    impliedCountry: implied,
  });
}

function plausible(hint: string | undefined, digits: number): string | undefined {
  const four = ['AT', 'CH', 'BE', 'DK', 'NO', 'LU', 'HU', 'SI', 'BG', 'LI', 'CY', 'NL'];
  const five = ['DE', 'FR', 'ES', 'IT', 'FI', 'MY', 'MX', 'EE', 'HR', 'TR'];
  return hint && (digits === 4 ? four : five).includes(hint) ? hint : undefined;
}

function cityFirst(text: string, hint: string | undefined): PostalCity | undefined {
  const match = CITY_FIRST.exec(text);
  if (!match || /^(?:19|20)\d\d$/.test(match[2]!)) return undefined;
  const region = regionByName(match[1]!);
  return result(match, region || hint === 'NZ' ? 0.5 : 0.35, { postalCode: match[2]!, city: match[1]! });
}
