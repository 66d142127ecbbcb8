// What somebody made: projects and publications.

import type { Candidate } from '../../../document/value.ts';
import { personNameScore } from '../../../recognize/person-names.ts';
import { findUrls } from '../../../recognize/urls.ts';
import { findEntries } from './entries.ts';
import { found, foundPeriod } from './found.ts';
import { joinPieces, type Piece, subPiece } from './piece.ts';
import { dateOf, listItems } from './read-lists.ts';
import { type Row, withoutBullet } from './row.ts';

interface Read {
  candidates: Candidate[];
  count: number;
}

export function readProjects(rows: readonly Row[], from: number, asOf?: string): Read {
  const entries = findEntries(rows, asOf === undefined ? {} : { asOf });
  const candidates: Candidate[] = [];
  let count = from;
  for (const entry of entries) {
    const [head, ...rest] = entry.cells.map(({ piece }) => piece);
    if (!head) continue;
    const path = `projects[${count}]`;
    const { name, tail } = cutName(head);
    candidates.push(found(`${path}.name`, name, 'projects', { sure: 0.85 }));
    candidates.push(...foundPeriod(path, entry.periods, 'projects'));
    const url = [head, ...rest, ...entry.prose].flatMap((piece) =>
      findUrls(piece.text).map((mention) => ({ piece, mention })),
    )[0];
    if (url) {
      const { piece, mention } = url;
      candidates.push(
        found(`${path}.url`, subPiece(piece, mention.start, mention.end), 'projects', { value: mention.value }),
      );
    }
    const told = [...(tail ? [tail] : []), ...rest, ...entry.prose].filter((piece) => piece !== url?.piece);
    if (told.length > 0) candidates.push(found(`${path}.description`, joinPieces(told), 'projects', { sure: 0.8 }));
    candidates.push(
      ...entry.bullets.map((piece, i) => found(`${path}.highlights[${i}]`, piece, 'bullet', { value: piece.text })),
    );
    count++;
  }
  return { candidates, count };
}

/** "FlashInfer – a library for …": a short name, and what it is. */
function cutName(head: Piece): { name: Piece; tail?: Piece } {
  const match = /\s+[-–—|]\s+|:\s+/u.exec(head.text);
  if (!match || match.index < 2 || match.index > 70) return { name: head };
  return { name: subPiece(head, 0, match.index), tail: subPiece(head, match.index + match[0].length) };
}

const NUMBERED = /^\s*(?:\[\d{1,3}\]|\(?\d{1,3}[.)])\s+/u;
const DOI = /(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s()]+)/iu;
const AUTHORS = /^(?:\p{Lu}[\p{L}.'’-]*\.?(?: \p{Lu}?[\p{L}.'’-]*){0,3}(?:,| and | & |, and )\s*){1,}/u;

export function readPublications(rows: readonly Row[], from: number): Read {
  const candidates: Candidate[] = [];
  let count = from;
  for (const pieces of publicationItems(rows)) {
    const path = `publications[${count}]`;
    const read = readPublication(pieces, path);
    if (read.length === 0) continue;
    candidates.push(...read);
    count++;
  }
  return { candidates, count };
}

/** The rows of each: a number, a bullet, a bold beginning or white space opens the next. */
function publicationItems(rows: readonly Row[]): Piece[][] {
  const numbered = rows.filter(({ text }) => NUMBERED.test(text)).length;
  if (numbered > 0 && numbered >= 0.25 * rows.length) return groupRows(rows, (row) => NUMBERED.test(row.text));
  if (rows[0]?.bullet) return listItems(rows).map((item) => [item]);
  const gaps = rows.slice(1).map(({ gap }) => gap);
  const least = Math.min(...gaps);
  const spaced = gaps.some((gap) => gap > least + 0.35 && Number.isFinite(gap));
  const dated = rows.some((row) => row.cells.length > 1 && dateOf(row.cells.at(-1)!.text) !== undefined);
  return groupRows(rows, (row) => {
    if (spaced && row.gap > least + 0.35 && Number.isFinite(row.gap)) return true;
    if (dated) return row.cells.length > 1 && dateOf(row.cells.at(-1)!.text) !== undefined;
    return spaced ? false : row.bold > 0.6 || !/^\p{Ll}/u.test(row.text);
  });
}

function groupRows(rows: readonly Row[], opens: (row: Row) => boolean): Piece[][] {
  const groups: Piece[][] = [];
  for (const row of rows) {
    if (groups.length === 0 || opens(row)) groups.push([]);
    groups.at(-1)!.push(...(row.bullet ? [withoutBullet(row.cells[0]!), ...row.cells.slice(1)] : row.cells));
  }
  return groups;
}

