// All of a résumé, section by section: the one extractor of the type.

import type { Candidate } from '../../../document/value.ts';
import type { Extractor } from '../../../pipeline/pack.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import { findEmails } from '../../../recognize/emails.ts';
import { findPeriods } from '../../../recognize/periods.ts';
import type { SectionKind } from '../locales/section-titles.ts';
import { type EntityMarks, entityMarks } from './entity-marks.ts';
import { found } from './found.ts';
import { readNotes, takeNotes } from './labelled-notes.ts';
import { joinPieces, subPiece } from './piece.ts';
import { headProse, readBasics } from './read-basics.ts';
import { educationByMarks, readByMarks, workByMarks } from './read-by-marks.ts';
import { readEducation } from './read-education.ts';
import { readLabelled, readLabelledBasics } from './read-labelled.ts';
import { listItems, readInterests, readLanguages, readListed, readReferences } from './read-lists.ts';
import { readSkills } from './read-skills.ts';
import { readWork } from './read-work.ts';
import { readProjects, readPublications } from './read-works.ts';
import type { Row } from './row.ts';
import { resumeRows } from './rows.ts';
import { findSections, type Section } from './sections.ts';

interface ReadOptions {
  /** Entries of the group that were read before. */
  from: number;
  asOf?: string;
  marks: EntityMarks;
}

type Reader = (rows: readonly Row[], options: ReadOptions) => { candidates: Candidate[]; count: number };

const readers: Partial<Record<SectionKind, Reader>> = {
  work: (rows, options) => readWork(rows, { ...options, group: 'work', name: 'name' }),
  volunteer: (rows, options) => readWork(rows, { ...options, group: 'volunteer', name: 'organization' }),
  education: readEducation,
  skills: (rows, { from }) => readSkills(rows, from),
  languages: (rows, { from }) => readLanguages(rows, from),
  certificates: (rows, { from }) =>
    readListed(rows, from, { group: 'certificates', name: 'name', date: 'date', by: 'issuer' }),
  awards: (rows, { from }) => readListed(rows, from, { group: 'awards', name: 'title', date: 'date', by: 'awarder' }),
  projects: (rows, { from, asOf }) => readProjects(rows, from, asOf),
  publications: (rows, { from }) => readPublications(rows, from),
  interests: (rows, { from }) => readInterests(rows, from),
  references: (rows, { from }) => readReferences(rows, from),
};

const WHOLE = 0.75;
const MANY_MARKS = 4;
const CLOSED: readonly Section['kind'][] = ['references', 'publications', 'interests', 'languages'];
const ABOUT: readonly Section['kind'][] = ['contact', 'personal', 'links'];
const LANGUAGES_ROW =
  /^(?:languages?(?: known| spoken)?|sprachen|langues|idiomas|lingue|línguas|talen|języki)\s*[:–-]\s*/iu;

export const resumeExtractor: Extractor = {
  id: 'careers/resume',
  writes: [
    'basics.*',
    'work[].*',
    'education[].*',
    'skills[].*',
    'languages[].*',
    'certificates[].*',
    'projects[].*',
    'publications[].*',
    'awards[].*',
    'volunteer[].*',
    'interests[].*',
    'references[].*',
    'sections[].*',
  ],
  extract: (reading) => readResume(reading),
};

function readResume(reading: Reading): Candidate[] {
  const sections = findSections(resumeRows(reading));
  const head = sections.filter(({ kind }) => kind === 'head').flatMap(({ rows }) => rows);
  const about = sections.filter(({ kind }) => ABOUT.includes(kind)).flatMap(({ rows }) => rows);
  const marks = entityMarks(reading);
  const candidates = [...readPerson(head, about, marks), ...readSummary(sections, head)];
  if (!candidates.some(({ path }) => path === 'basics.email')) candidates.push(...readEmail(resumeRows(reading)));
  const counts = new Map<string, number>();
  const loose = isLoose(sections, marks);
  for (const section of sections) {
    if (loose && (section.kind === 'work' || section.kind === 'education')) continue;
    const reader = section.kind === 'head' ? undefined : readers[section.kind];
    if (reader) {
      const options = {
        from: counts.get(section.kind) ?? 0,
        marks,
        ...(reading.asOf === undefined ? {} : { asOf: reading.asOf }),
      };
      const labelled = readLabelled(section.rows, section.kind, options.from);
      addGroup(candidates, counts, section.kind, labelled ?? readWithNotes(section, reader, options));
    } else if (section.kind === 'other') addOther(candidates, counts, section);
  }
  addByMarks(candidates, counts, { rows: openRows(resumeRows(reading), sections), marks });
  const spoken = about.filter(({ text }) => LANGUAGES_ROW.test(text));
  if (!counts.has('languages') && spoken.length > 0) candidates.push(...readLanguages(spoken, 0).candidates);
  return candidates;
}

