// O*NET's text files (onetcenter.org, "O*NET database", text): Technology Skills.txt, and Skills.txt, Knowledge.txt and Abilities.txt.
// Tab-separated, a row an occupation and skill; a file is known by its columns.

import { type ListFile, OperatorListError } from '../../../../pipeline/operator-list.ts';
import { type SkillKind, skillSlug } from '../skill.ts';
import { ensureFewer, type ImportedFile, type ImportedSkill, toLabel } from './imported-skill.ts';

const MOST_LINES = 1_000_000;
const MOST_LINE_CHARS = 10_000;

/** undefined when the columns are none of O*NET's. Throws OperatorListError for a broken file. */
export function readOnet(file: ListFile): ImportedFile | undefined {
  const head = file.text.slice(0, file.text.search(/[\r\n]|$/)).replace(/^\ufeff/, '');
  const columns = head.split('\t').map((column) => column.trim());
  if (columns.includes('Example') && columns.includes('Commodity Title'))
    return readTechnology(readRows(file, columns), file.name);
  if (columns.includes('Element ID') && columns.includes('Element Name'))
    return readElements(readRows(file, columns), file.name);
  return undefined;
}

type Row = (column: string) => string | undefined;

function readRows({ text, name }: ListFile, columns: readonly string[]): Row[] {
  const lines = text.split(/\r?\n/);
  if (lines.length > MOST_LINES) throw new OperatorListError(`${name}: more than ${MOST_LINES} lines`);
  return lines.flatMap((line, place): Row[] => {
    if (place === 0 || line.trim() === '') return [];
    const cells = line.length > MOST_LINE_CHARS ? [] : line.split('\t');
    if (cells.length !== columns.length) {
      throw new OperatorListError(
        `${name}: not as O*NET writes it, at line ${place + 1}: ${columns.length} columns were expected`,
      );
    }
    return [(column) => cells[columns.indexOf(column)]];
  });
}

function readTechnology(rows: readonly Row[], file: string): ImportedFile {
  const skills = new Map<string, ImportedSkill>();
  let leftOut = 0;
  for (const row of rows) {
    const [label, group, code] = [toLabel(row('Example')), toLabel(row('Commodity Title')), row('Commodity Code')];
    const id = label && skillSlug(label);
    if (!label || !id) {
      leftOut++;
      continue;
    }
    const broader = group && /^\d{1,12}$/.test(code ?? '') ? `onet:${code}` : undefined;
    if (broader && group) addOnce(skills, { id: broader, label: group, kind: 'knowledge' });
    addOnce(skills, { id: `onet:${id}`, label, kind: 'tool' }, broader);
  }
  ensureFewer(skills.size, file);
  return { format: 'O*NET', skills: [...skills.values()], broader: [], related: [], leftOut };
}

function readElements(rows: readonly Row[], file: string): ImportedFile {
  const skills = new Map<string, ImportedSkill>();
  let leftOut = 0;
  for (const row of rows) {
    const [label, element] = [toLabel(row('Element Name')), row('Element ID') ?? ''];
    if (!label || !/^\d(?:\.\w{1,4}){0,6}$/.test(element)) leftOut++;
    else addOnce(skills, { id: `onet:${element}`, label, kind: kindOf(element) });
  }
  ensureFewer(skills.size, file);
  return { format: 'O*NET', skills: [...skills.values()], broader: [], related: [], leftOut };
}

/** By the place in O*NET's content model: 2.C is knowledge, 4.A work activities, the rest abilities and skills. */
function kindOf(element: string): SkillKind {
  if (element.startsWith('2.C')) return 'knowledge';
  return element.startsWith('4.A') ? 'activity' : 'soft';
}

function addOnce(
  skills: Map<string, ImportedSkill>,
  skill: Pick<ImportedSkill, 'id' | 'label' | 'kind'>,
  broader?: string,
): void {
  const known = skills.get(skill.id) ?? { ...skill, synonyms: [], broader: [], related: [] };
  skills.set(skill.id, known);
  if (broader && broader !== skill.id && !known.broader.includes(broader)) known.broader.push(broader);
}
