// The entries of a section: which rows begin one, which are its head, and what stands below in bullets and prose.

import { findPeriods, type PeriodMention } from '../../../recognize/periods.ts';
import { placeScore } from '../words/place-score.ts';
import { joinPieces, type Piece, subPiece, wordsOf } from './piece.ts';

import { hadNoRoom, type Row, textRight, withoutBullet } from './row.ts';

export interface Dated {
  piece: Piece;
  mention: PeriodMention;
}

export interface HeadCell {
  piece: Piece;
  /** Row and place in it: cells at the same place of several entries mean the same. */
  slot: string;
  bold: boolean;
}

export interface Entry {
  cells: HeadCell[];
  periods: Dated[];
  places: Piece[];
  bullets: Piece[];
  prose: Piece[];
}

const DURATION =
  /^[\s(·|,-]*(?:\d{1,2}\+? ?(?:years?|yrs?|jahre?|ans?|años?|anni|anos?|jaar|lat[a]?|rok)\.?)?[\s,&and]*(?:\d{1,2} ?(?:months?|mos?|monate?|mois|meses|mesi|maanden|miesi\p{L}*)\.?)?[\s)]*$/iu;
const isDuration = (text: string): boolean => /\d/.test(text) && DURATION.test(text);

/** A row that says what kind of thing follows: it belongs to the text below. */
const SUBLABEL =
  /^(?:(?:key |main |major |other |core |job )?(?:responsibilit(?:y|ies)|achievements?|duties|accomplishments?|tasks?|highlights?|contributions?|deliverables?|environment|technolog(?:y|ies)(?: used)?|tools(?: used)?|tech(?:nical)? stack|description|project description|project (?:title|name|idea|details)|projects?|roles? and responsibilities|roles & responsibilities|team size|skills(?: used)?|aufgaben(?:gebiet|bereich)?|tätigkeiten|schwerpunkte|missions?|tâches|réalisations|environnement technique|funciones|logros|tareas|responsabilidades|mansioni|attività|compiti|responsabilità|tarefas|atividades|taken|werkzaamheden|verantwoordelijkheden|obowiązki|zakres obowiązków|zadania|thesis|advisor|courses?|coursework|relevant coursework|minor|subjects?))\s*(?:[:–-]|$)/iu;

type RowRole = 'head' | 'bullet' | 'goesOn' | 'prose';

interface Seen {
  row: Row;
  role: RowRole;
  cells: Piece[];
  periods: Dated[];
  places: Piece[];
}

export interface EntryOptions {
  asOf?: string;
  /** A bullet is an entry of its own where nothing else is. */
  bulletsAreEntries?: boolean;
  /** What a row of a head surely names: two rows that name the same are two entries. */
  namesSurely?: (text: string) => string | undefined;
}

export function findEntries(rows: readonly Row[], options: EntryOptions = {}): Entry[] {
  if (rows.length === 0) return [];
  const allBullets = rows.every(({ bullet }, i) => bullet || goesOn(rows, i));
  const plain = allBullets || options.bulletsAreEntries === true;
  const seen = seeRows(rows, plain, options);
  const starts = findStarts(seen, options.namesSurely);
  return starts.map((from, i) => makeEntry(seen.slice(from, starts[i + 1] ?? seen.length)));
}

function seeRows(rows: readonly Row[], bulletsAreHeads: boolean, options: EntryOptions): Seen[] {
  const seen: Seen[] = [];
  for (const [i, row] of rows.entries()) {
    const { cells, periods, places } = takeNotes(row, options);
    const before = seen.at(-1);
    let role: RowRole;
    const open = before && (before.role === 'bullet' || before.role === 'goesOn');
    const item =
      before && cells.length === 1 && periods.length === 0 ? indentedItem(seen, row, rows[i - 1]!) : undefined;
    if (row.bullet) role = bulletsAreHeads ? 'head' : 'bullet';
    else if (item) role = item;
    else if (open && goesOn(rows, i)) role = 'goesOn';
    else if (isProse(row, cells, periods) || (before?.role === 'prose' && continuesProse(rows[i - 1]!, row)))
      role = 'prose';
    else role = 'head';
    seen.push({ row, role, cells, periods, places });
  }
  return seen;
}

