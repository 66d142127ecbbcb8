// `npm run docs`: pages that are made from the code, so that they cannot disagree with it. test/docs.test.ts fails when one is stale.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generatedPages } from './docs/generated-pages.ts';

const root = path.dirname(import.meta.dirname);

for (const [file, text] of Object.entries(await generatedPages())) {
  await writeFile(path.join(root, file), text);
  console.log(file);
}
