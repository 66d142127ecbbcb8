// From what a model wrote to a value: how models write JSON, and what is no answer.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DEEPEST, findJson } from '../../../src/write/gateway/find-json.ts';
import { outputSchemaOf } from '../../../src/write/gateway/output-schema.ts';
import { readOutput } from '../../../src/write/gateway/read-output.ts';

const schema = z.object({ title: z.string(), tags: z.array(z.string()) });
const rules = { schema, restoreIn: (value: unknown) => value };
const good = { title: "Ada's {chairs}", tags: ['a', 'b'] };
const json = JSON.stringify(good);

describe.each([
  ['alone', json],
  ['in a fence', `\`\`\`json\n${json}\n\`\`\``],
  ['in prose with quotes and braces', `Here is "it" {sort of}: ${json}. {enjoy}`],
  ['behind a smaller value', `{"title": 1}\n${json}`],
  ['with a trailing comma', json.replace(/]}$/, '],}')],
  ['with comments', json.replace('{', '{ // the answer\n')],
  ['with Python’s words', '{"title": "x", "tags": ["True"], "more": None}'],
  ['before an open brace of chatter', `${json} and then {`],
])('%s', (_name, text) => {
  test('is read', async () => {
    expect(await readOutput(text, rules)).toMatchObject({ ok: true });
  });
});

test.each([
  ['nothing', '', /no JSON/],
  ['prose', 'I would rather not.', /no JSON/],
  ['cut off in a string', json.slice(0, -10), /cut off/],
  ['cut off behind a value', '{"title":"a","tags":["b"]', /cut off/],
  ['too deep', `${'['.repeat(DEEPEST + 1)}${']'.repeat(DEEPEST + 1)}`, /too deeply/],
  ['another form', '{"title": 5}', /at title: .*\n- at tags/],
])('%s is refused, and says why', async (_name, text, complaint) => {
  expect(await readOutput(text, rules)).toEqual({ ok: false, complaint: expect.stringMatching(complaint) });
});

test('any valid value is found in any prose around it that has no brackets', async () => {
  const prose = fc.string({ maxLength: 30 }).map((text) => text.replace(/[{}[\]]/g, ''));
  const value = fc.record({ title: fc.string(), tags: fc.array(fc.string(), { maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(prose, value, prose, async (before, value, after) => {
      const output = await readOutput(before + JSON.stringify(value) + after, rules);
      expect(output).toMatchObject({ ok: true, value });
    }),
  );
});

test('any text at all has a typed end', async () => {
  const text = fc.array(fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', 'a', '1', '//', "'", '\n'), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(text, async (pieces) => {
      expect(typeof (await readOutput(pieces.join(''), rules)).ok).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});

test('a long text of brackets costs one pass', () => {
  expect(findJson('{"a":1}'.repeat(50_000)).blocks.length).toBeLessThanOrEqual(8);
  expect(findJson('{'.repeat(1_000_000)).trouble).toBe('too-deep');
});

test('a schema is strict only when each object is closed and complete', () => {
  expect(outputSchemaOf(schema)).toMatchObject({ strict: true, json: { additionalProperties: false } });
  expect(outputSchemaOf(z.object({ a: z.string().optional() })).strict).toBe(false);
  expect(outputSchemaOf(z.object({ a: z.record(z.string(), z.string()) })).strict).toBe(false);
  expect(outputSchemaOf(z.array(z.string())).strict).toBe(false);
});
