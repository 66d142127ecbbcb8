// Where the goods go: the address block that a heading like "Deliver to" claims, as the party reader has cut it.

import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import { findPartyBlocks } from '../parties/party-blocks.ts';

export const deliveryAddress: Extractor = {
  id: 'procurement/delivery-address',
  writes: ['deliveryAddress'],
  extract: (reading): Candidate[] =>
    findPartyBlocks(reading).flatMap((block) => {
      if (block.role !== 'shipTo' || !block.address) return [];
      const signals = { heading: 1.4 + block.roleStrength, place: block.address.postalCode ? 0.8 : 0.2 };
      const parts = { path: 'deliveryAddress', value: block.address.text, source: 'ship-to-block', signals };
      const evidence = block.address.pieces.map(({ line, start, text }) =>
        evidenceOfSpan(line, start, start + text.length),
      );
      return [candidateOf({ ...parts, raw: block.address.text }, evidence)];
    }),
};
