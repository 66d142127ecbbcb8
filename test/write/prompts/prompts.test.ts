// Prompts and their versions: a recorded call names a version, so the words of a version never change.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillPrompt, parsePrompt, readPrompts } from '../../../src/write/gateway/prompt-files.ts';

const prompts = readPrompts();
const hashes = JSON.parse(readFileSync(new URL('prompt-hashes.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

test.each([...prompts.values()])('the words of $id are those of its version', ({ id, version, text }) => {
  // Changed on purpose? Raise `version` in the prompt's file, and add the new line to prompt-hashes.json; keep the old ones.
  expect(hashes).toHaveProperty([`${id}@${version}`], hashOf(text));
});

test('versions are counted without gaps', () => {
  for (const key of Object.keys(hashes)) {
    const [id, version] = key.split('@');
    for (let n = 1; n < Number(version); n++) expect(hashes).toHaveProperty([`${id}@${n}`]);
  }
});

test('a prompt needs every variable, and takes no other', () => {
  const prompt = parsePrompt('---\nid: a\nversion: 1\npurpose: b\n---\nSay {{word}}.', 'a.md');
  expect(fillPrompt(prompt, { word: '{{other}} $&' })).toBe('Say {{other}} $&.');
  expect(() => fillPrompt(prompt, {})).toThrow('needs the variable word');
  expect(() => fillPrompt(prompt, { word: 'x', more: 1 })).toThrow('no place for the variable more');
  expect(() => fillPrompt(prompt, { word: 'x'.repeat(30_000) })).toThrow('too long');
});

test.each([
  ['no front matter', 'Say it.'],
  ['no version', '---\nid: a\npurpose: b\n---\nSay it.'],
  ['a word of its own', '---\nid: a\nversion: 1\npurpose: b\nmore: 1\n---\nSay it.'],
])('a file with %s is no prompt', (_name, text) => {
  expect(() => parsePrompt(text, 'a.md')).toThrow('the prompt a.md');
});
