// The marks that only titles of postings bear, and how far a line of one reads as its title.

import { countTitleWords } from '../../words/title-words.ts';

/** "(m/w/d)", "(f/m/x)", "(all genders)", "H/F": law or custom puts them after the title of a job that is offered. */
export const GENDER_MARK =
  /\s*[([{]?\s*(?<![\p{L}\d])(?:[mwfdxihvnk]\s?[/|,]\s?[mwfdxihvnk*](?:\s?[/|,]\s?(?:[mwfdxihvn*]|divers|gn|diverse)){0,2}|all genders?|gn|d\/w\/m|any gender)(?![\p{L}\d])\s*[)\]}]?/iu;

const VERB = /(?<!\p{L})(?:sucht|suchen|looking|hiring|seeks?|seeking|recrute|recherche|busca|zoekt|cerca)(?!\p{L})/iu;
const SENTENCE =
  /(?<!\p{L})(?:we|our|you|your|their|is|are|was|will|has|have|wir|uns|unsere?|sie|du|dein|ist|sind|haben|nous|vous|notre|est|buscamos|somos)(?!\p{L})/iu;

/** 0–1: how far a line reads as the title of a job. */
export function titleScore(text: string): number {
  const words = text.split(/\s+/).length;
  if (text.length < 3 || text.length > 130 || words > 16 || /[!?]$|https?:|@/.test(text)) return 0;
  const marked = GENDER_MARK.test(text);
  const headed = countTitleWords(text) > 0;
  if (marked) return SENTENCE.test(text) || VERB.test(text) ? 0.3 : 0.97;
  if (!headed) return 0;
  if (SENTENCE.test(text) || /[.;:]$/.test(text)) return 0.15;
  return words <= 8 ? 0.8 : 0.5;
}

const MOST_TITLE = 300;

/** The title without its marks, places and references behind it. */
export function bareTitle(text: string): string {
  return text
    .slice(0, MOST_TITLE)
    .replace(/\s+/g, ' ')
    .replace(GENDER_MARK, ' ')
    .replace(
      /\s*[([](?:remote|hybrid|on-?site|full[- ]time|part[- ]time|vollzeit|teilzeit|contract|home ?office)[^)\]]*[)\]]/giu,
      ' ',
    )
    .replace(/[,\s|–-]*\d{2,3}\s?(?:[-–]\s?\d{2,3}\s?)?%/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?:in|als)\s+(?:voll|teil)zeit.*$/iu, '')
    .replace(/\s+(?=[,;.])/g, '')
    .replace(/[\s,.|–—-]+$/u, '')
    .trim();
}

/** "Acme is hiring a Senior Accountant in Leeds", "Wir suchen eine Pflegefachkraft (m/w/d)". */
export const OFFERS =
  /(?:(?:is|are|we['’]re) (?:currently )?(?:hiring|looking for|looking to hire|seeking|recruiting)|we need|suchen wir(?: (?:ab sofort|zum nächstmöglichen zeitpunkt|zur verstärkung unseres teams|in vollzeit|für unser\p{L}* \p{L}+))*|sucht(?: ab sofort| zum nächstmöglichen zeitpunkt)?|suchen(?: ab sofort)?|recherche|recrute|busca|zoekt|cerca|szuka)\s+(?:(?:for|an?|eine[nr]?|un[ea]?|een|our|unsere[nr]?|mehrere|several|experienced|motivated|motivierte[nr]?|engagierte[nr]?)\s+)*/iu;
