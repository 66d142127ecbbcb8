// What `sheaf validate` says of one file, and who says it.

import type { ReadInput } from './read-result.ts';
import type { FiredRule } from './structured-syntax.ts';

export interface Judged {
  /** `ubl-invoice`, `cii` … or `record`. */
  syntax: string;
  /** The specification that the file says it follows, by a short name; null = none known. */
  profile: string | null;
  fired: FiredRule[];
}

export interface ValidateResult {
  file: string;
  /** null = it could not be judged. */
  syntax: string | null;
  profile: string | null;
  /** No rule of severity error fired. */
  valid: boolean;
  fired: FiredRule[];
  error: { code: string; message: string } | null;
}

export function judgedResult(file: string, { syntax, profile, fired }: Judged): ValidateResult {
  return { file, syntax, profile, valid: !fired.some(({ severity }) => severity === 'error'), fired, error: null };
}

export function failedValidation(file: string, error: { code: string; message: string }): ValidateResult {
  return { file, syntax: null, profile: null, valid: false, fired: [], error };
}

/** Judges files in sandboxed child processes. Never throws for what a file contains: failures are results. */
export interface Validator {
  validate(input: ReadInput, options?: { password?: string }): Promise<ValidateResult>;
  close(): Promise<void>;
}

/** What travels to the child for one file; plain data. */
export interface ValidateTask {
  input: ReadInput;
  password?: string;
  maxBytes: number;
  ocrPageMs: number;
}
