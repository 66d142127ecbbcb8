// Reading a side of a pair: texts and numbers of some paths, as people see them.

import type { Json } from '../../document/value.ts';
import type { Subject } from '../match-spec.ts';

/** Where a feature looks, on either side; a string where both sides call it alike. */
export type Paths = readonly string[] | { left: readonly string[]; right: readonly string[] };

export const readsOf = (paths: Paths): { left: readonly string[]; right: readonly string[] } =>
  'left' in paths ? paths : { left: paths, right: paths };

/** The texts of these paths that are there, in order; of `lines[].x` that of every line. */
export function textsOf(subject: Subject, paths: readonly string[]): string[] {
  return paths.flatMap((path) => valuesAt(subject, path).flatMap(textsIn));
}

/** The first value there is. */
export function valueIn(subject: Subject, paths: readonly string[]): Json | undefined {
  for (const path of paths) {
    const value = valuesAt(subject, path)[0];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

export function textOf(subject: Subject, paths: readonly string[]): string | undefined {
  const value = valueIn(subject, paths);
  return value === undefined ? undefined : (textsIn(value)[0] ?? undefined);
}

/** Numbers, and texts that are one. */
export function numberOf(subject: Subject, paths: readonly string[]): number | undefined {
  const value = valueIn(subject, paths);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

const linePath = /^lines\[\]\.(.+)$/;

function valuesAt(subject: Subject, path: string): Json[] {
  const inLine = linePath.exec(path)?.[1];
  if (inLine) return subject.lines.flatMap((line) => (line[inLine] === undefined ? [] : [line[inLine]]));
  const value = subject.values[path];
  return value === undefined ? [] : [value];
}

export function textsIn(value: Json): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.flatMap(textsIn) : [];
}

const MOST_SAID = 120;

/** A value as a reason says it: short. */
export const said = (text: string): string => (text.length > MOST_SAID ? `${text.slice(0, MOST_SAID - 1)}…` : text);
