// What a workspace's people taught of confidence: for each field of each type, how much surer or less sure its values turn out to be than the
// shipped calibration has it. Few decisions move little, and never far.

import { fitPlatt, logistic, logOdds, type PlattLine, plattScale } from './platt.ts';

/** A value as it was read, and whether it stood when a person had gone over the record. */
export interface DecidedValue {
  type: string;
  /** With `[]` for the index. */
  path: string;
  /** Without any shift: what the shipped calibration says. */
  confidence: number;
  right: boolean;
}

export interface ConfidenceShift {
  type: string;
  path: string;
  decisions: number;
  /** Over log-odds. */
  line: PlattLine;
}

export interface ConfidenceShifts {
  /** Of all fields, those without a shift too. */
  decisions: number;
  shifts: readonly ConfidenceShift[];
}

export const noShifts: ConfidenceShifts = { decisions: 0, shifts: [] };

/** Fewer of a field say nothing that what is shipped does not say better. */
export const FEWEST_DECISIONS = 20;
/** As sure as outcomes would have made it that number about fifty at 0.95: near that with a hundred decisions, far with thousands. */
const PRECISION = 5;
const FOLDS = 5;
/** Log-odds that a shift can reach with any number of decisions, and the number that lets it go half as far. */
const FARTHEST = 3;
const HALF_WAY = 60;
const LEAST = 1e-4;

/** Same decisions in any order, same shifts. */
export function fitShifts(decided: readonly DecidedValue[]): ConfidenceShifts {
  const shifts = [...Map.groupBy(decided, keyOf).values()].flatMap((values): ConfidenceShift[] => {
    if (values.length < FEWEST_DECISIONS) return [];
    const sorted = inOrder(values);
    const { type, path } = sorted[0]!;
    const gain = lossOf(sorted, (value) => value.confidence) - lossOf(sorted, heldOut(sorted));
    // What does not fit decisions that it has not seen any better stays away.
    return gain > 0 ? [{ type, path, decisions: sorted.length, line: lineOf(sorted) }] : [];
  });
  return { decisions: decided.length, shifts: shifts.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
}

/** Confidence 0–1 → what decisions made of it. Never falls when the confidence rises; the same where there is no shift. */
export function shiftConfidence(
  { shifts }: ConfidenceShifts,
  { type, path, confidence }: Omit<DecidedValue, 'right'>,
): number {
  const shift = shifts.find((one) => one.type === type && one.path === path);
  return shift ? applyShift(shift, confidence) : confidence;
}

/** Each value with what a fit without it says: an honest figure for what the shifts are worth. */
export function shiftHeldOut(decided: readonly DecidedValue[], { shifts }: ConfidenceShifts): DecidedValue[] {
  const shifted = new Set(shifts.map(keyOf));
  return [...Map.groupBy(decided, keyOf).values()].flatMap((values) => {
    if (!shifted.has(keyOf(values[0]!))) return values;
    const sorted = inOrder(values);
    const at = heldOut(sorted);
    return sorted.map((value) => ({ ...value, confidence: at(value) }));
  });
}

function applyShift({ line, decisions }: Pick<ConfidenceShift, 'line' | 'decisions'>, confidence: number): number {
  const x = logOdds(confidence);
  const bound = (FARTHEST * decisions) / (decisions + HALF_WAY);
  const moved = logOdds(plattScale(line, confidence)) - x;
  return logistic(x + Math.max(-bound, Math.min(bound, moved)));
}

const keyOf = ({ type, path }: { type: string; path: string }): string => JSON.stringify([type, path]);

const inOrder = (values: readonly DecidedValue[]): DecidedValue[] =>
  values.toSorted((a, b) => a.confidence - b.confidence || Number(a.right) - Number(b.right));

const lineOf = (values: readonly DecidedValue[]): PlattLine =>
  fitPlatt(
    values.map(({ confidence, right }) => ({ probability: confidence, right })),
    PRECISION,
  );

/** Every fifth in order of confidence is kept back, so that each part is spread alike. */
function heldOut(sorted: readonly DecidedValue[]): (value: DecidedValue) => number {
  const lines = Array.from({ length: FOLDS }, (_, fold) => {
    const rest = sorted.filter((_, i) => i % FOLDS !== fold);
    return { line: lineOf(rest), decisions: rest.length };
  });
  const foldOf = new Map(sorted.map((value, i) => [value, i % FOLDS]));
  return (value) => applyShift(lines[foldOf.get(value)!]!, value.confidence);
}

function lossOf(values: readonly DecidedValue[], at: (value: DecidedValue) => number): number {
  return values.reduce((sum, value) => {
    const p = Math.min(1 - LEAST, Math.max(LEAST, at(value)));
    return sum - Math.log(value.right ? p : 1 - p);
  }, 0);
}
