// Finds rows of column titles: of tables of line items, and of the other tables (taxes, payments) where line items end.

import { type Box, boxWidth, overlapX, unionBox } from '../../document/box.ts';
import type { Line, Word } from '../../document/parsed-document.ts';
import {
  matchTitle,
  qualifiesTitle,
  startsTitle,
  type TitleRole,
  taxMarkLength,
  tiesTitle,
  titleRole,
} from './column-titles.ts';
import { foldTokens } from './fold.ts';
import { splitGluedTitle } from './glued-titles.ts';
import type { VisualRow } from './visual-rows.ts';

export interface TitlePiece {
  /** null = words that are no title we know. */
  role: TitleRole | null;
  /** Titles of several lines of one cell, top first ("Art. no." over "Description"); one entry otherwise. */
  stack: TitleRole[];
  tokens: string[];
  title: string;
  box: Box;
}

export interface HeaderBand {
  kind: 'items' | 'summary';
  /** Indexes of the first and last row of titles. */
  first: number;
  last: number;
  box: Box;
  pieces: TitlePiece[];
}

const MONEY: ReadonlySet<TitleRole> = new Set(['unitPrice', 'netAmount', 'grossAmount']);
const TEXTS: ReadonlySet<TitleRole> = new Set([
  'description',
  'sku',
  'buyerSku',
  'gtin',
  'number',
  'specification',
  'brand',
  'purchaseOrderLine',
]);
const AMOUNT_LIKE = /\d[.,]\d{2}(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{2,4}/;
/** More titles than this in one row is no header of line items. */
const MAX_PIECES = 24;
const MAX_BAND_ROWS = 6;

/** Header bands of a page, top to bottom. */
export function findHeaders(rows: readonly VisualRow[], height: number): HeaderBand[] {
  const bands: HeaderBand[] = [];
  let from = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i < from) continue;
    const pieces = titlesOfRow(rows[i]!);
    const strength = pieces ? headerStrength(pieces, rows[i]!) : 0;
    if (!pieces || strength === 0) continue;
    const band = growBand(rows, strongestOf(rows, i, strength, height), from, height);
    if (!band) continue;
    bands.push(band);
    from = band.last + 1;
  }
  return bands;
}

/** The titles of a header may stand on several baselines: begin with the row that has most of them. */
function strongestOf(rows: readonly VisualRow[], start: number, strength: number, height: number): number {
  let best = start;
  let most = strength;
  for (let i = start + 1; i < rows.length && i <= start + 4; i++) {
    if (rows[i]!.box[1] - rows[start]!.box[3] > 2 * height) break;
    const pieces = titlesOfRow(rows[i]!);
    const next = pieces ? headerStrength(pieces, rows[i]!) : 0;
    if (next > most) {
      best = i;
      most = next;
    }
  }
  return best;
}

/** Titles and the words between them, left to right; undefined when the row cannot be one of titles. */
function titlesOfRow(row: VisualRow): TitlePiece[] | undefined {
  if (row.words.length > 40 || row.words.length === 0) return undefined;
  if (AMOUNT_LIKE.test(row.text)) return undefined;
  const pieces: TitlePiece[] = [];
  for (const line of row.lines) {
    pieces.push(...titlesOfLine(line));
    if (pieces.length > MAX_PIECES) return undefined;
  }
  return pieces;
}

function titlesOfLine(line: Line): TitlePiece[] {
  const words = line.words.flatMap(splitGluedTitle);
  const tokens: string[] = [];
  const wordOf: number[] = [];
  for (const [w, word] of words.entries()) {
    for (const token of foldTokens(word.text)) {
      tokens.push(token);
      wordOf.push(w);
    }
  }
  const endsWord = (t: number): boolean => wordOf[t] !== wordOf[t + 1] || t === tokens.length - 1;
  const pieces: TitlePiece[] = [];
  let at = 0;
  while (at < tokens.length) {
    const word = wordOf[at]!;
    // "con IVA" under "Total" is no title of its own.
    const mark = taxMarkLength(tokens, at);
    if (mark > 0 && endsWord(at + mark - 1) && isTight(words, word, wordOf[at + mark - 1]!)) {
      const end = at + mark;
      addPiece(pieces, makePiece(null, tokens.slice(at, end), words.slice(word, wordOf[end - 1]! + 1)));
      at = end;
      continue;
    }
    const match = startsTitle(tokens[at]!)
      ? matchTitle(tokens, at, (t) => endsWord(t) && isTight(words, word, wordOf[t]!))
      : undefined;
    let end = at + (match?.length ?? 1);
    while (end < tokens.length && wordOf[end] === wordOf[end - 1]) end++;
    const own = words.slice(word, wordOf[end - 1]! + 1);
    addPiece(pieces, makePiece(match?.role ?? firstTitleIn(tokens, at, end), tokens.slice(at, end), own));
    at = end;
  }
  return pieces;
}

