// A short look at every operation with each change; openapi-fuzz.slow.test.ts looks longer.

import { describeFuzz } from './support/describe-fuzz.ts';

await describeFuzz({ each: 8, crews: 80 });
