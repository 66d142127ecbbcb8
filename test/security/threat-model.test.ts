// docs/security.md says what shows that something holds. Whatever it names must be there, and no room may be left out.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs', 'security.md'), 'utf8');
const section = (title: string): string => page.split(`\n## ${title}`)[1]?.split('\n## ')[0] ?? '';
const rows = (title: string): string[][] =>
  section(title)
    .split('\n')
    .filter((line) => /^\|(?!\s*\||-+\|)/.test(line) || /^\| +\|/.test(line))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => !cells.every((cell) => /^-*$/.test(cell)));

const paths = [...new Set([...page.matchAll(/`((?:test|src|scripts|docs)\/[\w./-]+)`/g)].map(([, file]) => file!))];

test.each(paths)('%s, which the page names, exists', (file) => {
  expect(existsSync(path.join(root, file))).toBe(true);
});

test('every room of the house stands in the table of threats', () => {
  const told = new Set(rows('Threats by room').map(([room]) => room!.replaceAll('`', '')));
  const rooms = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // Plain data, a judge of results, and parts put together: none meets anything from outside.
  const without = ['document', 'eval', 'errors', 'compose'];
  expect(rooms.map(({ name }) => name).filter((name) => !told.has(name) && !without.includes(name))).toEqual([]);
});

test('all of STRIDE is thought of', () => {
  expect(new Set(rows('Threats by room').map(([, letter]) => letter))).toEqual(new Set('STRIDE'));
});

test('all ten risks of the API Top 10 and all seventeen chapters of ASVS are answered', () => {
  expect(rows('OWASP API Security Top 10').map(([risk]) => risk)).toEqual(
    Array.from({ length: 10 }, (_item, index) => `API${index + 1}`),
  );
  const chapters = new Set(rows('OWASP ASVS 5.0').map(([name]) => /^V(\d+)/.exec(name!)?.[1]));
  expect([...chapters].map(Number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 17 }, (_item, index) => index + 1),
  );
});

describe('nothing counts as met without something that shows it', () => {
  test.each(rows('OWASP ASVS 5.0').filter(([, state]) => state === 'met'))('%s', (...cells) => {
    expect(cells.at(-1)).toMatch(/`test\//);
  });
  test.each([...rows('Threats by room'), ...rows('OWASP API Security Top 10')])('%s %s %s', (...cells) => {
    expect(cells.at(-1)).toMatch(/`[\w./-]+`/);
  });
});