/** "Menge/Einheit" is one word with two titles: the first one counts. */
function firstTitleIn(tokens: readonly string[], from: number, end: number): TitleRole | null {
  if (end - from < 2) return null;
  return titleRole(tokens.slice(from, from + 1)) ?? null;
}

function makePiece(role: TitleRole | null, tokens: string[], words: readonly Word[]): TitlePiece {
  let box = words[0]!.box;
  for (const word of words) box = unionBox(box, word.box);
  return { role, stack: role ? [role] : [], tokens, title: words.map((w) => w.text).join(' '), box };
}

/** A phrase must not reach over a column gap. */
function isTight(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const a = words[i]!;
    const b = words[i + 1]!;
    if (b.box[0] - a.box[2] > 0.8 * (a.box[3] - a.box[1])) return false;
  }
  return true;
}

/** Words that are no title join the words next to them, or qualify the title before them. */
function addPiece(pieces: TitlePiece[], piece: TitlePiece): void {
  const last = pieces.at(-1);
  const near =
    last &&
    Math.abs(piece.box[0] - last.box[2]) <
      (tiesTitle(piece.tokens) || tiesTitle(last.tokens.slice(-1)) ? 0.8 : 0.5) * (piece.box[3] - piece.box[1]);
  const bare = piece.role === null && (last?.role === null || qualifiesTitle(piece.tokens));
  const tied =
    last !== undefined && (tiesTitle(piece.tokens) || (last.tokens.length > 1 && tiesTitle(last.tokens.slice(-1))));
  const joins = last && near && (bare || tied);
  if (last && joins) mergePiece(last, piece);
  else pieces.push(piece);
}

function mergePiece(into: TitlePiece, piece: TitlePiece): void {
  if (into.role === null && piece.role !== null && !tiesTitle(piece.tokens)) {
    into.role = piece.role;
    into.stack = piece.stack;
  }
  into.tokens = [...into.tokens, ...piece.tokens];
  into.title = `${into.title} ${piece.title}`;
  into.box = unionBox(into.box, piece.box);
}

/** 0 = no header; else grows with the titles that speak for one. */
function headerStrength(pieces: readonly TitlePiece[], row: VisualRow): number {
  const roles = new Set<TitleRole>();
  let known = 0;
  let all = 0;
  for (const piece of pieces) {
    all += piece.tokens.length;
    if (piece.role === null) continue;
    known += piece.tokens.length;
    roles.add(piece.role);
  }
  const hasNumbers =
    roles.has('quantity') || roles.has('summary') || roles.has('taxAmount') || [...roles].some((r) => MONEY.has(r));
  if (roles.size < 2 || !hasNumbers) return 0;
  const coverage = known / Math.max(1, all);
  // "Qty Description" is a header though nothing parts its two titles, if it says nothing else.
  if (roles.size === 2 && pieces.length === 2 && coverage === 1 && roles.has('quantity') && roles.has('description'))
    return 2;
  const spread = row.lines.length / Math.max(1, pieces.length);
  // Two titles are enough where each stands over a column of its own, with a third that we do not know.
  const apart =
    pieces.length > 2 && row.lines.length === pieces.length && roles.has('quantity') && roles.has('description');
  // "Monthly charges … Amount".
  const charged = pieces.length <= 3 && row.lines.length === 2 && roles.has('description') && roles.has('netAmount');
  if (roles.size === 2 && (coverage < (apart || charged ? 0.6 : 0.7) || row.lines.length < 2)) return 0;
  if (coverage < 0.5 || (row.lines.length < 2 && coverage < 0.9)) return 0;
  return roles.size * coverage + 0.5 * spread;
}

function growBand(rows: readonly VisualRow[], main: number, floor: number, height: number): HeaderBand | undefined {
  const pieces = titlesOfRow(rows[main]!) ?? [];
  let first = main;
  let last = main;
  const anchors = [...pieces];
  const near = (upper: VisualRow, lower: VisualRow): boolean => lower.box[1] - upper.box[3] <= 0.9 * height;
  for (let grown = true; grown && last - first < MAX_BAND_ROWS; ) {
    grown = false;
    const below = rows[last + 1];
    if (below && near(rows[last]!, below) && absorb(pieces, anchors, below, 'below')) {
      last++;
      grown = true;
    }
    const above = first > floor ? rows[first - 1] : undefined;
    if (above && near(above, rows[first]!) && absorb(pieces, anchors, above, 'above')) {
      first--;
      grown = true;
    }
  }
  pieces.sort((a, b) => a.box[0] - b.box[0]);
  const kind = judgeBand(pieces);
  if (!kind) return undefined;
  let box = rows[first]!.box;
  for (let i = first; i <= last; i++) box = unionBox(box, rows[i]!.box);
  return { kind, first, last, box, pieces };
}

