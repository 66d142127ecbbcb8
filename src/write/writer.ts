// What every writer is: it proposes operations and says how it came to them. Whether they hold is decided by checkOperations, the
// same for a model, a rule and a person.

import type { WritingInput } from './artifact-declaration.ts';
import type { Operation } from './operation.ts';

export interface WriterInput extends WritingInput {
  /** `past` for what is over, `present` for what goes on, by place; undefined leaves the tense. */
  tenseAt?: (path: string) => 'past' | 'present' | undefined;
}

/** rules: no model was asked for. model: a model wrote it. fallback: a model was asked for and rules wrote it. */
export type WrittenBy = 'rules' | 'model' | 'fallback';

export interface Proposal {
  status: WrittenBy;
  /** Why a model did not write it. */
  because?: string;
  operations: Operation[];
}
