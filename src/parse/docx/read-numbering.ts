// word/numbering.xml → the numbers that Word puts before the paragraphs of a list, as they stand on the page ("3.2", "(a)", "•").

import { walkXml } from '../office/walk-xml.ts';

export interface Numbering {
  /** Number of the next paragraph of a list; '' when it shows none. Counts on each call. */
  next(list: number, level: number): string;
  /** The same lists, counted from their beginning. */
  restart(): void;
}

interface Level {
  start: number;
  format: string;
  /** "%1.%2" */
  text: string;
}

interface List {
  abstract: string;
  starts: Map<number, number>;
}

const LEVELS = 9;

export function readNumbering(bytes: Uint8Array | undefined): Numbering {
  const { abstracts, lists } = bytes ? readLists(bytes) : { abstracts: new Map(), lists: new Map() };
  const counts = new Map<string, (number | undefined)[]>();
  /** Lists whose own starting number was heeded. */
  const begun = new Set<number>();
  return {
    next(id, level) {
      const list: List | undefined = lists.get(id);
      const levels: Level[] | undefined = list && abstracts.get(list.abstract);
      if (!list || !levels) return '';
      const numbers = counts.get(list.abstract) ?? [];
      counts.set(list.abstract, numbers);
      if (!begun.has(id)) {
        begun.add(id);
        for (const [at, start] of list.starts) numbers[at] = start - 1;
      }
      const first = levels[level]?.start ?? 1;
      numbers[level] = (numbers[level] ?? first - 1) + 1;
      for (let deeper = level + 1; deeper < LEVELS; deeper++) numbers[deeper] = undefined;
      return labelOf(levels, numbers, level);
    },
    restart() {
      counts.clear();
      begun.clear();
    },
  };
}

function labelOf(levels: readonly Level[], numbers: readonly (number | undefined)[], level: number): string {
  const own = levels[level];
  if (!own || own.format === 'none') return '';
  // Bullets are letters of symbol fonts, which mean nothing outside of them.
  if (own.format === 'bullet') return '•';
  return own.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return spell(numbers[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
    })
    .trim();
}

function spell(number: number, format: string): string {
  if (format === 'lowerLetter') return letters(number);
  if (format === 'upperLetter') return letters(number).toUpperCase();
  if (format === 'lowerRoman') return roman(number);
  if (format === 'upperRoman') return roman(number).toUpperCase();
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  return String(number);
}

/** 1 → a, 27 → aa, 28 → bb, as Word counts. */
function letters(number: number): string {
  if (number < 1) return '';
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(10, Math.ceil(number / 26)));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = Math.min(3999, number);
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

function readLists(bytes: Uint8Array): { abstracts: Map<string, Level[]>; lists: Map<number, List> } {
  const abstracts = new Map<string, Level[]>();
  const lists = new Map<number, List>();
  let levels: Level[] | undefined;
  let level: Level | undefined;
  let list: List | undefined;
  let overridden = 0;
  walkXml(bytes, {
    open: (name, attributes) => {
      const { val = '' } = attributes;
      const index = Math.min(LEVELS - 1, Math.max(0, Number.parseInt(attributes.ilvl ?? '0', 10) || 0));
      if (name === 'abstractNum') {
        levels = [];
        abstracts.set(attributes.abstractNumId ?? '', levels);
      } else if (name === 'num') {
        list = { abstract: '', starts: new Map() };
        lists.set(Number.parseInt(attributes.numId ?? '0', 10), list);
      } else if (name === 'abstractNumId' && list) list.abstract = val;
      else if (name === 'lvlOverride') overridden = index;
      else if (name === 'startOverride' && list) list.starts.set(overridden, Number.parseInt(val, 10) || 1);
      else if (name === 'lvl' && levels) {
        level = { start: 1, format: 'decimal', text: '' };
        levels[index] = level;
      } else if (level && name === 'start') level.start = Number.parseInt(val, 10) || 0;
      else if (level && name === 'numFmt') level.format = val;
      else if (level && name === 'lvlText') level.text = val.slice(0, 60);
    },
    close: (name) => {
      if (name === 'lvl') level = undefined;
      else if (name === 'abstractNum') levels = undefined;
      else if (name === 'num') list = undefined;
    },
  });
  return { abstracts, lists };
}
