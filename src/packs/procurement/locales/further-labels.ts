// The labels of all languages beyond the first eight, by concept: what the lists of each concept take in.

import { northernAndEastern } from './northern-and-eastern.ts';
import { otherScripts } from './other-scripts.ts';

type Concept = Exclude<keyof typeof northernAndEastern | keyof typeof otherScripts, 'words'>;
type WordKind = keyof typeof northernAndEastern.words;

/** Labels of a concept in every further language that names it. */
export function furtherLabels(concept: Concept): readonly string[] {
  const northern: Partial<Record<Concept, readonly string[]>> = northernAndEastern;
  return [
    ...(northern[concept] ?? []),
    ...((otherScripts[concept as keyof typeof otherScripts] as readonly string[]) ?? []),
  ];
}

/** Words that labels of totals are made of, parted by spaces. */
export const furtherWords = (kind: WordKind): string => `${northernAndEastern.words[kind]} ${otherScripts.words[kind]}`;
