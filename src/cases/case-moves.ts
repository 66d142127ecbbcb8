// Which steps a case can take, for whom, and why not. Pure: the declaration, the case and who asks.

import type { CaseFacts, CaseSpec, CaseTransition } from './case-spec.ts';

export interface Mover {
  /** In the workspace. */
  role: string;
  may(permission: string): boolean;
}

export interface PossibleMove {
  to: string;
  /** Why the case is not ready for it; null = it can be taken. */
  reason: string | null;
}

/** undefined: no such step leads there from where the case is. */
export function findTransition({ transitions }: CaseSpec, from: string, to: string): CaseTransition | undefined {
  return transitions.find((step) => step.to === to && [step.from].flat().includes(from));
}

export function mayTake({ permission, roles }: CaseTransition, mover: Mover): boolean {
  return (permission === undefined || mover.may(permission)) && (roles?.includes(mover.role) ?? true);
}

/** What this person could do with the case next, in the order of the states. */
export function possibleMoves(spec: CaseSpec, facts: CaseFacts, mover: Mover): PossibleMove[] {
  return spec.states.flatMap(({ id }) => {
    const step = findTransition(spec, facts.state, id);
    if (!step || !mayTake(step, mover)) return [];
    return [{ to: id, reason: step.guard?.(facts) ?? null }];
  });
}
