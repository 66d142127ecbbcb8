// Gold documents as files that the reader can open: text and OCR lines are written to a temporary folder.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SheafError } from '../errors.ts';
import type { GoldDocument, GoldOcrLine } from '../eval/gold.ts';
import type { ReadInput } from '../pipeline/read-result.ts';

export interface GoldInputs {
  /** Throws SheafError `file.not-found` for a file outside the set's folder. */
  inputOf(gold: GoldDocument): Promise<ReadInput>;
  close(): Promise<void>;
}

/** `setDir`: folder of gold.jsonl. `prefer: 'ocr'` reads the OCR lines of a document that has a file as well. */
export async function openGoldInputs(
  setDir: string,
  { prefer = 'file' }: { prefer?: 'file' | 'ocr' } = {},
): Promise<GoldInputs> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-eval-'));
  let written = 0;
  const write = async (content: string, extension: string, name: string): Promise<ReadInput> => {
    const file = path.join(folder, `${++written}${extension}`);
    await writeFile(file, content);
    return { path: file, name };
  };
  return {
    async inputOf(gold) {
      if (gold.ocrLines && (prefer === 'ocr' || !gold.file))
        return write(hocrOf(gold.ocrLines), '.hocr', `${gold.id}.hocr`);
      if (gold.file) {
        const file = path.resolve(setDir, gold.file);
        if (path.relative(setDir, file).startsWith('..'))
          throw new SheafError('file.not-found', `${gold.file} lies outside the set`);
        return { path: file, name: gold.file };
      }
      return write(gold.text ?? '', '.txt', `${gold.id}.txt`);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** One page with a line for each OCR line; words share a line's box in proportion to their letters. */
export function hocrOf(lines: readonly GoldOcrLine[]): string {
  const boxes = lines.map((line) => boundsOf(line.box));
  const width = Math.ceil(Math.max(1, ...boxes.map((box) => box[2])) + 20);
  const height = Math.ceil(Math.max(1, ...boxes.map((box) => box[3])) + 20);
  const body = lines.map(
    (line, i) => `<span class="ocr_line" title="bbox ${boxes[i]!.join(' ')}">${wordsOf(line.text, boxes[i]!)}</span>`,
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ocr-system" content="gold"></head><body>
<div class="ocr_page" title="bbox 0 0 ${width} ${height}; scan_res 150 150">
${body.join('\n')}
</div></body></html>`;
}

type Bounds = [number, number, number, number];

function boundsOf(box: readonly number[]): Bounds {
  const xs = box.filter((_, i) => i % 2 === 0);
  const ys = box.filter((_, i) => i % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(Math.round) as Bounds;
}

function wordsOf(text: string, [x0, y0, x1, y1]: Bounds): string {
  const perLetter = (x1 - x0) / Math.max(1, text.length);
  return [...text.matchAll(/\S+/g)]
    .map((word) => {
      const from = Math.round(x0 + word.index * perLetter);
      const to = Math.round(x0 + (word.index + word[0].length) * perLetter);
      return `<span class="ocrx_word" title="bbox ${from} ${y0} ${to} ${y1}; x_wconf 96">${escapeXml(word[0])}</span>`;
    })
    .join(' ');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
