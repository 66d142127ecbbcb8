// What a check of `sheaf doctor` says.

/** note: works, but worth knowing. */
export type FindingState = 'ok' | 'note' | 'problem';

export interface Finding {
  name: string;
  state: FindingState;
  detail: string;
  /** What to do, when there is something to do. */
  advice?: string;
}
