// One pair of records: compared, scored over what is known, made a probability, and explained for and against.

import type { Calibration } from '../learn/outcome.ts';
import type { Assignment } from './assign-matches.ts';
import { combineEvidence, evidenceOf, scoreOf } from './combine-evidence.ts';
import { calibrated, type MatchModel } from './match-model.ts';
import type { MatchContext, MatchSpec, Subject } from './match-spec.ts';

export interface Reason {
  feature: string;
  title: string;
  /** 0–1, as compared. */
  value: number;
  /** Log-odds that it gave; its sign says for or against. */
  evidence: number;
  left: string;
  right: string;
  /** The whole reason in words. */
  text: string;
}

export interface Explanation {
  /** Strongest first. */
  for: Reason[];
  against: Reason[];
  /** What neither helped nor hurt: one side does not say. */
  unknown: { feature: string; title: string }[];
  /** Why the pair is ruled out, if it is. */
  veto: { id: string; title: string; text: string } | null;
  /** What became of it among others, where a record goes to one only. */
  assignment?: Assignment | null;
  /** Probability before anything was compared, and the log-odds added to it. */
  prior: number;
  evidence: number;
  versions: {
    spec: string;
    /** Of the workspace's weights; 0 = as declared. */
    model: number;
    /** Decisions that the weights were learnt from. */
    weightsFrom: number;
    calibration: Calibration['method'];
    /** Decisions that the calibration was fitted on. */
    calibrationFrom: number;
  };
}

export interface ScoredPair {
  left: string;
  right: string;
  /** 0–1 before calibration. */
  score: number;
  /** Calibrated; 0 when a veto stands in the way. */
  probability: number;
  /** Feature → value, of those that are known. */
  values: Record<string, number>;
  explanation: Explanation;
}

/** Evidence smaller than this says nothing that a person would read. */
const WORTH_SAYING = 0.05;

export function scorePair(
  spec: MatchSpec,
  { model, context }: { model: MatchModel; context: MatchContext },
  [left, right]: readonly [Subject, Subject],
): ScoredPair {
  const reasons: Reason[] = [];
  const unknown: Explanation['unknown'] = [];
  const values: Record<string, number> = {};
  for (const { id, title, compare } of spec.features) {
    const compared = compare(left, right, context);
    // A feature that cannot tell has not compared: no number of its may poison the sum.
    if (!compared || Number.isNaN(compared.value)) {
      unknown.push({ feature: id, title });
      continue;
    }
    const value = Math.min(1, Math.max(0, compared.value));
    values[id] = value;
    const evidence = evidenceOf(value, model.weights[id]!);
    const said = { title, value, left: compared.left, right: compared.right, note: compared.note };
    reasons.push({ feature: id, title, value, evidence, left: said.left, right: said.right, text: sayReason(said) });
  }
  const evidence = combineEvidence(
    reasons.map((reason) => reason.evidence),
    model.correlation,
  );
  const score = scoreOf(model, evidence);
  const veto = findVeto(spec, left, right);
  const worth = reasons.filter((reason) => Math.abs(reason.evidence) >= WORTH_SAYING);
  const strongest = (a: Reason, b: Reason): number =>
    Math.abs(b.evidence) - Math.abs(a.evidence) || (a.feature < b.feature ? -1 : 1);
  return {
    left: left.id,
    right: right.id,
    score,
    probability: veto ? 0 : calibrated(model.calibration, score),
    values,
    explanation: {
      for: worth.filter((reason) => reason.evidence > 0).sort(strongest),
      against: worth.filter((reason) => reason.evidence < 0).sort(strongest),
      unknown,
      veto,
      prior: model.prior,
      evidence,
      versions: {
        spec: spec.version,
        model: model.version,
        weightsFrom: model.outcomes,
        calibration: model.calibration.method,
        calibrationFrom: model.calibration.outcomes,
      },
    },
  };
}

function findVeto(spec: MatchSpec, left: Subject, right: Subject): Explanation['veto'] {
  for (const { id, title, check } of spec.vetoes) {
    const text = check(left, right);
    if (text !== undefined) return { id, title, text };
  }
  return null;
}

interface Said {
  title: string;
  value: number;
  left: string;
  right: string;
  note: string | undefined;
}

function sayReason({ title, value, left, right, note }: Said): string {
  const how = value >= 0.995 ? 'agree' : value >= 0.8 ? 'nearly agree' : value >= 0.4 ? 'agree in part' : 'differ';
  const same = left === right ? `${title}: both “${left}”` : `${title}: “${left}” and “${right}” ${how}`;
  return note ? `${same} (${note})` : same;
}

/** What a model says of values that were compared before; 0–1, not calibrated. */
export function scoreOfValues(
  { features }: Pick<MatchSpec, 'features'>,
  model: Pick<MatchModel, 'weights' | 'prior' | 'correlation'>,
  values: Readonly<Record<string, number>>,
): number {
  const evidence = features.flatMap(({ id }) =>
    Object.hasOwn(values, id) ? [evidenceOf(values[id]!, model.weights[id]!)] : [],
  );
  return scoreOf(model, combineEvidence(evidence, model.correlation));
}
