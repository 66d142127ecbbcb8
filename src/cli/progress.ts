// One line on standard error that counts files, only when a person watches.

import type { CliStream } from './command.ts';
import { cleanText, fitText } from './terminal.ts';

export interface Progress {
  finished(name: string): void;
  /** Takes the line away, before results are printed. */
  clear(): void;
}

const REFRESH_MS = 80;

export function showProgress(stderr: CliStream): Progress {
  if (!stderr.isTTY) return { finished: () => {}, clear: () => {} };
  let done = 0;
  let shown = false;
  let last = 0;
  return {
    finished(name) {
      done++;
      const now = performance.now();
      if (now - last < REFRESH_MS) return;
      last = now;
      shown = true;
      stderr.write(`\r\x1b[2K${fitText(`${done} read · ${cleanText(name)}`, (stderr.columns || 80) - 1)}`);
    },
    clear() {
      if (shown) stderr.write('\r\x1b[2K');
      shown = false;
    },
  };
}
