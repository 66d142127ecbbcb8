// Hand-made postings with their truth written into them: `{must years 5; must skill}` stands before what asks for it.

import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface AskedTruth {
  kind: string;
  level: string;
  /** undefined = any. */
  value: string | undefined;
  /** The words behind the mark, up to the next mark or the end of the line. */
  text: string;
}

export interface PostingFixture {
  name: string;
  /** Field as the head of the fixture calls it → value. */
  head: Readonly<Record<string, string>>;
  text: string;
  asked: AskedTruth[];
}

const MARK = /\{((?:must|nice) [^}]+)\}\s?/g;

export function readFixtures(names: readonly string[] = ['english', 'german', 'others']): PostingFixture[] {
  return names.flatMap((name) =>
    readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.txt`), 'utf8')
      .split(/^# /m)
      .slice(1)
      .map(parseFixture),
  );
}

function parseFixture(source: string): PostingFixture {
  const [front, ...rest] = source.split(/^---\n/m);
  const [name, ...lines] = front!.trim().split('\n');
  const head = Object.fromEntries(
    lines.map((line) => {
      const [, key, value] = /^= (\w+): (.*)$/.exec(line)!;
      return [key!, value!];
    }),
  );
  const body = rest.join('---\n');
  const asked: AskedTruth[] = [];
  for (const line of body.split('\n')) {
    const marks = [...line.matchAll(MARK)];
    for (const [i, mark] of marks.entries()) {
      const text = line.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? line.length).trim();
      for (const one of mark[1]!.split('; ')) {
        const [, level, kind, value] = /^(must|nice) (\w+)(?: (.*))?$/.exec(one)!;
        asked.push({ level: level!, kind: kind!, value, text });
      }
    }
  }
  return { name: name!.trim(), head, text: body.replace(MARK, ''), asked };
}
