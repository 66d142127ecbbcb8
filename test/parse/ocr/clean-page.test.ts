import { describe, expect, test } from 'vitest';
import { cleanPage } from '../../../src/parse/ocr/clean-page.ts';
import { findDarkBands } from '../../../src/parse/ocr/dark-bands.ts';
import { findRules } from '../../../src/parse/ocr/find-rules.ts';
import type { GreyImage } from '../../../src/parse/ocr/grey-image.ts';

const WIDTH = 600;
const HEIGHT = 400;
const SIZE = 10;

interface Rectangle {
  x: number;
  y: number;
  w: number;
  h: number;
}

function page(paper = 240): GreyImage {
  return { data: new Uint8Array(WIDTH * HEIGHT).fill(paper), width: WIDTH, height: HEIGHT };
}

function fill(image: GreyImage, { x, y, w, h }: Rectangle, level: number): void {
  for (let row = y; row < y + h; row++) image.data.fill(level, row * image.width + x, row * image.width + x + w);
}

/** Letters as they matter here: a stem, a bar on top, 10 high, 8 apart. */
function print(image: GreyImage, at: { x: number; y: number }, count: number, level = 30): void {
  for (let i = 0; i < count; i++) {
    fill(image, { x: at.x + i * 8, y: at.y, w: 2, h: SIZE }, level);
    fill(image, { x: at.x + i * 8, y: at.y, w: 6, h: 2 }, level);
  }
}

const inkOf = (image: GreyImage) => ({ ...image, ink: image.data.map((value) => (value < 128 ? 1 : 0)) });

describe('ruling lines', () => {
  test('are found solid and dashed, across and down', () => {
    const image = page();
    fill(image, { x: 50, y: 60, w: 500, h: 2 }, 20);
    for (let x = 50; x < 550; x += 8) fill(image, { x, y: 200, w: 4, h: 1 }, 20);
    fill(image, { x: 300, y: 100, w: 2, h: 80 }, 20);
    const { rules } = findRules(inkOf(image), SIZE);
    expect(rules).toHaveLength(3);
    expect(rules[0]).toMatchObject({ across: true, at: 60.5, from: 50, to: 550 });
    expect(rules[1]).toMatchObject({ across: true, at: 200, from: 50 });
    expect(rules[2]).toMatchObject({ across: false, at: 300.5, from: 100, to: 180 });
  });

  test('are not seen in lines of text, nor in a column of ones', () => {
    const image = page();
    for (let row = 0; row < 12; row++) print(image, { x: 40, y: 40 + row * 20 }, 60);
    for (let row = 0; row < 12; row++) fill(image, { x: 560, y: 40 + row * 20, w: 2, h: 14 }, 20);
    expect(findRules(inkOf(image), SIZE).rules).toEqual([]);
  });

  test('are erased with their crossings, and letters that touch them stay', async () => {
    const image = page();
    fill(image, { x: 50, y: 100, w: 500, h: 2 }, 20);
    fill(image, { x: 200, y: 40, w: 2, h: 140 }, 20);
    print(image, { x: 300, y: 92 }, 5);
    const { image: cleaned, rules } = await cleanPage(image, SIZE);
    const at = (x: number, y: number): number => cleaned.data[y * WIDTH + x]!;
    expect(rules).toHaveLength(2);
    expect(at(100, 100)).toBeGreaterThan(200);
    expect(at(200, 60)).toBeGreaterThan(200);
    expect(at(200, 100)).toBeGreaterThan(200);
    expect(at(300, 95)).toBeLessThan(60);
  });
});

describe('a dark band', () => {
  const band = { x: 80, y: 100, w: 400, h: 40 };

  test('with light text is turned over, in a shadow too', async () => {
    for (const [paper, ground] of [
      [245, 30],
      [150, 60],
    ] as const) {
      const image = page(paper);
      fill(image, band, ground);
      print(image, { x: 100, y: 115 }, 20, paper);
      const { image: cleaned, letters } = await cleanPage(image, SIZE);
      expect(cleaned.data[110 * WIDTH + 90]).toBeGreaterThan(140);
      expect(cleaned.data[120 * WIDTH + 100]).toBeLessThan(0.4 * cleaned.data[110 * WIDTH + 90]!);
      expect(letters).toHaveLength(20);
    }
  });

  test.each([
    ['without marks is left', (image: GreyImage) => fill(image, band, 30)],
    [
      'with dark text is left',
      (image: GreyImage) => {
        fill(image, band, 150);
        print(image, { x: 100, y: 115 }, 20, 20);
      },
    ],
    [
      'that fades out is a shadow',
      (image: GreyImage) => {
        for (let x = 0; x < WIDTH; x++) fill(image, { x, y: 0, w: 1, h: HEIGHT }, 60 + Math.round((x / WIDTH) * 180));
        print(image, { x: 20, y: 115 }, 60, 10);
      },
    ],
  ])('%s', (_, draw) => {
    const image = page();
    draw(image);
    expect(findDarkBands(image, SIZE)).toEqual([]);
  });
});

test('a page that is clean already keeps its pixels', async () => {
  const image = page();
  for (let row = 0; row < 10; row++) print(image, { x: 40, y: 40 + row * 24 }, 50);
  const before = new Uint8Array(image.data);
  const { image: cleaned, letters } = await cleanPage(image, SIZE);
  expect(cleaned.data).toEqual(before);
  expect(letters).toHaveLength(500);
});