/** Bullets that are drawn leave only the indent: an item begins where the row before it ended early. */
function indentedItem(seen: readonly Seen[], row: Row, before: Row): 'bullet' | 'goesOn' | undefined {
  const head = seen.findLast(({ role, cells }) => role === 'head' && cells.length > 0);
  const last = seen.at(-1)!;
  if (!head || row.bold > 0.6 || row.loose || row.flow !== head.row.flow || last.row.bullet) return undefined;
  const left = wordsOf(head.cells[0]!)[0]!.box[0];
  const indent = row.box[0] - left;
  if (indent < INDENT * row.height || indent > 5 * row.height || head.row.box[0] > left + 1) return undefined;
  const inside = last.role === 'bullet' || last.role === 'goesOn';
  const right = Math.max(...seen.map((each) => each.row.box[2]));
  const full = inside && before.page === row.page && before.box[2] > right - 0.2 * (right - left);
  return full && Math.abs(before.box[0] - row.box[0]) < 2 ? 'goesOn' : 'bullet';
}

/** In heights of the row. */
const INDENT = 0.9;

/** A row below a bullet that continues its sentence. */
function goesOn(rows: readonly Row[], i: number): boolean {
  const [before, row] = [rows[i - 1], rows[i]!];
  if (!before || row.bullet || row.bold > 0.6 || before.flow !== row.flow) return false;
  const lower = /^[\p{Ll}(&]/u.test(row.text);
  const laid = row.gap > -0.5;
  if (!laid) return lower;
  let head = i - 1;
  while (head > 0 && !rows[head]!.bullet) head--;
  const bullet = rows[head]!;
  if (!bullet.bullet) return false;
  const samePage = before.page === row.page;
  if (samePage && row.gap > before.gap + 0.45 && row.gap > 0.8) return lower;
  const indented = row.box[0] > bullet.box[0] + 0.4 * row.height;
  if (samePage && row.gap < 0.45 && row.cells.length === 1 && hadNoRoom(before, row, textRight(rows))) return true;
  return indented || (lower && (row.gap < 0.8 || !samePage)) || (/-$/.test(before.text) && lower);
}

const WORDS_OF_PROSE = 11;

function isProse(row: Row, cells: readonly Piece[], periods: readonly Dated[]): boolean {
  const text = cells.map((cell) => cell.text).join(' ');
  if (SUBLABEL.test(text)) return true;
  if (row.bold > 0.6) return false;
  const words = text.split(/\s+/);
  const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length / words.length;
  if (/^\p{Ll}/u.test(text) && lower > 0.5 && periods.length === 0) return true;
  if (words.length < WORDS_OF_PROSE)
    return words.length >= 6 && lower > 0.5 && /[.;]$/.test(text) && periods.length === 0;
  const ranged = periods.some(({ mention }) => !mention.value.single);
  return !ranged || lower > 0.5;
}

/** The short last row of a paragraph. */
function continuesProse(before: Row, row: Row): boolean {
  if (row.bold > 0.6 || row.cells.length > 1 || findPeriods(row.text).length > 0) return false;
  if (row.gap > 0.9 || SUBLABEL.test(before.text)) return false;
  if (/^\p{Ll}/u.test(row.text)) return true;
  return row.gap > -0.5 && row.gap <= before.gap + 0.25 && !/[.!?:]$/.test(before.text) && before.text.length > 60;
}

/** Dates, durations and places at the side of a row belong to the entry's head, whatever else the row is. */
function takeNotes(row: Row, options: EntryOptions): { cells: Piece[]; periods: Dated[]; places: Piece[] } {
  const periods: Dated[] = [];
  const places: Piece[] = [];
  const cells: Piece[] = [];
  for (const [i, cell] of row.cells.entries()) {
    if (isDuration(cell.text)) continue;
    if (i > 0 && placeScore(cell.text) >= 0.6 && findPeriods(cell.text).length === 0) {
      places.push(cell);
      continue;
    }
    const sides = i > 0 || row.cells.length > 1 || !row.bullet;
    const rest = sides ? takePeriods(cell, periods, options) : [cell];
    cells.push(...rest.filter(({ text }) => !isDuration(text) && /[\p{L}\p{N}]/u.test(text)));
  }
  return { cells, periods, places };
}

/** "in", "von" and brackets that a date leaves behind. */
const LEFT_BEHIND =
  /[\s,;:|·•(–—-]+(?:from|von|vom|de|du|dal|from:|period:?|duration:?)?$|^(?:from|von|vom|period:?|duration:?|dates?:?)$/iu;

function takePeriods(cell: Piece, periods: Dated[], options: EntryOptions): Piece[] {
  const found = findPeriods(cell.text, options).filter(
    (mention) => mention.certainty > 0.5 || isLoneYear(cell.text, mention),
  );
  // Several single years in a row of text are no dates of an entry.
  if (found.length === 0 || found.length > 3) return [cell];
  const rest: Piece[] = [];
  let at = 0;
  for (const mention of found) {
    periods.push({ piece: subPiece(cell, mention.start, mention.end), mention });
    rest.push(trimmed(cell, at, mention.start));
    at = mention.end;
  }
  rest.push(trimmed(cell, at, cell.text.length));
  return rest.filter(({ text }) => text !== '');
}

function trimmed(cell: Piece, from: number, to: number): Piece {
  const text = cell.text.slice(from, to);
  const lead = /^[\s,;:|·•)–—.-]*/u.exec(text)![0].length;
  const tail = LEFT_BEHIND.exec(text.slice(lead))?.[0].length ?? 0;
  const open = text.slice(lead, text.length - tail);
  const piece = subPiece(cell, from + lead, from + lead + open.length);
  // A date in brackets leaves half a pair.
  const half = /\($/.exec(piece.text) ? 1 : 0;
  return half ? subPiece(piece, 0, piece.text.length - half) : piece;
}

/** A year at an end of a cell, in brackets or behind a comma: a date rather than a number in a name. */
function isLoneYear(text: string, { start, end }: PeriodMention): boolean {
  const [before, after] = [text.slice(0, start).trimEnd(), text.slice(end).trimStart()];
  if (before === '' && after === '') return true;
  if (after === '' || /^[),|·–—-]/.test(after))
    return /[,(|·:–—-]$/u.test(before) || before === '' || /(?:^|\s)in$/iu.test(before);
  return before === '' && /^[:,|·–—-]/u.test(after);
}

function findStarts(seen: readonly Seen[], names: EntryOptions['namesSurely']): number[] {
  const clusters = findClusters(seen);
  const offset = usualOffset(seen, clusters);
  const starts: number[] = [];
  for (const [from, to] of clusters) {
    starts.push(from);
    const dated = range(from, to).filter((i) => seen[i]!.periods.length > 0);
    if (dated.length > 0 && [from, ...dated].every((i) => seen[i]!.row.bold > 0.6)) {
      // Bold heads with their dates: so is that of an entry without one.
      for (const i of range(from + 1, to)) {
        const opens = seen[i - 1]!.row.bold <= 0.6 || seen[i]!.periods.length > 0;
        if (seen[i]!.row.bold > 0.6 && opens) starts.push(i);
      }
      continue;
    }
    const named = names ? startsByName(seen, range(from, to), names) : [];
    if (named.length > 0 && named.length + 1 >= dated.length) {
      starts.push(...named);
      continue;
    }
    if (dated.length > 1) {
      for (const [k, at] of dated.entries()) {
        if (k === 0) continue;
        starts.push(bestStart(seen, { after: dated[k - 1]!, at, offset }));
      }
    } else if (dated.length === 0) {
      // Without dates: white space or a bold beginning parts them.
      for (let i = from + 1; i < to; i++) if (opensByLook(seen, i)) starts.push(i);
    }
  }
  if (starts[0] !== 0) starts.unshift(0);
  return [...new Set(starts)].sort((a, b) => a - b);
}

/** Where a cluster names again what it began with, and something else or a date in between; none where it does not. */
function startsByName(
  seen: readonly Seen[],
  places: readonly number[],
  names: NonNullable<EntryOptions['namesSurely']>,
): number[] {
  const told = places.map((at) => names(seen[at]!.cells.map(({ text }) => text).join(' ')));
  const lead = told.find((name) => name !== undefined);
  const starts: number[] = [];
  let between = false;
  let led = false;
  for (const [i, name] of told.entries()) {
    if (name === lead && lead !== undefined) {
      if (led && between) starts.push(places[i]!);
      led = true;
      between = seen[places[i]!]!.periods.length > 0;
    } else if (name !== undefined || seen[places[i]!]!.periods.length > 0) between = true;
  }
  return starts;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Runs of head rows; each begins an entry, unless it is text with a label of its own. */
function findClusters(seen: readonly Seen[]): [number, number][] {
  const clusters: [number, number][] = [];
  let i = 0;
  while (i < seen.length) {
    if (seen[i]!.role !== 'head') {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < seen.length && seen[end]!.role === 'head') end++;
    const first = clusters.length === 0;
    const dated = range(i, end).some((at) => seen[at]!.periods.length > 0);
    const titled = seen[i]!.row.bold > 0.6 || seen[i]!.row.gap > 0.7;
    if (first || dated || titled) clusters.push([i, end]);
    i = end;
  }
  return clusters;
}

/** In which row of an entry its dates stand, counted from its first. */
function usualOffset(seen: readonly Seen[], clusters: readonly (readonly [number, number])[]): number {
  const counts = new Map<number, number>();
  for (const [from, to] of clusters) {
    const first = range(from, to).find((i) => seen[i]!.periods.length > 0);
    if (first !== undefined) counts.set(first - from, (counts.get(first - from) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

function bestStart(
  seen: readonly Seen[],
  { after, at, offset }: { after: number; at: number; offset: number },
): number {
  const between = range(after + 1, at + 1);
  const gaps = between.map((i) => seen[i]!.row.gap);
  const widest = Math.max(...gaps);
  const usual = gaps.toSorted((a, b) => a - b)[0]!;
  if (between.length > 1 && widest > usual + 0.4 && widest > 0.5) return between[gaps.indexOf(widest)]!;
  const bold = between.find((i) => seen[i]!.row.bold > 0.6 && (seen[i - 1]?.row.bold ?? 0) <= 0.6);
  if (bold !== undefined) return bold;
  return Math.max(after + 1, at - offset);
}

function opensByLook(seen: readonly Seen[], i: number): boolean {
  const [before, own] = [seen[i - 1]!.row, seen[i]!.row];
  if (own.bullet) return true;
  // White space wider than what parts the rows of one entry.
  const least = Math.min(...seen.slice(1).map(({ row }) => row.gap));
  if (own.gap > 0.5 && own.gap > least + 0.4) return true;
  return own.bold > 0.6 && before.bold <= 0.6;
}

function makeEntry(seen: readonly Seen[]): Entry {
  const entry: Entry = { cells: [], periods: [], places: [], bullets: [], prose: [] };
  let headRow = 0;
  let bullet: Piece[] = [];
  const closeBullet = (): void => {
    if (bullet.length > 0) entry.bullets.push(joinPieces(bullet));
    bullet = [];
  };
  for (const { row, role, cells, periods, places } of seen) {
    entry.periods.push(...periods);
    entry.places.push(...places);
    if (cells.length === 0) continue;
    if (role === 'bullet' || role === 'goesOn') {
      if (role === 'bullet') closeBullet();
      const [first, ...rest] = cells as [Piece, ...Piece[]];
      bullet.push(role === 'bullet' ? withoutBullet(first) : first, ...rest);
      continue;
    }
    closeBullet();
    if (role === 'prose') {
      entry.prose.push(joinPieces(cells));
      continue;
    }
    for (const [i, piece] of cells.entries()) {
      const bare = row.bullet && i === 0 ? withoutBullet(piece) : piece;
      entry.cells.push({ piece: bare, slot: `${headRow}.${i}`, bold: row.bold > 0.6 });
    }
    headRow++;
  }
  closeBullet();
  return entry;
}
