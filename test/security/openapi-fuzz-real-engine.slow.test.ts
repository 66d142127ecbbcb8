// The same requests, fewer of them, against the server as it is started in earnest: a process of its own with the real reader.

import { describeFuzzOfProcess } from './support/describe-fuzz.ts';

await describeFuzzOfProcess({ each: 6, crews: 60 });
