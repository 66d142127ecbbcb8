// Lines that stand in a block of the recipient.

import type { Line } from '../../../../document/parsed-document.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findPartyBlocks } from './party-blocks.ts';

const RECIPIENT_ROLES: ReadonlySet<string | undefined> = new Set(['buyer', 'recipient', 'shipTo']);

/** Lines of the blocks that a heading gives to the buyer, the addressee or the place of delivery. */
export function recipientLines(reading: Reading): ReadonlySet<Line> {
  return reading.derive('procurement/recipient-lines', () => {
    const lines = new Set<Line>();
    for (const block of findPartyBlocks(reading))
      if (RECIPIENT_ROLES.has(block.role)) for (const line of block.lines) lines.add(line);
    return lines;
  });
}
