import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateBackground, flatten, isUneven } from '../../../src/parse/ocr/background.ts';
import { estimateDpi } from '../../../src/parse/ocr/estimate-dpi.ts';
import { type Blob, binarize, characterBlobs, findBlobs, textHeight } from '../../../src/parse/ocr/ink.ts';
import { findAxis, findSkew } from '../../../src/parse/ocr/skew.ts';

/** Rows of boxes like letters: 8 × 12 pixels, 10 apart, lines 28 apart, leaning by `degrees`. */
function letters(degrees: number): Blob[] {
  const slope = Math.tan((degrees * Math.PI) / 180);
  return Array.from({ length: 20 }, (_, row) =>
    Array.from({ length: 40 }, (_, i) => {
      const x0 = 50 + i * 10;
      const y0 = 100 + row * 28 + x0 * slope;
      return { x0, y0, x1: x0 + 8, y1: y0 + 12, pixels: 60 };
    }),
  ).flat();
}

const turned = (blobs: Blob[]): Blob[] => blobs.map((b) => ({ ...b, x0: b.y0, y0: b.x0, x1: b.y1, y1: b.x1 }));

describe('skew', () => {
  test.each([0, 0.4, -1.3, 3, -7.5, 11])('of %d degrees is found to a tenth', (degrees) => {
    expect(Math.abs(findSkew(letters(degrees)) - degrees)).toBeLessThan(0.1);
  });
  test('is none when there is too little text to tell', () => {
    expect(findSkew(letters(5).slice(0, 10))).toBe(0);
  });
});

describe('direction of lines', () => {
  test('is where letters stand closest', () => {
    expect(findAxis(letters(0))).toBe('across');
    expect(findAxis(letters(4))).toBe('across');
    expect(findAxis(turned(letters(0)))).toBe('down');
  });
  test('is open on a page with hardly any letters', () => {
    expect(findAxis(letters(0).slice(0, 8))).toBe('open');
  });
});

describe('ink', () => {
  const bitmap = (rows: readonly string[]) => ({
    ink: Uint8Array.from(rows.join(''), (c) => (c === '#' ? 1 : 0)),
    width: rows[0]!.length,
    height: rows.length,
  });
  test('of one shape is one blob however it bends', () => {
    const { ink, width, height } = bitmap(['#...#..', '#...#..', '#####..', '......#', '.....#.']);
    const blobs = findBlobs(ink, width, height).sort((a, b) => a.x0 - b.x0);
    expect(blobs).toEqual([
      { x0: 0, y0: 0, x1: 5, y1: 3, pixels: 9 },
      { x0: 5, y0: 3, x1: 7, y1: 5, pixels: 2 },
    ]);
  });
  test('blobs hold every dark pixel exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 12 * 9, maxLength: 12 * 9 }), (dots) => {
        const ink = Uint8Array.from(dots, Number);
        const pixels = findBlobs(ink, 12, 9).reduce((sum, blob) => sum + blob.pixels, 0);
        expect(pixels).toBe(dots.filter(Boolean).length);
      }),
    );
  });
  test('is what is darker than its surroundings, on white and on grey paper alike', () => {
    const data = new Uint8Array(60 * 20).fill(250);
    for (let y = 0; y < 20; y++) data.fill(90, y * 60 + 30, y * 60 + 60);
    data[10 * 60 + 10] = 100;
    data[10 * 60 + 45] = 30;
    const ink = binarize({ data, width: 60, height: 20 }, 9);
    expect([ink[10 * 60 + 10], ink[10 * 60 + 45], ink[10 * 60 + 5], ink[10 * 60 + 55]]).toEqual([1, 1, 0, 0]);
  });
  test('of rules, specks and pictures is not taken for letters', () => {
    const page = { width: 600, height: 800 };
    const rule = { x0: 0, y0: 100, x1: 500, y1: 102, pixels: 1000 };
    const speck = { x0: 5, y0: 5, x1: 7, y1: 7, pixels: 4 };
    const picture = { x0: 100, y0: 200, x1: 400, y1: 500, pixels: 80_000 };
    expect(characterBlobs([rule, speck, picture, ...letters(0)], page)).toHaveLength(800);
    expect(textHeight(letters(0))).toBe(12);
    expect(textHeight(letters(0).slice(0, 5))).toBeUndefined();
  });
});

describe('background', () => {
  const shaded = (dark: number) => {
    const data = new Uint8Array(400 * 300);
    for (let y = 0; y < 300; y++)
      for (let x = 0; x < 400; x++) {
        const paper = 250 - (x / 400) * dark;
        data[y * 400 + x] = y % 20 < 3 && x % 10 < 5 ? paper * 0.4 : paper;
      }
    return { data, width: 400, height: 300 };
  };
  test('of a lit page is even, of a shaded one not', () => {
    expect(isUneven(estimateBackground(shaded(0)))).toBe(false);
    expect(isUneven(estimateBackground(shaded(150)))).toBe(true);
  });
  test('divided out leaves paper white and ink dark from edge to edge', () => {
    const image = shaded(150);
    const flat = flatten(image, estimateBackground(image));
    for (const x of [7, 107, 207, 307, 387]) {
      expect(flat.data[10 * 400 + x]).toBeGreaterThan(225);
      expect(flat.data[1 * 400 + x - 5]).toBeLessThan(125);
    }
  });
});

describe('resolution', () => {
  test.each([
    ['the stated one, when a page of that size is plausible', { width: 2480, height: 3508, statedDpi: 300 }, 300],
    ['the paper, when the stated one is a default', { width: 1240, height: 1754, statedDpi: 72, textHeight: 10 }, 150],
    ['seventy-two, when the picture has the size of a page at that', { width: 612, height: 792, statedDpi: 72 }, 72],
    ['the text, when nothing else tells', { width: 1000, height: 2400, statedDpi: 72, textHeight: 20 }, 288],
    ['the text, when the proportions of paper are chance', { width: 1240, height: 1754, textHeight: 40 }, 576],
    ['a middling guess, when there is no text', { width: 300, height: 900 }, 150],
    ['a middling guess, when the stated one is absurd', { width: 300, height: 900, statedDpi: 1 }, 150],
  ])('comes from %s', (_, picture, dpi) => {
    expect(Math.abs(estimateDpi(picture) - dpi)).toBeLessThan(1);
  });
});
