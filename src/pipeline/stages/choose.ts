// Choosing: one joint decision over all fields. The assignment that maximises candidate scores plus what must hold.

import type { Candidate, Candidates, LineItem, Value } from '../../document/value.ts';
import type { Constraint, DocumentType } from '../pack.ts';

/** Options kept per field; rivals beyond these are not searched. */
const OPTIONS_PER_FIELD = 6;
const BEAM_WIDTH = 40;
/** Each further independent place that says the same. */
const AGREEMENT_BONUS = 0.35;
const AGREEMENT_CAP = 1.05;
/** One printed identifier rarely fills two fields. */
const SHARED_PLACE_PENALTY = 1.6;

export interface Choice {
  chosen: Record<string, Candidate>;
  /** Marginal probability of each chosen candidate over the beam. */
  probability: Record<string, number>;
  /** Ids of constraints the best assignment breaks. */
  broken: string[];
  /** What was chosen among: the strongest few of each field. */
  options: Candidates;
}

interface State {
  assignment: Readonly<Record<string, Candidate | undefined>>;
  score: number;
  places: readonly string[];
}

const NO_PLACES: readonly string[] = [];

/** Candidates of one path with equal values become one, its score raised by agreement between places and sources. */
export function mergeCandidates(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const byPath = new Map<string, Map<string, Candidate[]>>();
  for (const candidate of candidates) {
    let values = byPath.get(candidate.path);
    if (!values) {
      values = new Map();
      byPath.set(candidate.path, values);
    }
    const key = valueKey(candidate);
    const equal = values.get(key);
    if (equal) equal.push(candidate);
    else values.set(key, [candidate]);
  }
  const merged = new Map<string, Candidate[]>();
  for (const [path, values] of byPath) {
    const list = [...values.values()].map(mergeEqual);
    list.sort((a, b) => b.score - a.score);
    merged.set(path, list);
  }
  return merged;
}

function valueKey(candidate: Candidate): string {
  const { value } = candidate;
  if (typeof value === 'number') return `${value}`;
  return typeof value === 'string'
    ? value
        .toLowerCase()
        .replace(/[\s.,]+/g, ' ')
        .trim()
    : JSON.stringify(value);
}

function mergeEqual(group: Candidate[]): Candidate {
  group.sort((a, b) => b.score - a.score);
  const best = group[0]!;
  if (group.length === 1) return best;
  const places = new Set(group.map(placeOf));
  const agreement = Math.min(AGREEMENT_CAP, AGREEMENT_BONUS * (places.size - 1));
  const evidence = [...best.evidence];
  for (const other of group.slice(1)) {
    // What a stated value also follows from are places of other values.
    if (best.origin === 'xml' && other.origin !== 'xml' && other.origin !== 'read') continue;
    for (const place of other.evidence) {
      if (
        evidence.length < 4 &&
        !evidence.some(
          (e) =>
            e.page === place.page &&
            e.box[0] === place.box[0] &&
            e.box[1] === place.box[1] &&
            (place.page > 0 || e.locator === place.locator),
        )
      ) {
        evidence.push(place);
      }
    }
  }
  return { ...best, evidence, score: best.score + agreement, signals: { ...best.signals, agreement } };
}

function placeOf(candidate: Candidate): string {
  const place = candidate.evidence[0];
  // On no page: only the locator tells one place from another.
  if (place?.page === 0) return `0:${place.locator ?? ''}`;
  return place ? `${place.page}:${Math.round(place.box[0])}:${Math.round(place.box[1])}` : candidate.source;
}

/** Decides all fields of a type at once: each group of fields that constraints tie together by beam search, loose fields alone. */
export function chooseValues(candidates: readonly Candidate[], type: DocumentType, lines: readonly LineItem[]): Choice {
  const options = mergeCandidates(candidates);
  const identifiers = type.fields.filter((f) => f.kind === 'identifier' && options.has(f.path)).map((f) => f.path);
  const constraints = type.constraints.filter((c) => c.paths.some((path) => options.has(path)));
  const choice: Choice = { chosen: {}, probability: {}, broken: [], options: {} };
  for (const [path, list] of options) choice.options[path] = list.slice(0, OPTIONS_PER_FIELD);
  for (const paths of tieTogether([...options.keys()], constraints, identifiers)) {
    const inside = constraints.filter((c) => c.paths.some((path) => paths.includes(path)));
    const beam = searchBeam({ paths, options, constraints: inside, exclusive: new Set(identifiers), lines });
    decide(beam, paths, inside, lines, choice);
  }
  return choice;
}

interface Search {
  paths: readonly string[];
  options: ReadonlyMap<string, Candidate[]>;
  constraints: readonly Constraint[];
  /** Fields of which no two should take the same printed place. */
  exclusive: ReadonlySet<string>;
  lines: readonly LineItem[];
}

