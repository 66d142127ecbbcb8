// Logistic regression with a penalty: how the choice's probability, the kind of field, the field itself and OCR make up a confidence.

import { logistic } from '../../src/learn/platt.ts';
import { aboveKnee } from '../../src/pipeline/calibration.ts';
import type { ConfidenceTable } from '../../src/pipeline/confidence-table.ts';
import type { JudgedValue } from './judged-values.ts';

export interface FittedConfidence {
  table: ConfidenceTable;
  /** Type → path → log-odds. */
  shifts: Record<string, Record<string, number>>;
}

interface Feature {
  name: string;
  value: number;
}

/** Before anything is seen, and how sure that is: as many outcomes as make it a dozen or so. */
const PRIOR: Readonly<Record<string, readonly [mean: number, precision: number]>> = {
  intercept: [2.2, 0.5],
  // Outcomes alone would make it nearly flat above the knee: a surer value would hardly look surer, and no threshold could part them.
  below: [0.8, 30],
  above: [0.25, 100],
  ocr: [0, 1],
  doubt: [0, 2],
};
const KIND_PRECISION = 3;
const FIELD_PRECISION = 2;
const priorOf = (name: string): readonly [number, number] =>
  PRIOR[name] ?? [0, name.startsWith('kind ') ? KIND_PRECISION : FIELD_PRECISION];

/** What could not be told from nothing is left out. */
const LEAST_SHIFT = 0.05;

export function fitConfidence(values: readonly JudgedValue[]): FittedConfidence {
  const weights = descend(values.map((value) => ({ features: featuresOf(value), right: value.right })));
  const weight = (name: string): number => round(weights.get(name) ?? priorOf(name)[0]);
  const kinds: Record<string, number> = {};
  const shifts: Record<string, Record<string, number>> = {};
  for (const name of [...weights.keys()].sort()) {
    if (Math.abs(weight(name)) < LEAST_SHIFT) continue;
    if (name.startsWith('kind ')) kinds[name.slice(5)] = weight(name);
    if (name.startsWith('field ')) {
      const [, type, path] = name.split(' ') as [string, string, string];
      shifts[type] = { ...shifts[type], [path]: weight(name) };
    }
  }
  return {
    table: {
      intercept: weight('intercept'),
      below: Math.max(0.05, weight('below')),
      above: Math.max(0.05, weight('above')),
      ocr: weight('ocr'),
      doubt: Math.min(0, weight('doubt')),
      kinds,
    },
    shifts,
  };
}

function featuresOf({ probability, legibility, kind, builtIn, type, path }: JudgedValue): Feature[] {
  const x = aboveKnee(probability);
  return [
    { name: 'intercept', value: 1 },
    { name: x < 0 ? 'below' : 'above', value: x },
    { name: `kind ${kind}`, value: 1 },
    ...(builtIn ? [{ name: `field ${type} ${path}`, value: 1 }] : []),
    ...(legibility === undefined
      ? []
      : [
          { name: 'ocr', value: 1 },
          { name: 'doubt', value: 1 - legibility },
        ]),
  ];
}

/** One weight after the other, by Newton's steps, until none moves. */
function descend(cases: readonly { features: readonly Feature[]; right: boolean }[]): Map<string, number> {
  const weights = new Map<string, number>();
  const uses = new Map<string, { at: number; value: number }[]>();
  for (const [at, { features }] of cases.entries())
    for (const { name, value } of features) {
      weights.set(name, priorOf(name)[0]);
      uses.set(name, [...(uses.get(name) ?? []), { at, value }]);
    }
  const odds = cases.map(({ features }) =>
    features.reduce((sum, { name, value }) => sum + weights.get(name)! * value, 0),
  );
  for (let round = 0; round < 300; round++) {
    let moved = 0;
    for (const [name, list] of uses) {
      const [mean, precision] = priorOf(name);
      let gradient = precision * (weights.get(name)! - mean);
      let curvature = precision;
      for (const { at, value } of list) {
        const p = logistic(odds[at]!);
        gradient += (p - (cases[at]!.right ? 1 : 0)) * value;
        curvature += p * (1 - p) * value * value;
      }
      const step = Math.max(-1, Math.min(1, gradient / curvature));
      weights.set(name, weights.get(name)! - step);
      for (const { at, value } of list) odds[at]! -= step * value;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < 1e-4) break;
  }
  return weights;
}

const round = (value: number): number => Math.round(100 * value) / 100;
