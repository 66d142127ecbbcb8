// `sheaf import skills`: files of ESCO and O*NET beside, or instead of, the taxonomy that Sheaf brings.

import {
  type ImportedList,
  type ListFile,
  type ListImport,
  type OperatorList,
  OperatorListError,
} from '../../../../pipeline/operator-list.ts';
import { ambiguousForms, useImportedSkills } from '../current-taxonomy.ts';
import { ownTaxonomy } from '../own-taxonomy.ts';
import { type ImportedFile, type ImportedSkill, MOST_BROADER, MOST_RELATED } from './imported-skill.ts';
import { parseKept, writeKept } from './kept-skills.ts';
import { mergeSkills } from './merge-skills.ts';
import { readEsco } from './read-esco.ts';
import { readOnet } from './read-onet.ts';

export const skillList: OperatorList = {
  id: 'skills',
  title: 'Skills',
  formats: [
    'ESCO as CSV (skills_en.csv, broaderRelationsSkillPillar_en.csv …)',
    'O*NET as text (Technology Skills.txt, Skills.txt)',
  ],
  import: importSkills,
  check: (kept) => void parseKept(kept),
  use: useImportedSkills,
};

function importSkills(files: readonly ListFile[], { kept, replace }: ListImport): ImportedList {
  const read = files.map(readFile);
  const before = kept === undefined ? { replace: false, skills: [] } : parseKept(kept);
  // A second file of a taxonomy that stands instead of ours goes to that taxonomy.
  const isReplaced = replace || before.replace;
  const skills = joinFiles(replace ? [] : before.skills, read);
  if (skills.length === 0) throw new OperatorListError('there is no skill in these files');
  const base = isReplaced ? [] : ownTaxonomy().skills.values();
  const { taxonomy, added, joined, lostRelations } = mergeSkills(base, skills, ambiguousForms());
  const leftOut = read.reduce((sum, file) => sum + file.leftOut, 0);
  const names = [...taxonomy.skills.values()].reduce((sum, { forms }) => sum + forms.length, 0);
  const content = writeKept({ replace: isReplaced, skills });
  // What could not be read again must not be kept.
  parseKept(content);
  return {
    kept: content,
    figures: { imported: skills.length, added, joined, leftOut, lostRelations, skills: taxonomy.skills.size, names },
    notes: [
      `${skills.length} skills in these files and those before: ${added} are new, ${joined} were there by another name`,
      ...(leftOut > 0 ? [`${leftOut} rows or names were left out: empty, too long or obsolete`] : []),
      ...(lostRelations > 0
        ? [`${lostRelations} relations were left out: to skills that are not there, or in a circle`]
        : []),
      `${taxonomy.skills.size} skills with ${names} names from now on${isReplaced ? ', without those that Sheaf brings' : ''}`,
    ],
  };
}

function readFile(file: ListFile): ImportedFile {
  const read = readEsco(file) ?? readOnet(file);
  if (!read) throw new OperatorListError(`${file.name}: its columns are neither those of ESCO nor those of O*NET`);
  return read;
}

/** Skills of one id (files of several languages, of several imports) are one; the first label stays. */
function joinFiles(before: readonly ImportedSkill[], files: readonly ImportedFile[]): ImportedSkill[] {
  const skills = new Map<string, ImportedSkill>();
  for (const skill of [...before, ...files.flatMap((file) => file.skills)]) {
    const known = skills.get(skill.id);
    if (!known) {
      skills.set(skill.id, {
        ...skill,
        synonyms: [...skill.synonyms],
        broader: [...skill.broader],
        related: [...skill.related],
      });
      continue;
    }
    const names = new Set([known.label, ...known.synonyms]);
    known.synonyms.push(...[skill.label, ...skill.synonyms].filter((name) => !names.has(name)));
    known.broader.push(...skill.broader.filter((id) => !known.broader.includes(id)));
    known.related.push(...skill.related.filter(({ id }) => !known.related.some((other) => other.id === id)));
  }
  for (const { from, to } of files.flatMap((file) => file.broader)) {
    const skill = skills.get(from);
    if (skill && skill.broader.length < MOST_BROADER && !skill.broader.includes(to)) skill.broader.push(to);
  }
  for (const { from, to, strength } of files.flatMap((file) => file.related)) {
    const skill = skills.get(from);
    if (!skill || skill.related.length >= MOST_RELATED || skill.related.some(({ id }) => id === to)) continue;
    skill.related.push({ id: to, strength });
  }
  return [...skills.values()];
}
