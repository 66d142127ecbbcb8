import { Writable } from 'node:stream';

/** Somewhere for a logger to write, and what it wrote. */
export function captureLines() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, destination };
}
