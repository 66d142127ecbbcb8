// The taxonomy that comes with Sheaf, written for it.

import { business } from './data/business.ts';
import { creative } from './data/creative.ts';
import { credentials } from './data/credentials.ts';
import { dataScience } from './data/data-science.ts';
import { engineering } from './data/engineering.ts';
import { health } from './data/health.ts';
import { infrastructure } from './data/infrastructure.ts';
import { methods } from './data/methods.ts';
import { people } from './data/people.ts';
import { programming } from './data/programming.ts';
import { trades } from './data/trades.ts';
import { parseTaxonomy } from './parse-taxonomy.ts';
import { createTaxonomy, type Taxonomy } from './taxonomy.ts';

let own: Taxonomy | undefined;

/** Parsed when it is first asked for. */
export function ownTaxonomy(): Taxonomy {
  own ??= createTaxonomy(
    parseTaxonomy([
      programming,
      infrastructure,
      dataScience,
      methods,
      engineering,
      trades,
      health,
      people,
      business,
      creative,
      credentials,
    ]),
  );
  return own;
}
