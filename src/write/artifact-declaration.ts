// What a pack declares of an artifact that can be written: its shape and what of it may be changed. What is not declared cannot
// be reached: no writer, model or person changes a name or a date through an operation unless its path stands here.

import type { ZodType } from 'zod';
import type { Json } from '../document/value.ts';
import { parsePath, type Step } from './artifact-path.ts';
import { type OperationAction, operationActions } from './operation.ts';

export interface ChangeablePath {
  /** `jobs[*].bullets[*]`. */
  path: string;
  actions: readonly OperationAction[];
  /** What its text is, for writers that treat prose and lists of names differently. */
  text?: 'prose' | 'words';
}

export interface ArtifactDeclaration {
  /** `careers/resume`. */
  kind: string;
  title: string;
  schema: ZodType<Json>;
  changeable: readonly ChangeablePath[];
  /**
   * Which subject a place belongs to, read from the artifact: only sources of that subject support what is written there. undefined:
   * any one subject may.
   */
  subjectAt?: (steps: readonly Step[], body: Json) => string | undefined;
  /** Its body made from the texts of a document or record; absent: a body must be given. */
  fromTexts?: (source: { title: string; texts: readonly string[] }) => Json;
}

export type ArtifactKinds = ReadonlyMap<string, ArtifactDeclaration>;

/** Fails at start, not when somebody writes. */
export function checkDeclarations(declarations: readonly ArtifactDeclaration[]): ArtifactKinds {
  const byKind = new Map<string, ArtifactDeclaration>();
  for (const declaration of declarations) {
    const { kind, changeable } = declaration;
    if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(kind)) throw new Error(`artifact "${kind}": a kind is "pack/name"`);
    if (byKind.has(kind)) throw new Error(`artifact "${kind}" is declared twice`);
    for (const { path, actions } of changeable) {
      if (!parsePath(path)) throw new Error(`artifact "${kind}": "${path}" is no path`);
      if (actions.length === 0 || actions.some((action) => !operationActions.includes(action)))
        throw new Error(`artifact "${kind}": "${path}" allows no known action`);
      const inList = path.endsWith('[*]');
      if (!inList && actions.some((action) => action === 'insert' || action === 'remove'))
        throw new Error(`artifact "${kind}": only items of a list can be inserted or removed, not "${path}"`);
    }
    byKind.set(kind, declaration);
  }
  return byKind;
}
