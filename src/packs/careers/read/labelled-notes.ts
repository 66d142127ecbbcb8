// Rows inside entries that say what they are and that no reader of entries looks for: "About the employer: …", "Keywords: …".

import { overlapX, overlapY } from '../../../document/box.ts';
import type { Candidate } from '../../../document/value.ts';
import { foldPlace } from '../../../recognize/countries.ts';
import { fieldLabels, type LabelledThing } from '../locales/field-labels.ts';
import { found } from './found.ts';
import { joinPieces, type Piece, subPiece } from './piece.ts';
import { splitItems } from './read-lists.ts';

import { hadNoRoom, type Row, textRight } from './row.ts';

/** Group → thing → field; a comma: several in one row. */
const noted: Readonly<Record<string, Partial<Record<LabelledThing, string>>>> = {
  work: { aboutEmployer: 'description', web: 'url' },
  volunteer: { web: 'url' },
  education: { web: 'url' },
  projects: {
    kind: 'type',
    client: 'entity',
    role: 'roles[]',
    keyword: 'keywords[]',
    keywords: 'keywords[],',
    web: 'url',
  },
};
const LABEL = /^(\p{L}[\p{L} '’/-]{1,30}?)\s*:\s+(?=\S)/u;

const byGroup = new Map(
  Object.entries(noted).map(([group, fields]) => {
    const map = new Map<string, string>();
    for (const labels of Object.values(fieldLabels)) {
      for (const [thing, field] of Object.entries(fields) as [LabelledThing, string][])
        for (const label of labels[thing]) map.set(foldPlace(label), field);
    }
    return [group, map] as const;
  }),
);

export interface Note {
  field: string;
  pieces: Piece[];
  /** The row before it. */
  after: Row;
}

/** Rows without notes, and the notes. */
export function takeNotes(rows: readonly Row[], group: string): { rows: readonly Row[]; notes: readonly Note[] } {
  const labels = byGroup.get(group);
  if (!labels) return { rows, notes: [] };
  const right = textRight(rows);
  const kept: Row[] = [];
  const notes: Note[] = [];
  let open = false;
  for (const [i, row] of rows.entries()) {
    const [first, ...rest] = row.cells as [Piece, ...Piece[]];
    const match = row.bullet || kept.length === 0 || row.bold > 0.6 ? null : LABEL.exec(first.text);
    const field = match ? labels.get(foldPlace(match[1]!)) : undefined;
    if (match && field !== undefined) {
      notes.push({ field, pieces: [subPiece(first, match[0].length), ...rest], after: kept.at(-1)! });
      open = true;
    } else if (open && !row.bullet && row.bold <= 0.6 && row.gap < 0.45 && hadNoRoom(rows[i - 1]!, row, right))
      notes.at(-1)!.pieces.push(...row.cells);
    else {
      kept.push(row);
      open = false;
    }
  }
  return { rows: kept, notes };
}

/** Each goes to the entry that something was read of in the rows before it. */
export function readNotes(
  group: string,
  { rows, notes, candidates }: { rows: readonly Row[]; notes: readonly Note[]; candidates: readonly Candidate[] },
): Candidate[] {
  const made: Candidate[] = [];
  const counts = new Map<string, number>();
  for (const { field, pieces, after } of notes) {
    const entry = entryBefore(rows.slice(0, rows.indexOf(after) + 1), candidates);
    if (entry === undefined) continue;
    const piece = joinPieces(pieces);
    const path = `${group}[${entry}].${field.replace(',', '')}`;
    const items = field.endsWith(',') ? splitItems(piece) : [piece];
    for (const item of items) {
      const at = counts.get(path) ?? 0;
      counts.set(path, at + 1);
      made.push(found(path.replace('[]', `[${at}]`), item, 'note', { value: item.text }));
    }
  }
  return made;
}

function entryBefore(rows: readonly Row[], candidates: readonly Candidate[]): number | undefined {
  for (const row of rows.toReversed()) {
    const here = candidates.filter(({ evidence }) =>
      evidence.some(
        ({ page, box }) => page === row.page && overlapY(box, row.box) > 0.5 * row.height && overlapX(box, row.box) > 0,
      ),
    );
    const entries = here.map(({ path }) => Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1)).filter((entry) => entry >= 0);
    if (entries.length > 0) return Math.max(...entries);
  }
  return undefined;
}
