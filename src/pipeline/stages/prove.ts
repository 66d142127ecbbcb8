// Proof: the lines that were read are counted against what the layout shows, and summed against the totals that were chosen.

import type { LineProof, LinesSeen } from '../../document/line-proof.ts';
import type { DocumentRecord } from '../../document/value.ts';
import type { DocumentType } from '../pack.ts';
import { viewRecord } from './validate.ts';

/** Sets `lines` and `lineProof` of the record. undefined when there is nothing to prove. */
export function proveLines(
  record: DocumentRecord,
  type: DocumentType,
  seen: LinesSeen | undefined,
): LineProof | undefined {
  if (!seen || !type.proveLines || (record.lines.length === 0 && seen.rowsSeen === 0)) return undefined;
  const { lines, proof } = type.proveLines(viewRecord(record), seen);
  record.lines = lines;
  record.lineProof = proof;
  return proof;
}
