// Inference: values that follow from others, proposed as candidates so that the joint choice can still refuse them.

import type { Candidate, LineItem } from '../../document/value.ts';
import type { Assignment, DocumentType, Inference } from '../pack.ts';
import type { Reading } from '../reading.ts';
import { mergeCandidates } from './choose.ts';

/** Runs the type's inferences in their declared order on the best candidate so far of each field. */
export function inferCandidates(
  candidates: readonly Candidate[],
  reading: Reading,
  type: DocumentType,
  lines: readonly LineItem[],
): Candidate[] {
  if (type.inferences.length === 0) return [];
  const best: Record<string, Candidate | undefined> = {};
  for (const [path, list] of mergeCandidates(candidates)) if (list[0]!.score > 0) best[path] = list[0];
  const inferred: Candidate[] = [];
  for (const inference of type.inferences) {
    for (const candidate of inference.infer(best as Assignment, reading, lines)) {
      inferred.push(candidate);
      const rival = best[candidate.path];
      if (!rival || rival.score < candidate.score) best[candidate.path] = candidate;
    }
  }
  return inferred;
}

/** Throws when an inference reads what only a later one writes: the order of the list is the order of running. */
export function assertInferenceOrder(inferences: readonly Inference[], fieldPaths: ReadonlySet<string>): void {
  for (const [i, inference] of inferences.entries()) {
    for (const path of inference.reads) {
      const writtenLater = inferences.slice(i + 1).some((later) => later.writes.includes(path));
      const writtenBefore = inferences.slice(0, i).some((earlier) => earlier.writes.includes(path));
      if (writtenLater && !writtenBefore && !fieldPaths.has(path)) {
        throw new Error(`inference ${inference.id} reads ${path}, which only a later inference writes`);
      }
    }
  }
}
