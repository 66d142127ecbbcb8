// Studies and schools: entries with an institution, a degree, a field and a grade.

import type { Candidate } from '../../../document/value.ts';
import { FIELD_AFTER, findDegree, SCORE } from '../locales/degrees.ts';
import { placeScore } from '../words/place-score.ts';
import { assignRoles, type Role } from './assign-roles.ts';
import type { EntityMarks } from './entity-marks.ts';
import { findEntries } from './entries.ts';
import { found, foundPeriod } from './found.ts';
import { cutFragments } from './fragments.ts';
import { degreeScore, fieldScore, schoolScore } from './judge-text.ts';
import { type Piece, subPiece } from './piece.ts';
import { isAside, joinTails } from './read-work.ts';
import type { Row } from './row.ts';

const roles: readonly Role[] = [
  { id: 'studyType', label: 'DEGREE', score: degreeScore, least: 0.4 },
  { id: 'institution', label: 'COLLEGE', score: schoolScore, least: 0.3 },
  { id: 'area', score: fieldScore, least: 0.35 },
  { id: 'location', label: 'LOCATION', score: placeScore, least: 0.5 },
];

export function readEducation(
  rows: readonly Row[],
  { from, asOf, marks }: { from: number; asOf?: string; marks: EntityMarks },
): { candidates: Candidate[]; count: number } {
  const entries = findEntries(rows, { namesSurely, ...(asOf === undefined ? {} : { asOf }) });
  const fragments = entries.map((entry) => cutFragments(entry.cells, marks));
  const assigned = assignRoles(fragments, roles, marks);
  const candidates: Candidate[] = [];
  let count = from;
  for (const [i, entry] of entries.entries()) {
    const { roles: chosen, rest } = assigned[i]!;
    const { studyType, institution, area, location } = chosen;
    if (!studyType && !institution && entry.periods.length === 0) continue;
    const path = `education[${count}]`;
    const degree = studyType && cutDegree(studyType.piece);
    const school = institution && cutPlace(institution.piece);
    if (school) candidates.push(found(`${path}.institution`, school.name, 'education', { sure: institution.sure }));
    if (degree && studyType)
      candidates.push(found(`${path}.studyType`, degree.degree, 'education', { sure: studyType.sure }));
    // "PhD" in the margin and "PhD in Computer Science" in the text: the field stands behind the second.
    const again = rest
      .map(({ piece }) => (degreeScore(piece.text) > 0.8 ? cutDegree(piece).field : undefined))
      .find(Boolean);
    const behind = studyType && rest.find(({ piece }) => standsBehind(studyType.piece, piece))?.piece;
    const field = degree?.field ?? again ?? area?.piece ?? behind;
    if (field)
      candidates.push(found(`${path}.area`, field, 'education', { sure: degree?.field ? 0.9 : (area?.sure ?? 0.7) }));
    const where = location?.piece ?? entry.places[0] ?? school?.place ?? rest.find(isAside)?.piece;
    if (where) candidates.push(found(`${path}.location`, where, 'education', { sure: 0.85 }));
    candidates.push(...foundPeriod(path, entry.periods, 'education'));
    const notes = [...entry.bullets, ...entry.prose];
    const told = joinTails(chosen, rest).map(({ piece }) => piece);
    const score = [...told, ...notes].map(scoreIn).find(Boolean);
    if (score) candidates.push(found(`${path}.score`, score, 'education', { sure: 0.85 }));
    candidates.push(
      ...notes.map((piece, k) => found(`${path}.courses[${k}]`, piece, 'bullet', { value: piece.text, sure: 0.8 })),
    );
    count++;
  }
  return { candidates, count };
}

function namesSurely(text: string): string | undefined {
  const [degree, school] = [degreeScore(text), schoolScore(text)];
  if (degree >= 0.9) return 'degree';
  return school >= 0.9 ? 'school' : undefined;
}

/** "PhD in Computer Science": the degree, and the field that stands behind it. */
export function cutDegree(piece: Piece): { degree: Piece; field?: Piece } {
  const match = findDegree(piece.text);
  if (!match) return { degree: piece };
  // "Grado en": the joint is no part of the degree; "HBO-bachelor" begins before it.
  const joined = /\s+(?:in|en|em|of)$/iu.exec(match.text);
  const end = match.index + (joined ? joined.index : match.text.length);
  const compound = /[\p{L}\d]+-$/u.exec(piece.text.slice(0, match.index));
  const degree = subPiece(piece, compound ? compound.index : match.index, end);
  const rest = piece.text.slice(end);
  const joint = FIELD_AFTER.exec(rest);
  const from = end + (joint?.[0].length ?? 0);
  const field = subPiece(piece, from);
  const text = field.text.replace(/[)\s.]+$/u, '');
  if (text.length < 2 || !/^[\p{Lu}\p{N}"“]/u.test(text) || SCORE.test(text)) return { degree };
  return { degree, field: subPiece(field, 0, text.length) };
}

/** "Magister – Sociology": right behind the degree, with a dash between them, and nothing else known. */
function standsBehind(degree: Piece, other: Piece): boolean {
  const [before, after] = [degree.parts.at(-1)!, other.parts[0]!];
  if (before.line !== after.line || after.start < before.end || SCORE.test(other.text)) return false;
  const between = before.line.text.slice(before.end, after.start);
  return /^\s*[-–—:(]\s*$/u.test(between) && /^\p{Lu}\D*$/u.test(other.text) && schoolScore(other.text) < 0.9;
}

/** "Sastra University Thanjavur, Tamil Nadu" keeps its town; a place in brackets or behind a dash stands for itself. */
function cutPlace(piece: Piece): { name: Piece; place?: Piece } {
  const comma = piece.text.indexOf(',');
  if (comma < 0) return { name: piece };
  const rest = subPiece(piece, comma + 1);
  return placeScore(rest.text) >= 0.6 ? { name: subPiece(piece, 0, comma), place: rest } : { name: piece };
}

function scoreIn(piece: Piece): Piece | undefined {
  const match = SCORE.exec(piece.text);
  const said = match && (match[1] ?? match[2] ?? match[3] ?? match[4]);
  if (!match || !said) return undefined;
  const at = match.index + match[0].indexOf(said);
  return subPiece(piece, at, at + said.length);
}
