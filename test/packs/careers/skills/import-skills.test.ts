import { afterEach, describe, expect, it } from 'vitest';
import { currentTaxonomy } from '../../../../src/packs/careers/skills/current-taxonomy.ts';
import { findSkills } from '../../../../src/packs/careers/skills/find-skills.ts';
import { skillList } from '../../../../src/packs/careers/skills/import/import-skills.ts';
import { ownTaxonomy } from '../../../../src/packs/careers/skills/own-taxonomy.ts';
import type { Skill } from '../../../../src/packs/careers/skills/skill.ts';
import { findBroaderCircle } from '../../../../src/packs/careers/skills/taxonomy.ts';
import type { ListImport } from '../../../../src/pipeline/operator-list.ts';

const uri = (name: string): string => `http://data.europa.eu/esco/skill/${name}`;
/** The columns of ESCO 1.1 and later. */
const escoHead =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description';
const esco = [
  escoHead,
  `KnowledgeSkillCompetence,${uri('a1')},skill/competence,sector-specific,polish glass eyes,"shine glass eyes\npolishing of glass eyes",,released,,,,,`,
  `KnowledgeSkillCompetence,${uri('a2')},knowledge,cross-sector,Python (computer programming),"Pythonium",,released,,,,,`,
  `KnowledgeSkillCompetence,${uri('a3')},knowledge,cross-sector,glass eye theory,,,released,,,,,`,
  `KnowledgeSkillCompetence,${uri('a4')},skill/competence,cross-sector,old skill,,,obsolete,,,,,`,
  `KnowledgeSkillCompetence,,skill/competence,cross-sector,nameless,,,released,,,,,`,
].join('\r\n');
const broader = [
  'conceptType,conceptUri,broaderType,broaderUri',
  `KnowledgeSkillCompetence,${uri('a1')},KnowledgeSkillCompetence,${uri('a3')}`,
  `KnowledgeSkillCompetence,${uri('a3')},KnowledgeSkillCompetence,${uri('a1')}`,
  `KnowledgeSkillCompetence,${uri('a1')},SkillGroup,http://data.europa.eu/esco/isced-f/0613`,
].join('\n');
const related = [
  'originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri',
  `${uri('a1')},skill/competence,essential,knowledge,${uri('a2')}`,
].join('\n');
const technology = [
  'O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand',
  '11-1011.00\tZyx Ledger\t43231601\tAccounting software of old\tN\tN',
  '11-1021.00\tZyx Ledger\t43231601\tAccounting software of old\tN\tN',
  '11-1021.00\tMicrosoft Excel\t43232110\tSpreadsheet software\tY\tY',
  '11-1021.00\tGo\t43232408\tProgramming tools of old\tY\tY',
].join('\n');
const skills = [
  'O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value',
  '11-1011.00\t2.A.1.a\tReading Comprehension\tIM\t4.12',
  '11-1011.00\t2.A.1.a\tReading Comprehension\tLV\t4.62',
  '11-1011.00\t2.C.7.a\tKnowledge of Telegraphs\tLV\t1.00',
].join('\n');

const file = (text: string, name = 'file') => ({ name, text });
const take = (texts: string[], { kept, replace }: ListImport = { kept: undefined, replace: false }) => {
  const done = skillList.import(
    texts.map((text) => file(text)),
    { kept, replace },
  );
  skillList.check(done.kept);
  skillList.use(done.kept);
  return { ...done, skills: currentTaxonomy().skills };
};
const named = (label: string): Skill | undefined =>
  [...currentTaxonomy().skills.values()].find((skill) => skill.forms.some(({ text }) => text === label));

afterEach(() => skillList.use(undefined));

describe('an import of ESCO', () => {
  it('adds skills with kind, names and relations, and leaves out what is no skill', () => {
    const { figures } = take([esco, broader, related]);
    expect(figures).toMatchObject({ imported: 3, added: 2, joined: 1, leftOut: 2 });
    expect(named('polishing of glass eyes')).toEqual({
      id: 'esco:a1',
      label: 'polish glass eyes',
      kind: 'activity',
      forms: ['polish glass eyes', 'shine glass eyes', 'polishing of glass eyes'].map((text) => ({
        text,
        rule: 'any',
      })),
      broader: ['esco:a3'],
      related: [{ id: 'python', strength: 0.5 }],
      requires: [],
    });
    expect(named('glass eye theory')?.kind).toBe('knowledge');
  });

  it('takes a skill that is there for that skill, with its further names', () => {
    take([esco]);
    const python = currentTaxonomy().skills.get('python')!;
    expect(python.label).toBe('Python');
    expect(python.kind).toBe('language');
    expect(findSkills('Pythonium', currentTaxonomy())[0]!.skill).toBe(python);
    expect(python.broader).toEqual(ownTaxonomy().skills.get('python')!.broader);
  });

  it('goes in no circle, whatever a file says', () => {
    const { figures } = take([esco, broader]);
    expect(figures.lostRelations).toBe(2);
    expect(findBroaderCircle(currentTaxonomy())).toBeUndefined();
  });

  it('understands copies of the file with four columns', () => {
    const short = `conceptUri,reuseLevel,preferredLabel,altLabels\n${uri('b1')},transversal,stay merry,"be merry\nstay glad"\n`;
    expect(take([`\ufeff${short}`]).skills.get('esco:b1')?.kind).toBe('soft');
  });

  it('adds the names of another language to the same skill', () => {
    const german = `${escoHead}\nKnowledgeSkillCompetence,${uri('a1')},skill/competence,sector-specific,Glasaugen polieren,,,released,,,,,`;
    const { skills: all } = take([esco, german]);
    expect(all.get('esco:a1')?.label).toBe('polish glass eyes');
    expect(named('Glasaugen polieren')?.id).toBe('esco:a1');
  });
});

