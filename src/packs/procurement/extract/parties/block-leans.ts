// Blocks without a heading, weighed against each other: whose they are.

import { overlapY } from '../../../../document/box.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { sameCompany } from '../../../../recognize/company-names-compare.ts';
import { isTitle } from './name-text.ts';
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
    if (isUnderTopTitle(reading, block) && rivals.some((other) => standsRightOf(other, block)))
      leans.get(block)!.underTitle = -1.8;
    leans.get(block)!.beside = Math.max(-1.6, Math.min(0.6, 0.6 * distance));
  }
  return leans;
}

/** Papers whose custom is the buyer on the right, under whatever stands above. */
const BUYER_RIGHT = new Set(['fr', 'it', 'es', 'pt']);

/** The paper opens with its title, the block right under it: what stands there shows in a window, the letterhead is elsewhere. */
function isUnderTopTitle(reading: Reading, { page, box, lines }: PartyBlock): boolean {
  const top = page.lines[0];
  if (!top || lines.includes(top) || BUYER_RIGHT.has(reading.doc.language ?? '')) return false;
  return isTitle(top.text) && Math.abs(top.box[0] - box[0]) < 20 && box[1] < 0.2 * page.height && top.row === 0;
}

/** At the same height, past the middle of the page. */
const standsRightOf = (other: PartyBlock, { page, box }: PartyBlock): boolean =>
  other.page === page && other.box[0] > box[2] && other.box[0] > 0.5 * page.width && overlapY(other.box, box) > 0;
