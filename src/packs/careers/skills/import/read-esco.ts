// ESCO's CSV files (esco.ec.europa.eu, download "ESCO dataset"): skills_en.csv, skillGroups_en.csv, broaderRelationsSkillPillar_en.csv
// and skillSkillRelations_en.csv, in any of its languages. A file is known by its columns.

import { parse } from 'csv-parse/sync';
import { type ListFile, OperatorListError } from '../../../../pipeline/operator-list.ts';
import type { SkillKind } from '../skill.ts';
import { ensureFewer, type ImportedFile, type ImportedSkill, MOST_SYNONYMS, toLabel } from './imported-skill.ts';

type Row = Readonly<Record<string, string | undefined>>;

const MOST_RECORD_CHARS = 200_000;
/** How far a skill of ESCO that is essential, or optional, for another stands for it. */
const RELATED = { essential: 0.5, optional: 0.3 } as const;

/** undefined when the columns are none of ESCO's. Throws OperatorListError for a broken file. */
export function readEsco(file: ListFile): ImportedFile | undefined {
  const head = file.text.slice(0, file.text.search(/[\r\n]|$/)).replace(/^\ufeff/, '');
  const columns = head.split(',').map((column) => column.replace(/^"|"$/g, '').trim());
  const has = (...names: string[]): boolean => names.every((name) => columns.includes(name));
  if (has('conceptUri', 'preferredLabel')) return readSkills(readRows(file), file.name);
  if (has('conceptUri', 'broaderUri'))
    return { ...readRelations(readRows(file), 'conceptUri', 'broaderUri'), related: [] };
  if (has('originalSkillUri', 'relatedSkillUri')) return readRelated(readRows(file));
  return undefined;
}

function readRows({ text, name }: ListFile): Row[] {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, max_record_size: MOST_RECORD_CHARS });
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    throw new OperatorListError(`${name}: not CSV as ESCO writes it${line === undefined ? '' : `, at line ${line}`}`);
  }
}

function readSkills(rows: readonly Row[], file: string): ImportedFile {
  ensureFewer(rows.length, file);
  const skills: ImportedSkill[] = [];
  let leftOut = 0;
  for (const row of rows) {
    const id = idOf(row.conceptUri);
    const label = toLabel(row.preferredLabel);
    if (id === undefined || label === undefined || row.status === 'obsolete') {
      leftOut++;
      continue;
    }
    const others = `${row.altLabels ?? ''}\n${row.hiddenLabels ?? ''}`
      .split(/\r?\n|\r/)
      .filter((text) => text.trim() !== '');
    const names = others.map(toLabel);
    leftOut += names.filter((name) => name === undefined).length + Math.max(0, names.length - MOST_SYNONYMS);
    const synonyms = names.filter((name) => name !== undefined).slice(0, MOST_SYNONYMS);
    skills.push({ id, label, kind: kindOf(row, label), synonyms, broader: [], related: [] });
  }
  return { format: 'ESCO', skills, broader: [], related: [], leftOut };
}

/** Copies of the file without the column say it by their form: a skill begins with a verb, knowledge is a noun. */
function kindOf({ skillType = '', reuseLevel = '', conceptType = '' }: Row, label: string): SkillKind {
  if (conceptType === 'SkillGroup' || /knowledge/i.test(skillType)) return 'knowledge';
  if (/language/i.test(reuseLevel)) return 'human-language';
  if (/transversal/i.test(reuseLevel)) return 'soft';
  if (skillType !== '') return 'activity';
  return /^\p{Ll}+ \p{Ll}/u.test(label) ? 'activity' : 'knowledge';
}

function readRelations(rows: readonly Row[], from: string, to: string): Omit<ImportedFile, 'related'> {
  const broader: ImportedFile['broader'] = [];
  for (const row of rows) {
    const [child, parent] = [idOf(row[from]), idOf(row[to])];
    if (child !== undefined && parent !== undefined && child !== parent) broader.push({ from: child, to: parent });
  }
  return { format: 'ESCO', skills: [], broader, leftOut: rows.length - broader.length };
}

function readRelated(rows: readonly Row[]): ImportedFile {
  const { broader: pairs, leftOut } = readRelations(rows, 'originalSkillUri', 'relatedSkillUri');
  const essential = new Set(rows.filter(({ relationType }) => relationType === 'essential').map(pairKey));
  const related = pairs.map(({ from, to }) => {
    const strength = essential.has(`${from} ${to}`) ? RELATED.essential : RELATED.optional;
    return { from, to, strength };
  });
  return { format: 'ESCO', skills: [], broader: [], related, leftOut };
}

const pairKey = (row: Row): string => `${idOf(row.originalSkillUri)} ${idOf(row.relatedSkillUri)}`;

/** `http://data.europa.eu/esco/skill/…` → `esco:…` */
function idOf(uri: string | undefined): string | undefined {
  const id = /^https?:\/\/data\.europa\.eu\/esco\/[\w-]{1,30}\/([\w.-]{1,80})$/.exec(uri?.trim() ?? '')?.[1];
  return id === undefined ? undefined : `esco:${id}`;
}
