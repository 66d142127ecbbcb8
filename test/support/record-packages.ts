// Goes before a program (`--import`): writes each package that the process loads to the file that RECORD_PACKAGES_TO names.

import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const file = process.env.RECORD_PACKAGES_TO;
const seen = new Set<string>();

registerHooks({
  load(url, context, next) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
    if (file && name && !seen.has(name)) {
      seen.add(name);
      appendFileSync(file, `${process.pid} ${name}\n`);
    }
    return next(url, context);
  },
});
