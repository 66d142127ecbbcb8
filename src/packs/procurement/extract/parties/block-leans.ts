// Blocks without a heading, weighed against each other: whose they are.

import type { Reading } from '../../../../pipeline/reading.ts';
import { sameCompany } from '../../../../recognize/company-names-compare.ts';
import { findPartyBlocks, type PartyBlock } from './party-blocks.ts';
import { issuerSignals } from './party-signals.ts';

export type Signals = Record<string, number>;

export const total = (signals: Signals): number => Object.values(signals).reduce((sum, part) => sum + part, 0);

/** Per block without a heading: what speaks for the issuer (above 0) and for the recipient (below). */
export function leansOf(reading: Reading): ReadonlyMap<PartyBlock, Signals> {
  return reading.derive('procurement/block-leans', () => weighBlocks(reading));
}

function weighBlocks(reading: Reading): ReadonlyMap<PartyBlock, Signals> {
  const open = findPartyBlocks(reading).filter((block) => block.role === undefined);
  const leans = new Map(open.map((block) => [block, issuerSignals(reading, block)]));
  // The domain is the one's whose name it fits best: two firms may share a word.
  const best = Math.max(0, ...open.map((block) => leans.get(block)!.domain ?? 0));
  for (const signals of leans.values()) if ((signals.domain ?? 0) < best - 0.05) delete signals.domain;
  const leanings = new Map(open.map((block) => [block, total(leans.get(block)!)]));
  const first = open.filter((block) => block.page.number === 1 && block.names.length > 0);
  for (const block of first) {
    const name = block.names[0]!.name;
    const rivals = first.filter((other) => sameCompany(other.names[0]!.name, name) < 0.85);
    if (rivals.length === 0) continue;
    // Of two different parties one issues and one receives, however much both look like either.
    const distance = leanings.get(block)! - Math.max(...rivals.map((other) => leanings.get(other)!));
    leans.get(block)!.beside = Math.max(-1.6, Math.min(0.6, 0.6 * distance));
  }
  return leans;
}
