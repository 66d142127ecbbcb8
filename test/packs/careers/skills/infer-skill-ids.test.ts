import { afterEach, describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/document/value.ts';
import { useImportedSkills } from '../../../../src/packs/careers/skills/current-taxonomy.ts';
import { skillList } from '../../../../src/packs/careers/skills/import/import-skills.ts';
import { skillIds } from '../../../../src/packs/careers/skills/infer-skill-ids.ts';
import { createReading } from '../../../../src/pipeline/reading.ts';
import { documentFromText } from '../../../support/document-from-text.ts';

afterEach(() => useImportedSkills(undefined));

const evidence = [{ page: 1, box: [0, 0, 1, 1] as [number, number, number, number], text: 'x' }];
const infer = (values: Record<string, string>): Candidate[] => {
  const candidates = Object.entries(values).map(([path, value]): [string, Candidate] => [
    path,
    { path, value, raw: value, origin: 'read', evidence, score: 2, source: 'skills', signals: {} },
  ]);
  return skillIds.infer(Object.fromEntries(candidates), createReading(documentFromText('')), []);
};
const told = (values: Record<string, string>) => infer(values).map(({ path, value, raw }) => [path, value, raw]);

describe('skillIds', () => {
  it('names the skills of a group once each, with what is printed and where', () => {
    const group = { 'skills[0].name': 'Languages', 'skills[0].keywords[0]': 'Go', 'skills[0].keywords[1]': 'golang' };
    const [only, ...more] = infer({ ...group, 'skills[0].keywords[2]': 'juggling' });
    expect(more).toEqual([]);
    expect(only).toMatchObject({ path: 'skills[0].ids[0]', value: 'go', raw: 'Go', origin: 'inferred', evidence });
  });

  it('takes the name for a skill where there is no group', () => {
    expect(told({ 'skills[3].name': 'HTML/CSS', 'skills[4].name': 'juggling' })).toEqual([
      ['skills[3].ids[0]', 'html', 'HTML/CSS'],
      ['skills[3].ids[1]', 'css', 'HTML/CSS'],
    ]);
  });

  it('is less sure of a name in longer words', () => {
    const [whole] = infer({ 'skills[0].name': 'REST APIs' });
    const [part] = infer({ 'skills[0].name': 'building REST APIs for banks' });
    expect(part!.value).toBe(whole!.value);
    expect(part!.score).toBeLessThan(whole!.score);
  });

  it('knows nothing of other fields', () => {
    expect(told({ 'work[0].name': 'Python', 'skills[0].level': 'Python' })).toEqual([]);
  });

  it('works with what the operator imported', () => {
    const text = 'Example\tCommodity Code\tCommodity Title\nZyx Ledger\t1\tLedgers of old\n';
    const { kept } = skillList.import([{ name: 'x', text }], { kept: undefined, replace: false });
    expect(told({ 'skills[0].name': 'Zyx Ledger' })).toEqual([]);
    skillList.use(kept);
    expect(told({ 'skills[0].name': 'Zyx Ledger' })).toEqual([['skills[0].ids[0]', 'onet:zyx-ledger', 'Zyx Ledger']]);
  });
});
