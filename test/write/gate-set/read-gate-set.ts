// The adversarial set of the provenance gate: sources, honest rewrites (+) and attacks (-), each with its kind.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GateSource } from '../../../src/write/gate/gate-source.ts';

export interface GateCase {
  scene: string;
  domain: string;
  language: 'en' | 'de';
  sources: GateSource[];
  honest: boolean;
  kind: string;
  value: string;
}

/** The cases of one part (gate-parts.ts). */
export function readGateSet(part: string): GateCase[] {
  const lines = readFileSync(path.join(import.meta.dirname, `${part}.txt`), 'utf8').split('\n');
  const cases: GateCase[] = [];
  let [scene, domain] = ['', ''];
  let language: 'en' | 'de' = 'en';
  let sources: GateSource[] = [];
  for (const line of lines) {
    const [mark, rest] = [line.slice(0, 2).trim(), line.slice(2).trim()];
    const parts = rest.split(' | ');
    const id = `s${sources.length + 1}`;
    if (mark === '==') {
      [scene, domain] = [parts[0]!.trim(), parts[2]!];
      language = parts[1] === 'de' ? 'de' : 'en';
      sources = [];
    } else if (mark === 'H') sources.push({ id, kind: 'passage', subject: parts[0]!, text: parts[1]!, heading: true });
    else if (mark === 'S') sources.push({ id, kind: 'passage', subject: parts[0]!, text: parts[1]! });
    else if (mark === 'V') sources.push({ id, kind: 'value', subject: parts[0]!, label: parts[1]!, text: parts[2]! });
    else if (mark === 'F') sources.push({ id, kind: 'fact', text: rest });
    else if (mark === '+' || mark === '-') {
      cases.push({
        scene,
        domain,
        language,
        sources,
        honest: mark === '+',
        kind: parts[0]!,
        value: parts.slice(1).join(' | '),
      });
    }
  }
  return cases;
}
