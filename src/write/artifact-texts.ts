// The texts of an artifact that may be rewritten, with their places.

import type { Json } from '../document/value.ts';
import type { ArtifactDeclaration } from './artifact-declaration.ts';
import { parsePath, printPath, type Step } from './artifact-path.ts';
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
      texts.push({ path: printPath(steps), text: value, sources: fitting.map(({ id }) => id) });
    }
  }
  return texts;
}

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
