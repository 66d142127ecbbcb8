// The error catalogue: every failure a person or a program can meet, with what to do about it.

import { accountErrors } from './errors/account-errors.ts';
import { artifactErrors } from './errors/artifact-errors.ts';
import { backupErrors } from './errors/backup-errors.ts';
import { caseErrors } from './errors/case-errors.ts';
import { documentErrors } from './errors/document-errors.ts';
import { findingErrors } from './errors/finding-errors.ts';
import { intakeErrors } from './errors/intake-errors.ts';
import { lessonErrors } from './errors/lesson-errors.ts';
import { matchErrors } from './errors/match-errors.ts';
import { modelErrors } from './errors/model-errors.ts';
import { nlpErrors } from './errors/nlp-errors.ts';
import { notifyErrors } from './errors/notify-errors.ts';
import { reviewErrors } from './errors/review-errors.ts';
import { searchErrors } from './errors/search-errors.ts';
import { serverErrors } from './errors/server-errors.ts';
import { typeErrors } from './errors/type-errors.ts';

export const errorCatalogue = {
  ...accountErrors,
  ...artifactErrors,
  ...backupErrors,
  ...caseErrors,
  ...documentErrors,
  ...findingErrors,
  ...intakeErrors,
  ...lessonErrors,
  ...matchErrors,
  ...modelErrors,
  ...nlpErrors,
  ...notifyErrors,
  ...reviewErrors,
  ...searchErrors,
  ...serverErrors,
  ...typeErrors,
};

export type ErrorCode = keyof typeof errorCatalogue;

/** An error with a code from the catalogue. `message` is safe to show to a user. */
export class SheafError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message?: string, options?: { cause?: unknown; details?: Record<string, unknown> }) {
    super(message ?? errorCatalogue[code].title, { cause: options?.cause });
    this.name = 'SheafError';
    this.code = code;
    this.details = options?.details ?? {};
  }
}
