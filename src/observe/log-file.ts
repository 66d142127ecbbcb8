// The log as a file that rotates by size. Whatever happens to it (a full disk, no permission, a folder in its place), the
// server goes on: lines are left out, that is said once, and the file is tried again later.

import { createStream, type RotatingFileStream } from 'rotating-file-stream';

export interface LogFileOptions {
  path: string;
  /** The file is put aside when it reaches this size. */
  maxBytes: number;
  /** Files put aside that stay, 1 at least: `name.1` is the newest. */
  keep: number;
  /** Told once, until writing has worked again. */
  onTrouble: (error: NodeJS.ErrnoException) => void;
  /** Before the file is tried again. */
  pauseMs?: number;
}

export interface LogFile {
  write(line: string): void;
  /** Resolves when all lines so far are with the operating system, or the time is over. */
  flush(timeoutMs: number): Promise<void>;
  close(timeoutMs: number): Promise<void>;
  /** Lines that did not reach the file. */
  lost(): number;
}

/** Lines that wait for a slow disk; more are left out, so that it cannot fill the memory. */
const MOST_WAITING_BYTES = 4_000_000;
const PAUSE_MS = 30_000;

export function openLogFile({ path, maxBytes, keep, onTrouble, pauseMs = PAUSE_MS }: LogFileOptions): LogFile {
  let stream: RotatingFileStream | undefined;
  let brokenUntil = 0;
  let written = 0;
  let landed = 0;
  let lost = 0;
  let told = false;

  const open = (): RotatingFileStream => {
    const opened = createStream(path, { size: `${maxBytes}B`, rotate: keep, mode: 0o640 });
    opened.on('error', (error: NodeJS.ErrnoException) => {
      if (stream !== opened) return;
      stream = undefined;
      brokenUntil = performance.now() + pauseMs;
      // Whatever waited is gone with the stream.
      lost += written - landed;
      landed = written;
      if (!told) onTrouble(error);
      told = true;
    });
    opened.on('warning', () => undefined);
    return opened;
  };

  const settled = async (timeoutMs: number): Promise<void> => {
    const deadline = performance.now() + timeoutMs;
    while (stream && landed < written && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  return {
    write(line) {
      if (!stream && performance.now() < brokenUntil) {
        lost++;
        return;
      }
      stream ??= open();
      const own = stream;
      if (own.writableLength > MOST_WAITING_BYTES) {
        lost++;
        return;
      }
      written++;
      own.write(line, (error) => {
        if (error || stream !== own) return;
        landed++;
        told = false;
      });
    },
    flush: settled,
    async close(timeoutMs) {
      await settled(timeoutMs);
      const last = stream;
      stream = undefined;
      brokenUntil = Number.POSITIVE_INFINITY;
      last?.end();
    },
    lost: () => lost,
  };
}
