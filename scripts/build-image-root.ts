// `npm run image`: builds the image's content without an engine (root and debootstrap needed), and says what is in it.
// --write puts the table into docs/container.md; --root prints the folder only.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildImageRoot } from './image/build-root.ts';
import { contentTable, measureImage } from './image/image-content.ts';
import { whyNoImageRoot } from './image/why-no-image-root.ts';

const folder = path.dirname(import.meta.dirname);
const page = path.join(folder, 'docs', 'container.md');

const reason = whyNoImageRoot();
if (reason !== undefined) {
  console.log(`The image cannot be built here: ${reason}.`);
  process.exit(2);
}
const { root } = await buildImageRoot(folder, (line) => console.error(line));
if (process.argv.includes('--root')) console.log(root);
else {
  const table = contentTable(measureImage(root));
  console.log(`${root}\n\n${table}`);
  if (process.argv.includes('--write')) {
    const between = /(<!-- content of the image[^\n]*-->\n)[\s\S]*?(\n<!-- end of content -->)/;
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace(between, (_all, before, after) => `${before}\n${table}\n${after}`),
    );
  }
}
