// Ids that a line break cuts: "… Tomo 12, Folio 3," over "Hoja M-1234", or a label at the end of a line over its number.

import { boxHeight, overlapX } from '../../../../document/box.ts';
import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import type { Evidence } from '../../../../document/value.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import type { Mention } from '../../../../recognize/mention.ts';

interface WrappedDetail {
  label?: RegExp;
  find(reading: Reading, line: Line): readonly Mention<string, string>[];
}

/** Characters before the break that can belong to an id and its label. */
const TAIL = 72;
const HEAD = 48;
/** A comma after what was read, at most a word behind it, and the line ends. */
const GOES_ON = /^[,;] ?[\p{L}.°º]{0,12}$/u;

export interface WrappedMention {
  mention: Mention<string, string>;
  evidence: Evidence[];
  /** How far into which line the mention reaches: what is found there alone is a piece of it. */
  tail: { line: Line; end: number };
}

/** The mention that needs the next line to be whole; its `start` counts in `line`, its `end` may lie beyond. */
export function wrappedMention(
  reading: Reading,
  line: Line,
  alone: readonly Mention<string, string>[],
  detail: WrappedDetail,
): WrappedMention | undefined {
  const cut = Math.max(0, line.text.length - TAIL);
  const tail = line.text.slice(cut);
  const last = alone.at(-1);
  const broken = last !== undefined && GOES_ON.test(line.text.slice(last.end, last.end + 16));
  if (!broken && !endsInLabel(tail, last ? last.end - cut : 0, detail.label)) return undefined;
  const next = lineBelow(reading.pageOf(line), line);
  if (!next || !/\d/.test(next.text.slice(0, HEAD))) return undefined;
  const joined = { ...line, text: `${tail} ${next.text.slice(0, HEAD)}` };
  const edge = tail.length + 1;
  const mention = detail
    .find(reading, joined)
    .find((one) => one.end > edge && one.start >= (last ? last.start - cut : 0));
  if (!mention) return undefined;
  const evidence: Evidence[] = [];
  if (mention.start < edge) evidence.push(evidenceOfSpan(line, mention.start + cut));
  evidence.push(evidenceOfSpan(next, Math.max(0, mention.start - edge), mention.end - edge));
  return {
    mention: { ...mention, start: Math.min(mention.start, tail.length) + cut, end: mention.end + cut },
    evidence,
    tail: { line: next, end: mention.end - edge },
  };
}

/** What follows the last number is short, names such an id, and is all the line still says. */
function endsInLabel(tail: string, from: number, label: RegExp | undefined): boolean {
  const rest = tail.slice(Math.max(from, tail.search(/[^\d]*$/)));
  const words = rest.slice(rest.search(/[^\s,;|·•-][^,;|·•]*$/));
  return words.length <= 40 && label !== undefined && label.test(words.replaceAll('.', ''));
}

/** The next line of the same paragraph. */
function lineBelow(page: Page, line: Line): Line | undefined {
  const height = boxHeight(line.box);
  for (let i = line.index + 1; i < page.lines.length && i <= line.index + 8; i++) {
    const below = page.lines[i]!;
    if (below.row === line.row) continue;
    if (below.box[1] - line.box[3] > 0.8 * height) return undefined;
    if (overlapX(below.box, line.box) > 0) return below;
  }
  return undefined;
}
