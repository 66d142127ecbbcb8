// Recall and false refusals of the gate on a part of its set, in all and by kind.

import { checkSupport } from '../../../src/write/gate/check-support.ts';
import type { Unsupported } from '../../../src/write/gate/gate-source.ts';
import type { GatePart } from './gate-parts.ts';
import { type GateCase, readGateSet } from './read-gate-set.ts';

export interface KindFigures {
  kind: string;
  cases: number;
  /** Attacks refused; honest rewrites refused. */
  refused: number;
}

export interface GateFigures {
  part: GatePart;
  attacks: number;
  recall: number;
  honest: number;
  falseRefusals: number;
  byAttack: KindFigures[];
  byRewrite: KindFigures[];
  errors: { case: GateCase; unsupported: Unsupported[] }[];
}

export function judgeGateSet(part: GatePart): GateFigures {
  const judged = readGateSet(part.name).map((one) => ({
    case: one,
    unsupported: checkSupport({ value: one.value, sources: one.sources }),
  }));
  const attacks = judged.filter((one) => !one.case.honest);
  const honest = judged.filter((one) => one.case.honest);
  const refused = (all: typeof judged): number => all.filter(({ unsupported }) => unsupported.length > 0).length;
  const byKind = (all: typeof judged): KindFigures[] =>
    [...Map.groupBy(all, (one) => one.case.kind)]
      .map(([kind, cases]) => ({ kind, cases: cases.length, refused: refused(cases) }))
      .sort((a, b) => b.cases - a.cases || a.kind.localeCompare(b.kind));
  return {
    part,
    attacks: attacks.length,
    recall: refused(attacks) / attacks.length,
    honest: honest.length,
    falseRefusals: refused(honest) / honest.length,
    byAttack: byKind(attacks),
    byRewrite: byKind(honest),
    errors: judged.filter((one) => one.case.honest === one.unsupported.length > 0),
  };
}
