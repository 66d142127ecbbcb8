import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listLeftOut } from '../../scripts/left-out.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('files with skipped tests are told with their number; passed and failed ones are not', () => {
  const root = temporaryFolder();
  const file = path.join(root, 'report.json');
  const results = (...statuses: string[]) => statuses.map((status) => ({ status }));
  writeFileSync(
    file,
    JSON.stringify({
      testResults: [
        { name: path.join(root, 'test/a.test.ts'), assertionResults: results('passed', 'skipped', 'pending') },
        { name: path.join(root, 'test/b.test.ts'), assertionResults: results('passed', 'failed') },
      ],
    }),
  );
  expect(listLeftOut(file, root)).toEqual(['test/a.test.ts: 2 of 3 tests']);
});

test('no report tells nothing', () => {
  expect(listLeftOut(path.join(temporaryFolder(), 'none.json'), '/')).toEqual([]);
});
