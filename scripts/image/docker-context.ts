// What goes to a build of the image: the files of the folder that .dockerignore lets through, by the rules of Docker
// (the last rule that fits decides; a rule for a folder counts for what is in it; `**` crosses folders).

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

interface Rule {
  keeps: boolean;
  fits: RegExp;
}

export interface ContextFile {
  /** Relative to the folder, with forward slashes. */
  path: string;
  bytes: number;
}

/** Sorted by path. */
export function listContext(folder: string): ContextFile[] {
  const rules = parseRules(readFileSync(path.join(folder, '.dockerignore'), 'utf8'));
  const mayHoldKept = (name: string): boolean => rules.some(({ keeps }) => keeps) || !isIgnored(name, rules);
  const found: ContextFile[] = [];
  const walk = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      // Never sent, whatever the rules say; and too large to look through.
      if (name === '.git' || name === 'node_modules') {
        if (!isIgnored(name, rules)) found.push({ path: name, bytes: Number.POSITIVE_INFINITY });
      } else if (entry.isDirectory()) {
        if (mayHoldKept(name)) walk(name);
      } else if (!isIgnored(name, rules)) found.push({ path: name, bytes: statSync(path.join(folder, name)).size });
    }
  };
  walk('');
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function parseRules(text: string): Rule[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const keeps = line.startsWith('!');
      const pattern = (keeps ? line.slice(1) : line).trim().replace(/^\/+|\/+$/g, '');
      return { keeps, fits: toRegExp(pattern) };
    });
}

function toRegExp(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*\/?|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}(?:/|$)`);
}

function isIgnored(name: string, rules: readonly Rule[]): boolean {
  return rules.findLast(({ fits }) => fits.test(name))?.keeps === false;
}
