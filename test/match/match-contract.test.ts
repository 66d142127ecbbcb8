import { createMatching } from '../../src/match/matching.ts';
import { packs } from '../../src/packs/index.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { lostAndFound } from '../support/lost-and-found.ts';
import { describeMatch } from './match-contract.ts';

const real = createMatching(
  packs.flatMap((pack) => pack.matches ?? []),
  createTypeCatalogue(packs).types,
);

for (const matching of [real, lostAndFound]) for (const spec of matching.specs) describeMatch(matching, spec);
