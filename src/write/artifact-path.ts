// Places in an artifact: `jobs[0].bullets[2]`. A pattern has `[*]` where any item is meant.

import type { Json } from '../document/value.ts';

export type Step = string | number;

const STEP = /(?:^|\.)([A-Za-z][\w-]{0,60})|\[(\d{1,4}|\*)\]/gy;
/** Would reach what belongs to the language and not to the artifact. */
const FORBIDDEN = new Set(['constructor', 'prototype', '__proto__']);

/** undefined: no path. `*` is a step of patterns. */
export function parsePath(path: string): Step[] | undefined {
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const match = STEP.exec(path);
    if (!match || steps.length > 20) return undefined;
    const [, name, index] = match;
    if (name !== undefined && FORBIDDEN.has(name)) return undefined;
    steps.push(name ?? (index === '*' ? '*' : Number(index)));
  }
  return steps.length > 0 ? steps : undefined;
}

export const printPath = (steps: readonly Step[]): string =>
  steps
    .map((step, i) => (typeof step === 'number' || step === '*' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');

export function matchesPattern(path: readonly Step[], pattern: readonly Step[]): boolean {
  return (
    path.length === pattern.length &&
    path.every((step, i) => (pattern[i] === '*' ? typeof step === 'number' : pattern[i] === step))
  );
}

/** undefined where there is nothing. */
export function valueAt(body: Json, steps: readonly Step[]): Json | undefined {
  let value: Json | undefined = body;
  for (const step of steps) {
    if (value === null || typeof value !== 'object') return undefined;
    if (Array.isArray(value)) value = typeof step === 'number' ? value[step] : undefined;
    else value = typeof step === 'string' && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || a === undefined || b === undefined)
    return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => sameJson(one, b[i]));
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}
