// What a declaration compares of two records, as one short text: while it is the same, a decision on the pair stands.

import { createHash } from 'node:crypto';
import type { MatchSpec, Subject } from './match-spec.ts';

const linePath = /^lines\[\]\.(.+)$/;

export function fingerprintOf(spec: MatchSpec, left: Subject, right: Subject): string {
  const reads = [...spec.features, ...spec.vetoes].map((part) => part.reads);
  const compared = [
    comparedOf(
      left,
      reads.flatMap((read) => read.left),
    ),
    comparedOf(
      right,
      reads.flatMap((read) => read.right),
    ),
  ];
  return createHash('sha256').update(JSON.stringify(compared)).digest('base64url').slice(0, 32);
}

function comparedOf({ values, lines }: Subject, paths: readonly string[]): unknown[] {
  return [...new Set(paths)].sort().map((path) => {
    const inLine = linePath.exec(path)?.[1];
    return [path, inLine ? lines.map((line) => line[inLine] ?? null) : (values[path] ?? null)];
  });
}
