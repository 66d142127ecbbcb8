// Personal names on a line of their own, with titles and honorifics.

import { foldPlace } from './countries.ts';
import { firstNames } from './data/first-names.ts';
import { labelWords, organisationWords } from './data/organisation-words.ts';
import { legalFormAt, tokenize } from './legal-forms.ts';

const TITLE =
  /^(?:mr|mrs|ms|miss|mx|sir|dame|madam|dr|drs|prof|professor|h\.c|ing|ir|mag|dipl|rev|hon|capt|lt|col|herr|herrn|frau|hr|fr|mme|mlle|m|mm|monsieur|madame|mademoiselle|ma[iî]tre|me|sr|sra|srta|don|do[nñ]a|d|señora?|senhora?|sig|sigra|sig\.ra|signora?|dott|dott\.ssa|dottor|dottoressa|avv|arch|geom|rag|eng|exmo|exma|dhr|mevr|mw|heer|mevrouw|pan|pani|p|inż|mgr|encik|en|puan|pn|cik|tuan|dato['’]?|datuk|datin|tan|haji|shri|smt|kumari|ca|adv)\.?$/iu;
/** Titles that are also a name, a letter or a word: they count only with a dot. */
const DOTTED_TITLE = /^(?:m|p|d|me|en|don|tan|fr|ing|ca|hon|mag|eng|col|pan)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|esq|mba|msc|bsc|llm|ll\.m|cpa|cfa|pe|b\.?a|m\.?a)\.?$/i;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|do|dos|du|la|le|el|al|bin|binti|bte|a\/l|a\/p|ibn|ben|zu|zur|vom|ter|ten|te|af|av|y|e|st\.?)$/i;
const NAME_WORD =
  /^(?:\p{Lu}(?:\p{Ll}|['’]\p{Lu}|\p{M}){1,24}(?:-\p{Lu}?\p{Ll}{1,24}){0,2}|(?:Mc|Mac|O['’]|D['’]|De|Le|La|Van|Di|Fitz)\p{Lu}\p{Ll}{1,24}|\p{Lu}{2,25}(?:[-'’]\p{Lu}{2,25})?)$/u;
const INITIAL = /^(?:\p{Lu}\.?){1,3}$|^(?:\p{Lu}\p{Ll}?\.-?){1,3}$/u;

/** 0–1: is this whole line the name of a person? */
export function personNameScore(line: string): number {
  const text = line.trim().replace(/[,;]+$/, '');
  if (text.length < 3 || text.length > 60 || /[\d@:/€$£%=<>!?&+*]/.test(text.replace(/\ba\/[lp]\b/gi, ''))) return 0;
  let words = text.split(/\s+/);
  if (words.length > 9) return 0;
  let titles = 0;
  while (words.length > 1 && TITLE.test(words[0]!) && (!DOTTED_TITLE.test(words[0]!) || words[0]!.endsWith('.'))) {
    words = words.slice(1);
    titles++;
  }
  while (words.length > 1 && SUFFIX.test(words.at(-1)!.replace(/^,/, ''))) words = words.slice(0, -1);
  if (words.length > 6 || hasLegalForm(text)) return 0;
  // "Doe, Jane": family name first.
  const inverted = words.length >= 2 && words[0]!.endsWith(',');
  const plain = inverted ? [words[0]!.slice(0, -1), ...words.slice(1)] : words;
  let names = 0;
  let initials = 0;
  let known = 0;
  for (const word of plain) {
    if (NAME_WORD.test(word)) {
      const key = foldPlace(word);
      if (organisationWords.has(key) || (labelWords.has(key) && !firstNames.has(key))) return 0;
      names++;
      if (firstNames.has(key.split(' ')[0]!)) known++;
    } else if (INITIAL.test(word)) initials++;
    else if (!PARTICLE.test(word)) return 0;
  }
  if (names === 0) return 0;
  if (titles > 0) return Math.min(0.97, 0.85 + 0.05 * (titles + known));
  if (names + initials < 2 || names > 4) return 0.1 * Math.min(1, known);
  let score = 0.4 + (known > 0 ? 0.35 : 0) + (initials > 0 && names >= 1 ? 0.1 : 0);
  if (names > 3) score -= 0.15;
  if (text === text.toUpperCase()) score -= 0.1;
  return Math.max(0, Math.min(0.9, score));
}

function hasLegalForm(text: string): boolean {
  const tokens = tokenize(text);
  return tokens.some((_, at) => at > 0 && legalFormAt(tokens, at) !== undefined);
}

/** Whether a line reads as a person's name: a title, a known first name, or initials with a family name. */
export function looksLikePersonName(line: string): boolean {
  return personNameScore(line) >= 0.5;
}