describe('an import of O*NET', () => {
  it('adds each technology once, below its group', () => {
    const { figures } = take([technology]);
    expect(named('Zyx Ledger')).toMatchObject({ id: 'onet:zyx-ledger', kind: 'tool', broader: ['onet:43231601'] });
    expect(named('Accounting software of old')?.kind).toBe('knowledge');
    expect(named('Microsoft Excel')?.id).toBe('microsoft-excel');
    expect(figures).toMatchObject({ imported: 6, joined: 3 });
  });

  it('adds each skill and knowledge once', () => {
    take([skills]);
    expect(named('Reading Comprehension')).toMatchObject({ id: 'onet:2.A.1.a', kind: 'soft' });
    expect(named('Knowledge of Telegraphs')?.kind).toBe('knowledge');
  });
});

describe('an import', () => {
  it('adds up with those before it', () => {
    const first = take([technology]);
    take([skills], { kept: first.kept, replace: false });
    expect(named('Zyx Ledger') && named('Reading Comprehension') && named('Kubernetes')).toBeTruthy();
  });

  it('replaces what Sheaf brings when asked, and asks context of common words all the same', () => {
    const first = take([technology], { kept: undefined, replace: true });
    expect(currentTaxonomy().skills.size).toBe(6);
    expect(named('Kubernetes')).toBeUndefined();
    expect(findSkills('Go to the office', currentTaxonomy())).toEqual([]);
    expect(findSkills('Zyx Ledger, Go', currentTaxonomy()).map(({ text }) => text)).toEqual(['Zyx Ledger', 'Go']);
    take([skills], { kept: first.kept, replace: false });
    expect(named('Kubernetes')).toBeUndefined();
    expect(named('Zyx Ledger')).toBeDefined();
  });

  it('is forgotten by going back', () => {
    take([technology]);
    skillList.use(undefined);
    expect(currentTaxonomy()).toBe(ownTaxonomy());
  });

  it.each([
    ['other columns', 'a,b\n1,2'],
    ['nothing', ''],
    ['no skill', `${escoHead}\n`],
    ['relations alone', broader],
    ['a quote that never ends', `conceptUri,preferredLabel\n${uri('x')},"open`],
    ['a record without end', `conceptUri,preferredLabel\n${uri('x')},"${'x'.repeat(300_000)}"`],
    ['a row with too few columns', technology.replace('\tN\tN\n', '\n')],
    ['a line without end', `${technology}\n${'x'.repeat(20_000)}`],
  ])('refuses %s', (_, text) => {
    expect(() => take([text])).toThrow(/^(file: |there is no skill)/);
  });

  it('quotes nothing of a file that it refuses', () => {
    expect(() => take([technology.replace('Zyx Ledger\t43231601', 'secret')])).toThrow(/^(?!.*secret)/);
  });

  it('makes names of hostile cells one printable line, or leaves them out', () => {
    const cells = ['\u001b[31mred\u0007 tool\u202e', 'x'.repeat(500), '---', ' \u200b '];
    const rows = cells.map((cell) => `1\t${cell}\t1\tGroup of these\tN\tN`);
    const { figures, skills: all } = take([[technology.split('\n')[0], ...rows].join('\n')]);
    expect(figures.leftOut).toBe(3);
    const labels = [...all.values()].filter(({ id }) => id.startsWith('onet:')).map(({ label }) => label);
    expect(labels).toEqual(['Group of these', '[31mred tool']);
  });

  it.each(['', '{', '[]', '{"version":2}', '{"version":1,"replace":false,"skills":[{"id":""}]}', 'null'])(
    'refuses a kept file that somebody changed: %s',
    (kept) => {
      expect(() => skillList.check(kept)).toThrow(/import it again/);
    },
  );
});