/** Takes a neighbouring row into the header when its words complete, stack on or qualify the titles. */
function absorb(
  pieces: TitlePiece[],
  anchors: readonly TitlePiece[],
  row: VisualRow,
  side: 'above' | 'below',
): boolean {
  const more = titlesOfRow(row);
  if (!more || row.numerics > 0) return false;
  const plans: (() => void)[] = [];
  let helps = 0;
  let strange = 0;
  // "Ref.:" is the label of a value, not a title.
  if (more.some((piece) => piece.title.endsWith(':'))) return false;
  for (const piece of more) {
    const homes = pieces.filter(
      (p) => overlapX(p.box, piece.box) > 0.25 * Math.min(boxWidth(p.box), boxWidth(piece.box)),
    );
    const home = homes[0];
    if (homes.length > 1 && piece.role === null) continue;
    if (!home) {
      if (piece.role === null) return false;
      helps++;
      plans.push(() => pieces.push(piece));
      continue;
    }
    const outcome = stackTitles(home, piece, side);
    if (outcome.helps) helps++;
    else if (side === 'below' && !anchors.includes(home)) strange++;
    plans.push(outcome.apply);
  }
  if (helps === 0 || helps < more.length / 2 || strange * 3 > helps) return false;
  for (const apply of plans) apply();
  return true;
}

function stackTitles(
  home: TitlePiece,
  piece: TitlePiece,
  side: 'above' | 'below',
): { helps: boolean; apply: () => void } {
  const [upper, lower] = side === 'below' ? [home, piece] : [piece, home];
  const tokens = joinStacked(upper, lower);
  const whole = titleRole(tokens);
  const apply = (role: TitleRole | null, stack: TitleRole[]) => () => {
    home.tokens = tokens;
    home.title = `${upper.title} ${lower.title}`;
    home.box = unionBox(home.box, piece.box);
    home.role = role;
    home.stack = stack;
  };
  if (whole) return { helps: true, apply: apply(whole, [whole]) };
  if (qualifiesTitle(piece.tokens) || /^\(.*\)$/.test(piece.title))
    return { helps: true, apply: apply(home.role, home.stack) };
  if (piece.role && home.role && TEXTS.has(piece.role) && TEXTS.has(home.role)) {
    const stack = side === 'below' ? [...home.stack, piece.role] : [piece.role, ...home.stack];
    const role = stack.includes('description') ? 'description' : stack[0]!;
    return { helps: true, apply: apply(role, stack) };
  }
  const role = home.role ?? piece.role;
  return { helps: piece.role !== null && home.role === null, apply: apply(role, role ? [role] : []) };
}

/** A word broken by a hyphen at the line's end is one word. */
function joinStacked(upper: TitlePiece, lower: TitlePiece): string[] {
  if (!/[-‐­]$/u.test(upper.title)) return [...upper.tokens, ...lower.tokens];
  const head = upper.tokens.slice(0, -1);
  return [...head, `${upper.tokens.at(-1) ?? ''}${lower.tokens[0] ?? ''}`, ...lower.tokens.slice(1)];
}

function judgeBand(pieces: readonly TitlePiece[]): HeaderBand['kind'] | undefined {
  const roles = new Set<TitleRole>();
  for (const piece of pieces) for (const role of piece.stack) roles.add(role);
  const money = [...roles].some((r) => MONEY.has(r));
  const names = roles.has('description') || roles.has('sku') || roles.has('gtin') || roles.has('buyerSku');
  const summaries = pieces.filter((p) => p.role === 'summary').length;
  if (summaries > 0 && !(names && roles.has('quantity') && money)) return 'summary';
  if (roles.has('quantity') && (names || money || roles.has('number'))) return 'items';
  if (names && money) return 'items';
  if (roles.has('unitPrice') && (roles.has('netAmount') || roles.has('grossAmount')) && !roles.has('taxAmount'))
    return 'items';
  if (roles.has('taxRate') || roles.has('taxAmount') || summaries > 0) return 'summary';
  return undefined;
}
