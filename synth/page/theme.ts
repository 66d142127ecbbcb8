// Colours and type of one document.
import type { Random } from '../random.ts';
import type { Family } from './pen.ts';

export interface Theme {
  family: Family;
  size: number;
  ink: string;
  accent: string;
  /** Pale tone of the accent for fills. */
  tint: string;
  muted: string;
  rule: string;
}

const ACCENTS: readonly [string, string][] = [
  ['#1f4e79', '#dce6f1'],
  ['#7a1f2b', '#f3dfe1'],
  ['#2e6b3a', '#e0efe3'],
  ['#b3541e', '#f8e6da'],
  ['#333333', '#ececec'],
  ['#4a3b78', '#e6e1f2'],
  ['#0e6f78', '#d9eef0'],
  ['#8a6d00', '#f5eed3'],
];

export function drawTheme(random: Random, family: Family, size: number, coloured = true): Theme {
  const [accent, tint] = coloured ? random.pick(ACCENTS) : (['#000000', '#e6e6e6'] as const);
  return {
    family,
    size: size + random.pick([-0.5, 0, 0, 0.5]),
    ink: random.pick(['#000000', '#111111', '#222222']),
    accent,
    tint,
    muted: '#666666',
    rule: random.pick(['#000000', '#888888', '#444444']),
  };
}
