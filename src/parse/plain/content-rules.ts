// What single operators may say on a plain page: colours that are sure, graphics states and marks that change nothing seen.

import type { Box } from '../../document/box.ts';
import type { Operands } from './content-tokens.ts';
import type { Colour } from './paint.ts';
import { type Dict, isName, undecided } from './pdf-value.ts';
import type { PlainFile } from './plain-file.ts';

export const BLACK: Colour = [0, 0, 0];
/** What full black ink looks like on paper. */
const BLACK_INK: Colour = [35, 31, 32];

export const SPACES: Readonly<Record<string, number>> = { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 };

export function nothingOf({ strings }: Operands): void {
  if (strings.length > 0) undecided('operands');
}

/** A layer may be switched off; any other mark only says what a thing is. */
export function ensureMark({ names }: Operands): void {
  if (names.length === 0 || names[0] === 'OC') undecided('layer');
}

export function colourOf(parts: readonly number[]): Colour | undefined {
  const level = (part: number): number => 255 * Math.min(1, Math.max(0, part));
  if (parts.length === 1) return [level(parts[0]!), level(parts[0]!), level(parts[0]!)];
  if (parts.length === 3) return [level(parts[0]!), level(parts[1]!), level(parts[2]!)];
  // Inks differ from engine to engine; only black is sure.
  const [cyan, magenta, yellow, black] = parts as [number, number, number, number];
  if (black >= 0.98) return BLACK_INK;
  return cyan <= 0 && magenta <= 0 && yellow <= 0 && black <= 0 ? [255, 255, 255] : undefined;
}

export function overlap(a: Box, b: Box): Box | undefined {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[2] > box[0] && box[3] > box[1] ? box : undefined;
}

/** Keys of a graphics state that change nothing of what is seen of a text. */
const HARMLESS = new Set(['Type', 'LW', 'LC', 'LJ', 'ML', 'D', 'RI', 'FL', 'SM', 'SA', 'OP', 'op', 'OPM', 'AIS', 'TK']);

export function ensurePlainState(file: PlainFile, state: Dict): void {
  for (const [key, value] of state) {
    if (HARMLESS.has(key)) continue;
    const found = file.resolve(value);
    if ((key === 'ca' || key === 'CA') && found === 1) continue;
    if ((key === 'SMask' || key === 'BM') && isName(found) && (found.name === 'None' || found.name === 'Normal'))
      continue;
    undecided(`graphics state ${key}`);
  }
}

/** The numbers before an operator that takes `count` of them and nothing else. */
export function need({ numbers, names, strings, arrays, dicts }: Operands, count: number): number[] {
  if (numbers.length !== count || names.length + strings.length + arrays + dicts > 0) undecided('operands');
  return numbers;
}

export function nothing(operands: Operands): void {
  need(operands, 0);
}
