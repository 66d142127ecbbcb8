// Comparing company names: the same firm written twice, or a firm and its web domain.

import { legalFormAt, tokenize, tokenKey } from './legal-forms.ts';
import { remember } from './remember.ts';

const FILLERS = new Set([
  'the',
  'and',
  'und',
  'et',
  'y',
  'e',
  'en',
  'of',
  'de',
  'der',
  'die',
  'das',
  'la',
  'le',
  'co',
  'company',
  'corp',
  'inc',
  'ltd',
  'limited',
]);
const GENERIC = new Set(
  `international group gruppe groupe grupo gruppo holding holdings global services service solutions systems technologies technology trading enterprise enterprises industries
   deutschland germany france italia espana nederland polska portugal uk usa europe european schweiz austria malaysia singapore india m s`.split(
    /\s+/,
  ),
);
/** Longer strings are no names. */
const MAX_NAME = 300;
/** Second-level labels under which names are registered: "acme.co.uk". */
const SECOND_LEVEL = new Set(['co', 'com', 'org', 'net', 'ac', 'gov', 'edu', 'or', 'ne', 'gv', 'ltd', 'plc', 'in']);

/** Lower case without diacritics, punctuation and legal form: what two spellings of one firm have in common. */
export function normalizeCompanyName(name: string): string {
  return significantWords(name).join(' ');
}

function significantWords(name: string): string[] {
  const tokens = tokenize(name.slice(0, MAX_NAME).replace(/["“”„«»]/g, ' '));
  const kept: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const hit = legalFormAt(tokens, i);
    // A form in front of or behind the name, never the only word and never a weak one in the middle.
    const atEdge = hit && (i + hit.count === tokens.length || (i === 0 && hit.form.leading) || !hit.form.weak);
    if (hit && atEdge && hit.count < tokens.length && (kept.length > 0 || i === 0)) {
      i += hit.count - 1;
      continue;
    }
    kept.push(...foldWords(tokens[i]!.raw));
  }
  const words = kept.filter((word) => word !== 'the' || kept.length === 1);
  return words.length > 0 ? words : foldWords(tokenKey(name));
}

function foldWords(raw: string): string[] {
  return raw
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('&', ' and ')
    .replace(/(?<=\p{L})[.'’](?=\p{L}(?:[.'’]|$))/gu, '')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** 0–1: do two names mean the same firm? 1 = equal but for legal form, case and punctuation. Symmetric. */
export function sameCompany(a: string, b: string): number {
  const wordsA = comparableWords(a);
  const wordsB = comparableWords(b);
  if (wordsA.length === 0 || wordsB.length === 0) return 0;
  const joinedA = wordsA.join('');
  const joinedB = wordsB.join('');
  if (joinedA === joinedB) return 1;
  const acronym = Math.max(acronymScore(wordsA, wordsB), acronymScore(wordsB, wordsA));
  return Math.max(acronym, wordScore(wordsA, wordsB), 0.9 * diceOfTrigrams(coreOf(wordsA), coreOf(wordsB)));
}

/** "Mueller" and "Müller" are one name: ae, oe and ue fall together with ä, ö and ü, which lose their dots in folding. */
const comparableWords: (name: string) => readonly string[] = remember((name) =>
  significantWords(name).map(withoutUmlautE),
);

function withoutUmlautE(word: string): string {
  return word.length > 3 ? word.replace(/([aou])e/g, '$1') : word;
}

/** The words that tell one firm from another. */
function coreOf(words: readonly string[]): string {
  return words.filter((word) => !GENERIC.has(word) && !FILLERS.has(word)).join('') || words.join('');
}

/** Shared words, generic ones counting a fifth; the first word of a name weighs double. */
function wordScore(a: readonly string[], b: readonly string[]): number {
  const weights = new Map<string, number>();
  for (const words of [a, b]) {
    for (const [i, word] of words.entries()) weights.set(word, Math.max(weights.get(word) ?? 0, weightOf(word, i)));
  }
  let shared = 0;
  let all = 0;
  for (const [word, weight] of weights) {
    all += weight;
    if (a.includes(word) && b.includes(word)) shared += weight;
  }
  return all === 0 ? 0 : 0.98 * (shared / all);
}

function weightOf(word: string, position: number): number {
  if (FILLERS.has(word)) return 0.1;
  if (GENERIC.has(word)) return 0.2;
  return position === 0 ? 2 : 1;
}

function acronymScore(short: readonly string[], long: readonly string[]): number {
  const letters = long
    .filter((word) => !FILLERS.has(word))
    .map((word) => word[0])
    .join('');
  return short.length === 1 && letters.length >= 3 && short[0] === letters ? 0.7 : 0;
}

function diceOfTrigrams(a: string, b: string): number {
  const left = trigrams(a);
  const right = trigrams(b);
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length && i < 200; i++) grams.add(padded.slice(i, i + 3));
  return grams;
}

/** 0–1: could `domain` (or an e-mail address or URL) be that firm's? Free-mail and shared hosts never are. */
export function companyMatchesDomain(name: string, domain: string): number {
  const label = registeredLabel(domain);
  if (!label || FREE_HOSTS.has(label)) return 0;
  const words = comparableWords(name);
  const joined = words.join('');
  const parts = label.split('-').map(withoutUmlautE);
  const bare = parts.join('');
  if (bare === '' || joined === '') return 0;
  if (bare === joined || bare === words.filter((word) => !FILLERS.has(word)).join('')) return 1;
  const strong = words.filter((word) => !GENERIC.has(word) && !FILLERS.has(word));
  const core = strong.join('');
  if (core !== '' && bare === core) return 0.97;
  if (core.length >= 4 && bare.startsWith(core)) return 0.9;
  if (bare.length >= 4 && joined.startsWith(bare)) return 0.85;
  if (strong[0] && strong[0].length >= 4 && (bare.startsWith(strong[0]) || parts.includes(strong[0]))) return 0.8;
  if (bare.length >= 4 && strong.includes(bare)) return 0.75;
  if (strong.some((word) => word.length >= 5 && bare.includes(word))) return 0.65;
  const initials = words
    .filter((word) => !FILLERS.has(word))
    .map((word) => word[0])
    .join('');
  if (initials.length >= 3 && bare === initials) return 0.7;
  return diceOfTrigrams(joined, bare) > 0.7 ? 0.6 : 0;
}

const FREE_HOSTS = new Set(
  'gmail googlemail yahoo hotmail outlook live msn icloud me aol gmx web t-online freenet orange wanadoo free laposte sfr libero virgilio tiscali wp o2 onet interia proton protonmail mail yandex qq 163 126 ymail rocketmail sapo terra uol bol'.split(
    ' ',
  ),
);

/** A host where anybody may have an address: it says nothing of whose it is. */
export function isFreeHost(host: string): boolean {
  const label = registeredLabel(host);
  return label === undefined || FREE_HOSTS.has(label);
}

function registeredLabel(domain: string): string | undefined {
  const host = domain
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .split(/[/?#:]/, 1)[0]!;
  const labels = host.split('.').filter((label) => label !== '');
  if (labels.length < 2) return undefined;
  const second = labels.at(-2)!;
  return labels.length > 2 && SECOND_LEVEL.has(second) && labels.at(-1)!.length <= 3 ? labels.at(-3) : second;
}
