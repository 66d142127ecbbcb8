// The texts of an artifact that may be rewritten, with their places.

import type { Json } from '../document/value.ts';
import type { ArtifactDeclaration } from './artifact-declaration.ts';
import { matchesPattern, parsePath, printPath, type Step } from './artifact-path.ts';
import type { GateSource } from './gate/gate-source.ts';

export interface ArtifactText {
  path: string;
  text: string;
  /** Ids of the sources that may support what is written here. */
  sources: string[];
}

export function textsToRewrite(
  declaration: ArtifactDeclaration,
  body: Json,
  sources: readonly GateSource[],
): ArtifactText[] {
  const texts: ArtifactText[] = [];
  for (const { path, actions, text } of declaration.changeable) {
    if (text !== 'prose' || !actions.includes('replace')) continue;
    for (const { steps, value } of placesOf(body, parsePath(path)!)) {
      if (typeof value !== 'string') continue;
      const subject = declaration.subjectAt?.(steps, body);
      const fitting = sources.filter(
        (source) => subject === undefined || source.subject === undefined || source.subject === subject,
      );
      texts.push({ path: printPath(steps), text: value, sources: nearest(value, fitting).map(({ id }) => id) });
    }
  }
  return texts;
}

/** Whether sentences stand there, or would. */
export const isProseAt = (declaration: ArtifactDeclaration, steps: readonly Step[]): boolean =>
  declaration.changeable.some(({ path, text }) => text === 'prose' && matchesPattern(steps, parsePath(path)!));

function placesOf(body: Json, pattern: readonly Step[]): { steps: Step[]; value: Json }[] {
  let places: { steps: Step[]; value: Json }[] = [{ steps: [], value: body }];
  for (const step of pattern) {
    places = places.flatMap(({ steps, value }) => {
      if (step === '*')
        return Array.isArray(value) ? value.map((one, i) => ({ steps: [...steps, i], value: one })) : [];
      if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, step)) return [];
      return [{ steps: [...steps, step], value: value[step as string]! }];
    });
  }
  return places;
}

/** More are not cited for one text: a person is to look at them, and the gate reads them all. */
const MOST_CITED = 20;

/** In their order, those that share the most words with the text; headings and what a person gave go before equals. */
function nearest(text: string, sources: readonly GateSource[]): readonly GateSource[] {
  if (sources.length <= MOST_CITED) return sources;
  const words = wordsOf(text);
  const ranked = sources
    .map((source) => {
      const own = wordsOf(source.label ? `${source.label} ${source.text}` : source.text);
      const shared = [...words].filter((word) => own.has(word)).length;
      return { source, rank: shared + (source.heading ? 3 : source.kind === 'fact' ? 1 : 0) };
    })
    .sort((a, b) => b.rank - a.rank);
  const kept = new Set(ranked.slice(0, MOST_CITED).map(({ source }) => source));
  return sources.filter((source) => kept.has(source));
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
