// The real Validator: files are judged in the same sandboxed children that read them.

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, errorCatalogue, SheafError } from './errors.ts';
import { createChildPool } from './parse/child-pool.ts';
import { defaultLimits } from './parse/limits.ts';
import {
  failedValidation,
  type Judged,
  judgedResult,
  type ValidateTask,
  type Validator,
} from './pipeline/validate-result.ts';

const entry = fileURLToPath(new URL('./reading-child.ts', import.meta.url));
const FILE_MS = 20_000;
const PAGE_MS = 25_000;
const MOST_PAGES = 24;

/** Starts no process before the first file. */
export function createValidator({
  jobs,
  maxBytes = defaultLimits.maxBytes,
}: {
  jobs: number;
  maxBytes?: number;
}): Validator {
  const pool = createChildPool({ entry, size: Math.max(1, Math.min(jobs, availableParallelism())) });
  const how = { timeoutMs: FILE_MS, maxTimeoutMs: PAGE_MS * MOST_PAGES };
  return {
    async validate(input, options = {}) {
      const password = options.password === undefined ? {} : { password: options.password };
      const task: ValidateTask = { input, maxBytes, ocrPageMs: PAGE_MS, ...password };
      try {
        return judgedResult(input.name, await pool.run<Judged>('validate', task, how));
      } catch (error) {
        return failedValidation(input.name, describe(error));
      }
    },
    close: () => pool.close(),
  };
}

function describe(error: unknown): { code: string; message: string } {
  const code: ErrorCode = error instanceof SheafError ? error.code : 'internal';
  return { code, message: error instanceof SheafError && error.message ? error.message : errorCatalogue[code].title };
}
