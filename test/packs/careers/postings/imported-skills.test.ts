// Skills that an operator imported count in postings as those do that Sheaf brings.

import { afterEach, expect, test } from 'vitest';
import { findLanguages } from '../../../../src/packs/careers/postings/requirements/languages.ts';
import { parseRequirements } from '../../../../src/packs/careers/postings/requirements/parse-requirements.ts';
import { useImportedSkills } from '../../../../src/packs/careers/skills/current-taxonomy.ts';
import { writeKept } from '../../../../src/packs/careers/skills/import/kept-skills.ts';

const imported = (replace: boolean): string =>
  writeKept({
    replace,
    skills: [
      { id: 'own:glass-eyes', label: 'polish glass eyes', kind: 'activity', synonyms: [], broader: [], related: [] },
      { id: 'own:zyxish', label: 'Zyxish', kind: 'human-language', synonyms: [], broader: [], related: [] },
    ],
  });
const skillsOf = (text: string): string[] => parseRequirements(text, { level: 'must' }).flatMap(({ skills }) => skills);

afterEach(() => useImportedSkills(undefined));

test('an imported skill is asked for by its name', () => {
  expect(skillsOf('You can polish glass eyes and know Python')).toEqual(['Python']);
  useImportedSkills(imported(false));
  expect(skillsOf('You can polish glass eyes and know Python')).toEqual(['polish glass eyes', 'Python']);
});

test('a taxonomy that stands instead of ours is the only one', () => {
  useImportedSkills(imported(true));
  expect(skillsOf('You can polish glass eyes and know Python')).toEqual(['polish glass eyes']);
});

test('an imported language is asked for, in a sentence and alone', () => {
  expect(findLanguages('Zyxish')).toEqual([]);
  useImportedSkills(imported(false));
  expect(findLanguages('Fluent spoken Zyxish').map(({ value }) => value)).toEqual(['Zyxish C1']);
  expect(findLanguages('Zyxish').map(({ value }) => value)).toEqual(['Zyxish']);
});
