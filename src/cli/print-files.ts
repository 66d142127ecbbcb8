// Files one after the other, however many are worked on at once: their results printed in order, and what the command ends with.

import type { CliIo, ExitCode } from './command.ts';
import type { FoundFile } from './expand-paths.ts';
import { inputsOf } from './inputs-of.ts';
import { isClosedPipe, writeTo } from './output.ts';
import { showProgress } from './progress.ts';
import { readInOrder } from './read-in-order.ts';

export interface FileWork<R> {
  jobs: number;
  io: CliIo;
  work: (found: FoundFile) => Promise<R>;
  /** In place of the work once the command was interrupted. */
  interrupted: (found: FoundFile) => R;
  /** Text for the result; `first` of all. */
  print: (result: R, first: boolean) => string;
  /** Makes the exit code 1. */
  isBad: (result: R) => boolean;
  /** Said when there was no file at all, which is exit code 1 too. */
  nothing: string;
}

/** 0, 1, or 130 when it was interrupted. */
export async function printFiles<R>(names: readonly string[], wanted: FileWork<R>): Promise<ExitCode> {
  const { jobs, io, work, interrupted, print, isBad, nothing } = wanted;
  const progress = showProgress(io.stderr);
  const one = async (found: FoundFile): Promise<R> => {
    if (io.signal.aborted) return interrupted(found);
    const result = await work(found);
    progress.finished(found.name);
    return result;
  };
  let files = 0;
  let exitCode: ExitCode = 0;
  try {
    for await (const result of readInOrder(inputsOf(names, io.signal), one, { jobs })) {
      if (io.signal.aborted) break;
      files++;
      if (isBad(result)) exitCode = 1;
      progress.clear();
      await writeTo(io.stdout, print(result, files === 1));
    }
  } catch (error) {
    // Whoever read our output has seen enough (`| head`).
    if (isClosedPipe(error)) return exitCode;
    throw error;
  } finally {
    progress.clear();
  }
  if (io.signal.aborted) return 130;
  if (files > 0) return exitCode;
  io.stderr.write(`${nothing}\n`);
  return 1;
}
