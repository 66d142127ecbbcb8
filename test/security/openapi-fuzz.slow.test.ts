// More than ten thousand requests of every kind against every operation of the OpenAPI document.

import { describeFuzz } from './support/describe-fuzz.ts';

await describeFuzz({ requests: 12_000, crews: 400 });
