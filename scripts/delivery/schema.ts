// The published schemas of the files that other programs read, kept in test/fixtures/schemas (Apache-2.0, from SchemaStore).

import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2019 from 'ajv/dist/2019.js';

const folder = path.resolve(import.meta.dirname, '../../test/fixtures/schemas');

/** One line for each place that does not fit. */
export function faultsBySchema(name: 'compose-spec' | 'dependabot-2.0' | 'github-workflow', value: unknown): string[] {
  // They are written to drafts 4, 7 and 2019; what they use of them means the same in all.
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  const ajv = new Ajv2019.default({ strict: false, validateSchema: false, validateFormats: false, allErrors: true });
  // The name of a schema in draft 4; in one of these it is what a part is called.
  ajv.removeKeyword('id');
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}
