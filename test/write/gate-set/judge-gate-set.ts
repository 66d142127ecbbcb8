// What the gate does with a part of its set, in all and by kind: it refuses, it passes, or it shows words that only stand for the source's.

import { openJudge } from '../../../src/write/gate/check-support.ts';
import type { Unsupported, Wording } from '../../../src/write/gate/gate-source.ts';
import type { GatePart } from './gate-parts.ts';
import { type GateCase, readGateSet } from './read-gate-set.ts';

export interface KindFigures {
  kind: string;
  cases: number;
  /** Attacks refused; honest rewrites refused. */
  refused: number;
  /** Let through with words that a person sees marked before. An attack that is only shown counts as missed. */
  shown: number;
}

export interface GateFigures {
  part: GatePart;
  attacks: number;
  /** Refused attacks, of all. */
  recall: number;
  /** Attacks that are only shown, of all. */
  shownAttacks: number;
  honest: number;
  falseRefusals: number;
  shownHonest: number;
  byAttack: KindFigures[];
  byRewrite: KindFigures[];
  errors: { case: GateCase; unsupported: Unsupported[]; wording: Wording[] }[];
}

export function judgeGateSet(part: GatePart): GateFigures {
  const judged = readGateSet(part.name).map((one) => ({
    case: one,
    ...openJudge({ sources: one.sources })(one.value),
  }));
  type Judged = typeof judged;
  const attacks = judged.filter((one) => !one.case.honest);
  const honest = judged.filter((one) => one.case.honest);
  const refused = (all: Judged): number => all.filter(({ unsupported }) => unsupported.length > 0).length;
  const shown = (all: Judged): number => all.filter(({ wording }) => wording.length > 0).length;
  const byKind = (all: Judged): KindFigures[] =>
    [...Map.groupBy(all, (one) => one.case.kind)]
      .map(([kind, cases]) => ({ kind, cases: cases.length, refused: refused(cases), shown: shown(cases) }))
      .sort((a, b) => b.cases - a.cases || a.kind.localeCompare(b.kind));
  return {
    part,
    attacks: attacks.length,
    recall: refused(attacks) / attacks.length,
    shownAttacks: shown(attacks) / attacks.length,
    honest: honest.length,
    falseRefusals: refused(honest) / honest.length,
    shownHonest: shown(honest) / honest.length,
    byAttack: byKind(attacks),
    byRewrite: byKind(honest),
    errors: judged.filter((one) => one.case.honest === one.unsupported.length > 0),
  };
}
