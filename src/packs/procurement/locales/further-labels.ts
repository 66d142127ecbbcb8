// The labels of all languages beyond the first eight, by concept: what the lists of each concept take in.

import { northernAndEastern } from './northern-and-eastern.ts';
import { otherScripts } from './other-scripts.ts';

type Concept = Exclude<keyof typeof northernAndEastern | keyof typeof otherScripts, 'words'>;
type WordKind = keyof typeof northernAndEastern.words;

/** Titles are set in wide type: "請 求 書", "견 적 서". */
const SIGNS_APART = /^[\p{scx=Han}\p{scx=Hangul}]{2,6}$/u;
const withSpaced = (titles: readonly string[]): readonly string[] => [
  ...titles,
  ...titles.filter((title) => SIGNS_APART.test(title)).map((title) => [...title].join(' ')),
];

/** Labels of a concept in every further language that names it. */
export function furtherLabels(concept: Concept): readonly string[] {
  const northern: Partial<Record<Concept, readonly string[]>> = northernAndEastern;
  const scripts: Partial<Record<Concept, readonly string[]>> = otherScripts;
  const labels = scripts[concept] ?? [];
  return [...(northern[concept] ?? []), ...(concept.endsWith('Title') ? withSpaced(labels) : labels)];
}

/** Words that labels of totals are made of, parted by spaces. */
export const furtherWords = (kind: WordKind): string => `${northernAndEastern.words[kind]} ${otherScripts.words[kind]}`;