function readPublication(pieces: readonly Piece[], path: string): Candidate[] {
  const candidates: Candidate[] = [];
  const rest: Piece[] = [];
  for (const piece of pieces) {
    const when = dateOf(piece.text);
    const value = when?.value.end ?? when?.value.start;
    const alone = when && when.end - when.start > piece.text.length - 4;
    // Or in the margin before the title.
    if (when && value && (alone || (when.start === 0 && when.certainty > 0.5))) {
      candidates.push(found(`${path}.releaseDate`, subPiece(piece, 0, when.end), 'publications', { value }));
      if (!alone) rest.push(subPiece(piece, when.end));
    } else rest.push(piece);
  }
  const [head, ...others] = rest;
  if (!head) return [];
  const title = [head];
  while (others.length > 0 && wraps(title.at(-1)!.text, others)) title.push(others.shift()!);
  const joined = joinPieces(title);
  const bare = subPiece(joined, NUMBERED.exec(joined.text)?.[0].length ?? 0);
  const { name, venue, tail } = splitCitation(bare);
  candidates.push(found(`${path}.name`, name, 'publications', { sure: 0.85 }));
  if (venue) candidates.push(found(`${path}.publisher`, venue, 'publications', { sure: 0.8 }));
  for (const piece of [...(tail ?? []), ...others]) {
    const year = venue && /^[\s,(]*((?:19|20)\d\d)/u.exec(piece.text);
    const at = year ? year[0].length - 4 : 0;
    if (year)
      candidates.push(
        found(`${path}.releaseDate`, subPiece(piece, at, at + 4), 'publications', { value: year[1]!, sure: 0.85 }),
      );
    const more = year ? subPiece(piece, at + 4) : piece;
    if (/\p{L}/u.test(more.text)) addDetail(candidates, more, path);
  }
  if (!candidates.some((each) => each.path.endsWith('.releaseDate'))) {
    for (const piece of rest) {
      const when = dateOf(piece.text);
      if (!when) continue;
      const cut = subPiece(piece, when.start, when.end);
      candidates.push(
        found(`${path}.releaseDate`, cut, 'publications', { value: when.value.end ?? when.value.start!, sure: 0.7 }),
      );
      break;
    }
  }
  return candidates;
}

/** A title that goes on in the next row: with a small letter, inside a bracket, or with its last words before the authors. */
function wraps(before: string, [next, after]: readonly Piece[]): boolean {
  const { text } = next!;
  if (/^\p{Ll}/u.test(text) || /-$/.test(before)) return true;
  if ((before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0)) return true;
  return (
    text.split(' ').length <= 3 && !/[,\d(]/.test(text) && after !== undefined && /\p{L}, \p{Lu}/u.test(after.text)
  );
}

/** "Title of a paper. Journal, 2019." */
const VENUE = /^(.{12,250}?)[.?!] (\p{Lu}[^.]{1,120}?),? \(?(?:19|20)\d\d(?!\d)/u;

/** A reference in one paragraph: authors, a title in quotes or up to the next full stop, then where it came out. */
function splitCitation(piece: Piece): { name: Piece; venue?: Piece; tail?: Piece[] } {
  const quoted = /[“"„«]([^”"“»]{8,300})[”"“»]/u.exec(piece.text);
  if (quoted) {
    const at = quoted.index + 1;
    const name = subPiece(piece, at, at + quoted[1]!.replace(/[,.]$/, '').length);
    const tail = [subPiece(piece, 0, quoted.index), subPiece(piece, quoted.index + quoted[0].length)];
    return { name, tail: tail.filter(({ text }) => /\p{L}/u.test(text)) };
  }
  const told = VENUE.exec(piece.text);
  if (told && told[1]!.split(' ').length >= 4 && !/\p{Lu}\.,|, \p{Lu}\.| & |et al/u.test(told[1]!)) {
    const from = told.index + told[0].indexOf(told[2]!, told[1]!.length);
    const venue = subPiece(piece, from, from + told[2]!.length);
    return { name: subPiece(piece, 0, told[1]!.length), venue, tail: [subPiece(piece, from + told[2]!.length)] };
  }
  const trailing = /\s*\(((?:19|20)\d\d|[^)]*(?:patent|\d{4})[^)]*)\)\s*$/iu.exec(piece.text);
  if (trailing && trailing.index > 10) return { name: subPiece(piece, 0, trailing.index) };
  return { name: piece };
}

function addDetail(candidates: Candidate[], piece: Piece, path: string): void {
  const doi = DOI.exec(piece.text);
  const url = doi ? undefined : findUrls(piece.text)[0];
  if (doi) {
    const at = doi.index + doi[0].indexOf(doi[1]!);
    candidates.push(
      found(`${path}.url`, subPiece(piece, at, at + doi[1]!.length), 'publications', {
        value: `https://doi.org/${doi[1]}`,
      }),
    );
  } else if (url)
    candidates.push(found(`${path}.url`, subPiece(piece, url.start, url.end), 'publications', { value: url.value }));
  const bracket = /\(([^()]{3,120})\)\s*$/u.exec(piece.text);
  if (bracket) {
    const at = bracket.index + 1;
    candidates.push(
      found(`${path}.publisher`, subPiece(piece, at, at + bracket[1]!.length), 'publications', { sure: 0.85 }),
    );
  } else if (!doi && !url && isAuthors(piece.text)) {
    candidates.push(found(`${path}.summary`, piece, 'publications', { value: piece.text, sure: 0.75 }));
  } else if (!doi && !url) candidates.push(found(`${path}.publisher`, piece, 'publications', { sure: 0.6 }));
}

/** Several with commas or "and" between them, or one that is a name of a person. */
const isAuthors = (text: string): boolean =>
  AUTHORS.test(text) || (AUTHORS.test(`${text}, `) && personNameScore(text) >= 0.5);
