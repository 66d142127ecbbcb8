// More than ten thousand requests of every kind against every operation of the OpenAPI document.

import { describeFuzz } from './support/describe-fuzz.ts';

await describeFuzz({ each: 60, crews: 400 });
