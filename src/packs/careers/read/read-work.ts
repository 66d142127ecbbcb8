// Employment, internships and voluntary work: entries with an employer, a position, a place and a period.

import type { Candidate } from '../../../document/value.ts';
import { placeScore } from '../words/place-score.ts';
import { type Assignment, assignRoles, type Role } from './assign-roles.ts';
import type { EntityMarks } from './entity-marks.ts';
import { type Entry, findEntries } from './entries.ts';
import { found, foundPeriod } from './found.ts';
import { cutFragments, type Fragment } from './fragments.ts';
import { companyScore, positionScore } from './judge-text.ts';
import { joinPieces, type Piece } from './piece.ts';
import type { Row } from './row.ts';

const roles: readonly Role[] = [
  { id: 'position', label: 'DESIGNATION', score: positionScore, least: 0.14 },
  { id: 'name', label: 'COMPANY', score: companyScore, least: 0.2 },
  { id: 'location', label: 'LOCATION', score: placeScore, least: 0.5 },
];

export interface WorkGroup {
  /** `work`, `volunteer`. */
  group: string;
  /** Field of the employer. */
  name: 'name' | 'organization';
  /** Entries that were read before, from another section. */
  from: number;
  asOf?: string;
  marks: EntityMarks;
}

export function readWork(
  rows: readonly Row[],
  { group, name, from, asOf, marks }: WorkGroup,
): { candidates: Candidate[]; count: number } {
  const entries = findEntries(rows, asOf === undefined ? {} : { asOf });
  const fragments = entries.map((entry) => cutFragments(entry.cells, marks));
  const assigned = assignRoles(fragments, roles, marks).map(({ roles: chosen, rest }) => ({
    chosen,
    rest: joinTails(chosen, rest),
  }));
  const candidates: Candidate[] = [];
  let count = from;
  let employer: { roles: Assignment; entry: Entry } | undefined;
  for (const [i, entry] of entries.entries()) {
    const { chosen, rest } = assigned[i]!;
    if (isNothing(entry, chosen)) continue;
    const next = assigned[i + 1]?.chosen;
    // "Acme, 2004 – 2010" above its roles: the employer of what follows, no role itself.
    if (
      isEmployerAlone(entry, chosen) &&
      next?.position &&
      !isOwnEmployer(next) &&
      entries[i + 1]!.periods.length > 0
    ) {
      employer = { roles: chosen, entry };
      continue;
    }
    const path = `${group}[${count}]`;
    const inherits = employer && !isOwnEmployer(chosen);
    if (!inherits) employer = isOwnEmployer(chosen) ? { roles: chosen, entry } : undefined;
    const named = isOwnEmployer(chosen) ? chosen.name : (employer?.roles.name ?? chosen.name);
    const aside = group === 'work' && !chosen.location ? rest.find(isAside) : undefined;
    if (aside) rest.splice(rest.indexOf(aside), 1);
    const where =
      chosen.location?.piece ??
      aside?.piece ??
      entry.places[0] ??
      employer?.roles.location?.piece ??
      employer?.entry.places[0];
    if (named) candidates.push(found(`${path}.${name}`, named.piece, 'work', { sure: named.sure }));
    if (chosen.position)
      candidates.push(found(`${path}.position`, chosen.position.piece, 'work', { sure: chosen.position.sure }));
    if (where && group === 'work') candidates.push(found(`${path}.location`, where, 'work', { sure: 0.85 }));
    candidates.push(...foundPeriod(path, entry.periods, 'work'), ...foundText(path, entry, rest));
    count++;
  }
  return { candidates, count };
}

const isNothing = (entry: Entry, chosen: Assignment): boolean =>
  entry.cells.length === 0 && entry.periods.length === 0 && !chosen.name && !chosen.position;

/** A town that no list knows, in the cell beside the employer or the position. */
export const isAside = ({ piece: { text }, slot, label }: Fragment): boolean =>
  !label && !/^\d+\.0(?:\.|$)/.test(slot) && TOWN.test(text) && positionScore(text) < 0.5;
const TOWN =
  /^(?:A |La |El |Le )?\p{Lu}\p{Ll}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’-]{2,24}| \d{1,2})?(?:, \p{Lu}[\p{L}. '’-]{1,24})?$/u;

const isEmployerAlone = (entry: Entry, { name, position }: Assignment): boolean =>
  name !== undefined && (position === undefined || position.sure < 0.4) && entry.bullets.length === 0;

/** What reads as an employer, not as the rest of a title. */
const isOwnEmployer = ({ name }: Assignment): boolean => name !== undefined && name.sure >= 0.3;

/** "Manager, Global Sales": what is left right behind a part of the same cell goes on with it. */
export function joinTails(chosen: Assignment, rest: readonly Fragment[]): Fragment[] {
  return rest.filter((fragment) => {
    const head = Object.values(chosen).find(({ piece }) => follows(piece, fragment.piece));
    if (!head || fragment.label) return true;
    head.piece = glue(head.piece, fragment.piece);
    return false;
  });
}

function follows(head: Piece, tail: Piece): boolean {
  const [a, b] = [head.parts.at(-1)!, tail.parts[0]!];
  return (
    a.line === b.line && b.start > a.end && b.start - a.end <= 2 && a.line.text.slice(a.end, b.start).includes(',')
  );
}

/** Put together again with the comma that stands between them. */
function glue(head: Piece, tail: Piece): Piece {
  const joined = joinPieces([head, tail]);
  const at = head.text.length;
  const text = `${joined.text.slice(0, at)},${joined.text.slice(at)}`;
  const parts = joined.parts.map((part) => (part.at > at - 1 && part.at >= at ? { ...part, at: part.at + 1 } : part));
  return { text, parts };
}

export function foundText(path: string, entry: Entry, rest: readonly Fragment[]): Candidate[] {
  const told = [...rest.map(({ piece }) => piece), ...entry.prose];
  return [
    ...(told.length > 0 ? [found(`${path}.summary`, joinPieces(told), 'text', { sure: 0.8 })] : []),
    ...entry.bullets.map((piece, i) => found(`${path}.highlights[${i}]`, piece, 'bullet', { value: piece.text })),
  ];
}
