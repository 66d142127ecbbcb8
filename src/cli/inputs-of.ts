// Names on the command line → files: folders are walked, `-` is standard input.

import { expandPaths, type FoundFile } from './expand-paths.ts';

export async function* inputsOf(names: readonly string[], signal: AbortSignal): AsyncGenerator<FoundFile> {
  for (const name of names) {
    if (name === '-') yield { name: '-', path: '-' };
    else
      for await (const found of expandPaths([name])) {
        if (signal.aborted) return;
        yield found;
      }
  }
}