function searchBeam(search: Search): State[] {
  const { options, constraints } = search;
  const paths = orderPaths(search.paths, constraints);
  // All paths from the start: every assignment then has the same shape, which makes copies cheap.
  const empty = Object.fromEntries(paths.map((path) => [path, undefined]));
  let beam: State[] = [{ assignment: empty, score: 0, places: NO_PLACES }];
  const done = new Set<string>();
  const pending = new Set(constraints);
  for (const path of paths) {
    done.add(path);
    const ready = [...pending].filter((c) => c.paths.every((p) => done.has(p) || !options.has(p)));
    for (const constraint of ready) pending.delete(constraint);
    const choices = options.get(path)!;
    const next: Step[] = [];
    for (const state of beam) {
      // One copy for constraints to look at, filled with each option in turn.
      const trial = ready.length > 0 ? { ...state.assignment } : undefined;
      next.push(stepFrom(state, path, undefined, { ready, trial, search }));
      for (let i = 0; i < choices.length && i < OPTIONS_PER_FIELD; i++)
        next.push(stepFrom(state, path, choices[i], { ready, trial, search }));
    }
    next.sort((a, b) => b.score - a.score);
    if (next.length > BEAM_WIDTH) next.length = BEAM_WIDTH;
    beam = next.map(({ from, choice, score, places }) => ({
      assignment: choice ? { ...from.assignment, [path]: choice } : from.assignment,
      score,
      places,
    }));
  }
  return beam;
}

/** A state one field further; most are dropped again, so it only points at the state that it extends. */
interface Step {
  from: State;
  choice: Candidate | undefined;
  score: number;
  places: readonly string[];
}

function stepFrom(
  state: State,
  path: string,
  choice: Candidate | undefined,
  judged: { ready: readonly Constraint[]; trial: Record<string, Candidate | undefined> | undefined; search: Search },
): Step {
  const { ready, trial, search } = judged;
  let score = state.score + (choice?.score ?? 0);
  let places = state.places;
  if (choice && search.exclusive.has(path)) {
    const place = placeOf(choice);
    if (places.includes(place)) score -= SHARED_PLACE_PENALTY;
    else places = [...places, place];
  }
  if (trial) {
    trial[path] = choice;
    for (const constraint of ready) {
      const holds = constraint.holds(trial, search.lines);
      if (holds !== undefined) score += holds ? constraint.weight : -constraint.weight;
    }
  }
  return { from: state, choice, score, places };
}

/** Groups of fields that constraints (or the rule that identifiers don't share a place) tie together. */
function tieTogether(
  paths: readonly string[],
  constraints: readonly Constraint[],
  identifiers: readonly string[],
): string[][] {
  const groupOf = new Map(paths.map((path) => [path, [path]]));
  const tie = (members: readonly string[]): void => {
    const present = members.filter((path) => groupOf.has(path));
    const first = groupOf.get(present[0] ?? '');
    if (!first) return;
    for (const path of present.slice(1)) {
      const group = groupOf.get(path)!;
      if (group === first) continue;
      first.push(...group);
      for (const member of group) groupOf.set(member, first);
    }
  };
  for (const constraint of constraints) tie(constraint.paths);
  tie(identifiers);
  return [...new Set(groupOf.values())];
}

/** Fields that share constraints stand together, so that the beam judges a constraint as early as it can. */
function orderPaths(paths: readonly string[], constraints: readonly Constraint[]): string[] {
  const strongest = [...constraints].sort((a, b) => b.weight - a.weight);
  const wanted = new Set(paths);
  const ordered = new Set(strongest.flatMap((c) => c.paths).filter((path) => wanted.has(path)));
  return [...ordered, ...[...paths].sort().filter((path) => !ordered.has(path))];
}

function decide(
  beam: readonly State[],
  paths: readonly string[],
  constraints: readonly Constraint[],
  lines: readonly LineItem[],
  choice: Choice,
): void {
  const best = beam[0]!;
  const weights = beam.map((state) => Math.exp(state.score - best.score));
  const total = weights.reduce((sum, w) => sum + w, 0);
  for (const path of paths) {
    const candidate = best.assignment[path];
    if (!candidate) continue;
    let mass = 0;
    for (const [i, state] of beam.entries()) if (state.assignment[path] === candidate) mass += weights[i]!;
    choice.chosen[path] = candidate;
    // The beam forgets weak rivals; a lone candidate is still only as sure as its own score.
    choice.probability[path] = (mass / total) * sigmoid(1.1 * candidate.score + 0.4);
  }
  for (const constraint of constraints)
    if (constraint.holds(best.assignment, lines) === false) choice.broken.push(constraint.id);
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Nothing that was read is certain. */
export const roundConfidence = (confidence: number): number => Math.round(Math.min(0.999, confidence) * 1000) / 1000;

/** A chosen candidate as a value of the record. */
export function toValue(candidate: Candidate, confidence: number): Value {
  return {
    value: candidate.value,
    raw: candidate.raw,
    origin: candidate.origin,
    confidence: roundConfidence(confidence),
    evidence: candidate.evidence,
    source: candidate.source,
    signals: spokenSignals(candidate.signals),
  };
}

/** Signals that said something, to two decimals: what a person can read. */
function spokenSignals(signals: Readonly<Record<string, number>>): Record<string, number> {
  const spoken: Record<string, number> = {};
  for (const [name, part] of Object.entries(signals)) {
    const rounded = Math.round(part * 100) / 100;
    if (rounded !== 0) spoken[name] = rounded;
  }
  return spoken;
}
