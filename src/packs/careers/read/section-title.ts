// Whether a line is the title of a résumé section, by its words alone; how it is set is judged by whoever asks.

import { foldPlace } from '../../../recognize/countries.ts';
import { otherSectionTitles, paperTitles, type SectionKind, sectionTitles } from '../locales/section-titles.ts';

const LEAST_LETTERS = 5;
/** "E XPER IÊN C I A": letters that are set apart come out in pieces, where a font draws some pairs closer. */
const MOST_PER_PIECE = 3.5;

const kindsByTitle = new Map<string, SectionKind>();
for (const title of otherSectionTitles) kindsByTitle.set(foldPlace(title), 'other');
for (const [kind, titles] of Object.entries(sectionTitles) as [SectionKind, readonly string[]][]) {
  for (const title of titles) kindsByTitle.set(foldPlace(title), kind);
}
/** The same titles without spaces, as far as they are long enough to be no chance. */
const kindsByLetters = new Map(
  [...kindsByTitle].flatMap(([title, kind]) => {
    const letters = withoutSpaces(title);
    return letters.length >= LEAST_LETTERS ? [[letters, kind] as const] : [];
  }),
);
const papers = new Set(paperTitles.map(foldPlace));

/** Words before a title that say which of its kind: "Selected Publications", "Weitere Kenntnisse". */
const QUALIFIER =
  /^(?:my|our|selected|relevant|additional|other|key|core|main|major|recent|current|previous|professional|personal|general|technical|academic|related|further|special|notable|weitere|sonstige|ausgewählte|relevante|wichtigste|besondere|autres?|principales?|otr[oa]s|altr[ei]|outr[oa]s|overige|relevante|inne|wybrane|dodatkowe)\s+/iu;
const JOINT = /\s*(?:&|\/|\+|,|\||\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bi\b)\s*/iu;
const MOST_WORDS = 7;

export interface SectionTitle {
  kind: SectionKind;
  /** 1 = the words of the lexicon themselves; less for what was put together from them. */
  certainty: number;
}

/** undefined for what is no title. Bullets, numbering, colons and rows of dashes around it do not count. */
export function sectionTitleOf(printed: string): SectionTitle | undefined {
  if (printed.length > 70) return undefined;
  const text = bareTitle(printed);
  const scattered = scatteredTitle(text);
  if (scattered) return { kind: scattered, certainty: 1 };
  if (text.length < 2 || text.split(' ').length > MOST_WORDS || /[.!?;]$/.test(text)) return undefined;
  const whole = kindsByTitle.get(foldPlace(text));
  if (whole) return { kind: whole, certainty: 1 };
  const parts = text.split(JOINT).filter(Boolean);
  if (parts.length > 1) {
    const kinds = parts.map((part) => lookUp(part));
    if (kinds.every((kind) => kind !== undefined)) return { kind: kinds[0]!, certainty: 0.9 };
  }
  const rest = lookUp(text);
  return rest && { kind: rest, certainty: 0.8 };
}

function scatteredTitle(text: string): SectionKind | undefined {
  const pieces = text.split(' ');
  const letters = withoutSpaces(foldPlace(text));
  if (pieces.length < 2 || letters.length > MOST_PER_PIECE * pieces.length) return undefined;
  return kindsByLetters.get(letters);
}

function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}

function lookUp(text: string): SectionKind | undefined {
  return kindsByTitle.get(foldPlace(text)) ?? kindsByTitle.get(foldPlace(text.replace(QUALIFIER, '')));
}

/** "CURRICULUM VITAE", "Lebenslauf": the name of the paper. */
export function isPaperTitle(printed: string): boolean {
  return papers.has(foldPlace(bareTitle(printed)));
}

export function bareTitle(printed: string): string {
  return printed
    .replace(/[\p{Co}\p{So}]/gu, ' ')
    .replace(/^[\s\p{P}=~+|<>]+|[\s=~+|<>_:\-–—.*•·]+$/gu, '')
    .replace(/^(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)]\s+/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}