function readWithNotes({ kind, rows: all }: Section, reader: Reader, options: ReadOptions) {
  const { rows, notes } = takeNotes(all, kind);
  const read = reader(rows, options);
  if (notes.length === 0) return read;
  return {
    ...read,
    candidates: [...read.candidates, ...readNotes(kind, { rows, notes, candidates: read.candidates })],
  };
}

function readPerson(head: readonly Row[], about: readonly Row[], marks: EntityMarks): Candidate[] {
  const labelled = about.length > 0 ? readLabelledBasics(about) : undefined;
  if (!labelled) return readBasics(head, about, marks);
  const said = new Set(labelled.map(({ path }) => path));
  return [...readBasics(head, [], marks).filter(({ path }) => !said.has(path)), ...labelled];
}

function addByMarks(
  candidates: Candidate[],
  counts: Map<string, number>,
  { rows, marks }: { rows: readonly Row[]; marks: EntityMarks },
): void {
  if (marks.all.length === 0) return;
  for (const pair of [workByMarks, educationByMarks]) {
    if (isWhole(candidates, pair)) continue;
    const from = counts.get(pair.group) ?? 0;
    addGroup(candidates, counts, pair.group, readByMarks(pair, { rows, marks, taken: candidates, from }));
  }
}

/**
 * Titles may be missing, and then a section goes on with what is another's: all rows but those that name other people's things.
 * In a text that lost its line breaks such a section ends where a period is told.
 */
function openRows(rows: readonly Row[], sections: readonly Section[]): Row[] {
  const closed = new Set<Row>();
  for (const section of sections) {
    if (!CLOSED.includes(section.kind)) continue;
    for (const row of section.rows) {
      if (row.loose && findPeriods(row.text).some(({ value }) => !value.single)) break;
      closed.add(row);
    }
  }
  return rows.filter((row) => !closed.has(row));
}

/** Rows of a text without line breaks say less of its entries than the model's marks do. */
function isLoose(sections: readonly Section[], marks: EntityMarks): boolean {
  const rows = sections.flatMap((section) => section.rows);
  return marks.all.length >= MANY_MARKS && rows.filter((row) => row.loose).length > 0.5 * rows.length;
}

/** Entries whose layout gave nearly all that names them need no second reading. */
function isWhole(candidates: readonly Candidate[], { group, fields }: typeof workByMarks): boolean {
  const entries = new Map<string, number>();
  const named = new Set(Object.values(fields));
  for (const { path } of candidates) {
    const match = /^(\w+)\[(\d+)\]\.(\w+)/.exec(path);
    if (match?.[1] === group) entries.set(match[2]!, (entries.get(match[2]!) ?? 0) + (named.has(match[3]!) ? 1 : 0));
  }
  const whole = [...entries.values()].filter((count) => count === named.size).length;
  return whole > 0 && whole >= WHOLE * entries.size;
}

function addGroup(
  candidates: Candidate[],
  counts: Map<string, number>,
  kind: string,
  read: { candidates: Candidate[]; count: number },
): void {
  for (const candidate of read.candidates) candidates.push(candidate);
  counts.set(kind, read.count);
}

/** At the foot of the page, or in a section with a title that nobody knows. */
function readEmail(rows: readonly Row[]): Candidate[] {
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    const [email] = findEmails(cell.text);
    if (email)
      return [
        found('basics.email', subPiece(cell, email.start, email.end), 'contact', { value: email.value, sure: 0.8 }),
      ];
  }
  return [];
}

function readSummary(sections: readonly Section[], head: readonly Row[]): Candidate[] {
  const rows = sections.filter(({ kind }) => kind === 'summary').flatMap((section) => section.rows);
  if (rows.length > 0) {
    const piece = joinPieces(rows.flatMap(({ cells }) => cells));
    return [found('basics.summary', piece, 'summary', { value: piece.text, sure: 0.9 })];
  }
  const prose = headProse(head);
  return prose ? [found('basics.summary', prose, 'summary', { value: prose.text, sure: 0.7 })] : [];
}

function addOther(candidates: Candidate[], counts: Map<string, number>, { title, rows }: Section): void {
  const at = counts.get('other') ?? 0;
  const items = listItems(rows);
  if (!title || items.length === 0) return;
  candidates.push(found(`sections[${at}].title`, title, 'section', { sure: 0.85 }));
  for (const [i, item] of items.entries())
    candidates.push(found(`sections[${at}].text[${i}]`, item, 'section', { value: item.text, sure: 0.85 }));
  counts.set('other', at + 1);
}
