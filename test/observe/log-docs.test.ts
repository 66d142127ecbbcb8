import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { observeSettings } from '../../src/config/observe.ts';
import { logLineSchema } from '../support/log-schema.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const page = read('docs/logging.md');

const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const events = new Set(
  sources.flatMap((file) => [...read(path.join('src', file)).matchAll(/\bevent: '([a-z-]+)'/g)].map((hit) => hit[1]!)),
);

test('there are events', () => expect(events.size).toBeGreaterThan(10));

test.each([...events])('event %s is documented', (event) => {
  expect(page).toMatch(new RegExp(`^\\|[^|]*\`${event}\``, 'm'));
});

test.each(Object.keys(logLineSchema.shape))('field %s of the schema is documented', (field) => {
  expect(page).toMatch(new RegExp(`^\\|[^|]*\`${field}\``, 'm'));
});

test.each(Object.keys(observeSettings).filter((name) => /^(?:LOG|OTEL|SENTRY)_/.test(name)))(
  '%s is told of where it belongs',
  (name) => expect(page + read('docs/tracing.md')).toContain(`\`${name}\``),
);

test('nothing in src writes past the log', () => {
  const loud = sources.filter((file) => /\bconsole\.\w+\(/.test(read(path.join('src', file))));
  expect(loud).toEqual([]);
});
