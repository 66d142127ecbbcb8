// Sections that list things: skills, languages, certificates, awards, interests, references, and whatever has no place of its own.

import { foldText } from '../../../document/fold-text.ts';
import type { Candidate } from '../../../document/value.ts';
import { findPeriods, type PeriodMention } from '../../../recognize/periods.ts';
import { personNameScore } from '../../../recognize/person-names.ts';
import { findUrls } from '../../../recognize/urls.ts';
import { FLUENCY, languageNames } from '../locales/languages.ts';
import { found, tidy } from './found.ts';
import { joinPieces, type Piece, subPiece } from './piece.ts';

import { hadNoRoom, type Row, textRight, withoutBullet } from './row.ts';

interface Read {
  candidates: Candidate[];
  count: number;
}

/** The items of a list: a bullet with what continues it, or a row. */
export function listItems(rows: readonly Row[]): Piece[] {
  const items: Piece[][] = [];
  const right = textRight(rows);
  const widest = Math.max(0, ...rows.map(({ gap }) => (Number.isFinite(gap) ? gap : 0)));
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    const lower = /^[\p{Ll}(&]/u.test(row.text);
    const hangs =
      before &&
      !row.bullet &&
      row.box[0] > before.box[0] + 3 &&
      row.gap < 0.9 &&
      row.gap > -0.5 &&
      row.cells.length === 1;
    const open =
      before !== undefined && (/[,;&/(-]$/.test(before.text) || (before.box[2] - before.box[0] > 200 && lower));
    // A list in a narrow column: items stand further apart than their lines, or are parted by commas.
    const wraps =
      before !== undefined &&
      isBelow(row, before) &&
      hadNoRoom(before, row, right) &&
      !/(?:[.!?]|\d{4})$/.test(before.text) &&
      row.gap > -0.5 &&
      (row.gap < widest - CLOSER || (row.gap < 0.5 && /[,;·•|]\s/.test(before.text)));
    const goesOn =
      items.length > 0 &&
      !row.bullet &&
      !LABELLED.test(row.text) &&
      ((hangs && rows[0]!.bullet) || lower || open || wraps);
    const cells = row.bullet ? [withoutBullet(row.cells[0]!), ...row.cells.slice(1)] : row.cells;
    if (goesOn) items.at(-1)!.push(...cells);
    else items.push([...cells]);
  }
  return items.map((cells) => withoutNumber(joinPieces(cells))).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** In the same column: neither beside it nor on top of the next one. */
const isBelow = (row: Row, before: Row): boolean =>
  row.box[1] > before.box[1] + 0.5 * before.height && row.box[0] < before.box[2] && row.box[2] > before.box[0];

/** In heights of a row. */
const CLOSER = 0.12;

const withoutNumber = (piece: Piece): Piece =>
  subPiece(piece, /^\s*\(?\d{1,2}[.)]\s+(?=\p{L})/u.exec(piece.text)?.[0].length ?? 0);

export const LABELLED = /^([\p{L}\p{N}&/,.()+# '’-]{2,46}?)\s*:\s+(?=\S)/u;
const ITEM_SPLIT = /\s*[,;|•·▪●◦⋅✓]\s+|\s*[,;|•·▪●◦⋅]\s*(?=\p{Lu})|\s{3,}/gu;

/** At commas outside brackets. */
export function splitItems(piece: Piece): Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  for (const match of piece.text.matchAll(ITEM_SPLIT)) {
    const before = piece.text.slice(at, match.index);
    if ((before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0)) continue;
    if (before.trim() !== '') parts.push(subPiece(piece, at, match.index));
    at = match.index + match[0].length;
  }
  parts.push(subPiece(piece, at));
  return parts.filter(({ text }) => tidy(text) !== '');
}

const LANGUAGE_WORD = /\p{L}+/gu;

export function readLanguages(rows: readonly Row[], from: number): Read {
  const candidates: Candidate[] = [];
  let count = from;
  for (const item of listItems(rows).flatMap((each) => (/[,;|•·]/.test(each.text) ? splitLanguages(each) : [each]))) {
    const words = [...item.text.matchAll(LANGUAGE_WORD)].filter((match) => languageNames.has(foldText(match[0])));
    for (const [i, word] of words.entries()) {
      const end = words[i + 1]?.index ?? item.text.length;
      const start = i === 0 ? 0 : word.index;
      candidates.push(
        found(`languages[${count}].language`, subPiece(item, word.index, word.index + word[0].length), 'languages'),
      );
      const around = item.text.slice(start, end);
      const behind = around.slice(word.index - start + word[0].length);
      const level = bracketed(behind) ?? FLUENCY.exec(behind) ?? FLUENCY.exec(around);
      if (level) {
        const at = item.text.indexOf(level[0], level.index > 0 || i > 0 ? word.index : 0);
        const from2 = at < 0 ? item.text.indexOf(level[0]) : at;
        candidates.push(
          found(`languages[${count}].fluency`, subPiece(item, from2, from2 + level[0].length), 'languages', {
            sure: 0.85,
          }),
        );
      }
      count++;
    }
  }
  return { candidates, count };
}

/** "(język ojczysty)": what stands in brackets behind a language is all of its level. */
function bracketed(text: string): RegExpExecArray | null {
  const inside = /^\s*\(([^()]{2,40})\)/u.exec(text)?.[1];
  return inside !== undefined && FLUENCY.test(inside) ? /(?<=^\s*\()[^()]{2,40}/u.exec(text) : null;
}

/** Before each name of a language. */
function splitLanguages(piece: Piece): Piece[] {
  const starts = [...piece.text.matchAll(LANGUAGE_WORD)]
    .filter((match) => languageNames.has(foldText(match[0])))
    .map(({ index }) => index);
  if (starts.length < 2) return [piece];
  return starts.map((start, i) => subPiece(piece, i === 0 ? 0 : start, starts[i + 1] ?? piece.text.length));
}

interface Listed {
  group: string;
  name: string;
  date: string;
  /** Field of who gave it. */
  by: string;
}

const BY = /\s+[-–—|]\s+|\s*,\s+(?=\p{Lu})|\s+(?:by|from|issued by|von|durch|par|por|da|van|przez)\s+(?=\p{Lu})/u;

/** Awards and certificates: a title, a date, and who gave it. */
export function readListed(rows: readonly Row[], from: number, { group, name, date, by }: Listed): Read {
  const candidates: Candidate[] = [];
  let count = from;
  for (const item of listItems(rows)) {
    const path = `${group}[${count}]`;
    const when = dateOf(item.text);
    const url = findUrls(item.text)[0];
    const cut = [when?.start, url?.start].filter((at) => at !== undefined && at > 0);
    const end = cut.length > 0 ? Math.min(...(cut as number[])) : item.text.length;
    const whole = when && when.start === 0 ? subPiece(item, when.end) : subPiece(item, 0, end);
    const bare = subPiece(whole, leadOf(whole.text), whole.text.replace(/[\s(,|–—:-]+$/u, '').length);
    if (tidy(bare.text).length < 2) continue;
    const parted = BY.exec(bare.text);
    const long = bare.text.split(' ').length > 18;
    const title = parted && parted.index > 3 && !long ? subPiece(bare, 0, parted.index) : bare;
    // Titles of awards have commas and "by" in them: a dash parts them from who gave it, or a date in brackets behind the comma.
    const isParted =
      parted !== null &&
      title !== bare &&
      (group !== 'awards' ||
        /^\s+[-–—]\s+$/u.test(parted[0]) ||
        /,[^,]+\s\($/u.test(item.text.slice(0, when?.start ?? 0)));
    candidates.push(found(`${path}.${name}`, isParted ? title : bare, 'list', { sure: 0.85 }));
    if (isParted)
      candidates.push(found(`${path}.${by}`, subPiece(bare, parted.index + parted[0].length), 'list', { sure: 0.65 }));
    if (when) {
      const { value } = when;
      candidates.push(
        found(`${path}.${date}`, subPiece(item, when.start, when.end), 'list', {
          value: value.end ?? value.start!,
          sure: 0.85,
        }),
      );
    }
    if (url)
      candidates.push(
        found(`${path}.url`, subPiece(item, url.start, url.end), 'list', { value: url.value, sure: 0.85 }),
      );
    count++;
  }
  return { candidates, count };
}

const leadOf = (text: string): number => /^(?:\d{1,2}[.)]\s+|[\s)\],:|–—-]+)/u.exec(text)?.[0].length ?? 0;

/** The last date; of a year alone only one at an end or in brackets. */
export function dateOf(text: string): PeriodMention | undefined {
  return findPeriods(text).findLast(({ start, end, certainty }) => {
    if (certainty > 0.5) return true;
    const [before, after] = [text.slice(0, start).trimEnd(), text.slice(end).trimStart()];
    return before === '' || after === '' || (/[,(|–—-]$/u.test(before) && /^[),|–—-]/u.test(after));
  });
}

/** "and Chess" at the end of a list. */
function withoutJoint(piece: Piece): Piece {
  const start = /^(?:and|und|et|y|e|en|i)\s+/iu.exec(piece.text)?.[0].length ?? 0;
  return subPiece(piece, start, piece.text.replace(/[.,;]+$/, '').length);
}

export function readInterests(rows: readonly Row[], from: number): Read {
  const items = listItems(rows).flatMap((item) =>
    item.text.split(' ').length > 14 && !/,/.test(item.text) ? [item] : splitItems(item),
  );
  const kept = items.filter(({ text }) => text.length <= 120);
  return {
    candidates: kept.map((item, i) => found(`interests[${from + i}].name`, withoutJoint(item), 'list', { sure: 0.8 })),
    count: from + kept.length,
  };
}

export function readReferences(rows: readonly Row[], from: number): Read {
  const candidates: Candidate[] = [];
  let count = from - 1;
  let text: Piece[] = [];
  const close = (): void => {
    if (text.length > 0)
      candidates.push(found(`references[${Math.max(from, count)}].reference`, joinPieces(text), 'list', { sure: 0.7 }));
    text = [];
  };
  for (const item of rows.flatMap(({ cells }) => cells)) {
    if (personNameScore(item.text) >= 0.5) {
      close();
      count++;
      candidates.push(found(`references[${count}].name`, item, 'list', { sure: 0.8 }));
    } else text.push(item);
  }
  close();
  return { candidates, count: candidates.length > 0 ? Math.max(from, count) + 1 : from };
}
