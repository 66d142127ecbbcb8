// Whether a line is the title of a résumé section, by its words alone; how it is set is judged by whoever asks.

import { foldPlace } from '../../../recognize/countries.ts';
import { otherSectionTitles, paperTitles, type SectionKind, sectionTitles } from '../locales/section-titles.ts';

const kindsByTitle = new Map<string, SectionKind>();
for (const title of otherSectionTitles) kindsByTitle.set(foldPlace(title), 'other');
for (const [kind, titles] of Object.entries(sectionTitles) as [SectionKind, readonly string[]][]) {
  for (const title of titles) kindsByTitle.set(foldPlace(title), kind);
}
/** Titles whose letters are spaced apart come with gaps at odd places: "EDUC AT ION". */
const kindsBySolid = new Map([...kindsByTitle].map(([title, kind]) => [solid(title), kind]));
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
  if (text.length < 2 || /[.!?;]$/.test(text)) return undefined;
  if (text.split(' ').length > MOST_WORDS && !isSpacedApart(text)) return undefined;
  const whole = kindsByTitle.get(foldPlace(text));
  if (whole) return { kind: whole, certainty: 1 };
  const parts = text.split(JOINT).filter(Boolean);
  if (parts.length > 1) {
    const kinds = parts.map((part) => lookUp(part));
    if (kinds.every((kind) => kind !== undefined)) return { kind: kinds[0]!, certainty: 0.9 };
  }
  const rest = lookUp(text);
  if (rest) return { kind: rest, certainty: 0.8 };
  const spaced = isSpacedApart(text) ? kindsBySolid.get(solid(foldPlace(text))) : undefined;
  return spaced && { kind: spaced, certainty: 1 };
}

function solid(text: string): string {
  return text.replace(/[^\p{L}]+/gu, '');
}

/** In capitals, in pieces that are no words: a third of a letter's usual count each. */
const isSpacedApart = (text: string): boolean => {
  const pieces = text.split(' ');
  return text === text.toUpperCase() && pieces.length > 1 && solid(text).length / pieces.length < 4.5;
};

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
