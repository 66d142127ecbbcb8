// What becomes of a match when it is compared again. A person's word stands until a value that was compared has changed.

import type { MatchRow } from '../store/matches.ts';
import type { MatchState, SupersededBecause } from '../store/schema-matching.ts';

export interface Compared {
  fingerprint: string;
  /** Good enough to be proposed. */
  good: boolean;
  /** There are better ones, as many as are proposed. */
  outranked: boolean;
  vetoed: boolean;
  /** A record goes to one other only: which pairs are proposed is decided among all of them, after this. */
  assigned: boolean;
}

export interface NextState {
  state: MatchState;
  because: SupersededBecause | null;
}

export function nextState(
  row: Pick<MatchRow, 'state' | 'fingerprint' | 'superseded_because'>,
  { fingerprint, good, outranked, vetoed, assigned }: Compared,
): NextState {
  // An accepted link is a person's: no score takes it back.
  if (row.state === 'accepted') return { state: 'accepted', because: null };
  if (row.state === 'dismissed' && row.fingerprint === fingerprint) return { state: 'dismissed', because: null };
  if (good && !outranked) {
    const waits = assigned && row.state !== 'proposed';
    return waits ? { state: 'superseded', because: 'assigned-elsewhere' } : { state: 'proposed', because: null };
  }
  // Dismissed stays said: there is nothing to propose instead.
  if (row.state === 'dismissed') return { state: 'dismissed', because: null };
  return { state: 'superseded', because: vetoed ? 'ruled-out' : good ? 'outranked' : 'too-unlikely' };
}
