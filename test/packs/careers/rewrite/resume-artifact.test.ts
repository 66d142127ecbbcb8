// A résumé tailored without a model: from its record, by style and strength, through the gate, and never beyond its facts.

import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/document/value.ts';
import { resumeArtifact } from '../../../../src/packs/careers/rewrite/resume-artifact.ts';
import { applyOperations } from '../../../../src/write/apply-operations.ts';
import { checkDeclarations } from '../../../../src/write/artifact-declaration.ts';
import { checkOperations } from '../../../../src/write/check-operations.ts';
import type { GateSource } from '../../../../src/write/gate/gate-source.ts';
import type { Operation } from '../../../../src/write/operation.ts';
import { goJob, idaRecord } from './ida-record.ts';

const { body, sources } = resumeArtifact.fromRecord!.make(idaRecord, {});
const now = new Date('2026-11-21T00:00:00Z');

// biome-ignore lint/suspicious/noExplicitAny: bodies are judged by what the tests expect of them
type Body = any;

async function tailor(options: Json, more: readonly GateSource[] = []) {
  const all = [...sources, ...more];
  const given = resumeArtifact.options!.parse(options);
  const operations = await resumeArtifact.writeByRules!({
    declaration: resumeArtifact,
    body,
    sources: all,
    options: given,
  });
  const verdicts = checkOperations({ declaration: resumeArtifact, body, sources: all, operations });
  const refused = verdicts.filter(({ accepted }) => !accepted);
  const accepted = verdicts.filter((one) => one.accepted).map(({ operation }) => operation);
  return { operations, refused, after: applyOperations(body, accepted) as Body };
}

const judge = (operation: Operation, more: readonly GateSource[] = []) => {
  const [verdict] = checkOperations({
    declaration: resumeArtifact,
    body,
    sources: [...sources, ...more],
    operations: [operation],
  });
  return verdict!.accepted ? 'accepted' : verdict!.refusal.code;
};

test('the declaration is sound, and its body is of its shape', () => {
  expect(checkDeclarations([resumeArtifact]).size).toBe(1);
  expect(resumeArtifact.schema.safeParse(body).success).toBe(true);
});

test('every source is a value of the record or the head of a station', () => {
  const heads = sources.filter(({ id }) => id.startsWith('station:')).map(({ id, text }) => [id, text]);
  expect(heads).toEqual([
    ['station:work[0]', 'Senior Engineer, Vale Software Ltd, Leeds, since March 2019'],
    ['station:work[1]', 'Developer, Kent Freight, February 2015 – February 2019'],
    ['station:education[0]', 'BSc, Mathematics, University of Leeds, 2011 – 2014'],
  ]);
  const values = sources.filter(({ id }) => id.startsWith('value:'));
  expect(values.every(({ id, text }) => idaRecord.fields[id.slice(6)]!.value === text)).toBe(true);
});

describe('what is out of reach', () => {
  const change = (path: string, original: Json, value: Json): Operation => ({
    path,
    action: 'replace',
    original,
    value,
    reason: 'x',
    sources: ['station:work[0]'],
  });
  test.each<[string, Json]>([
    ['basics.name', 'Ida Holm'],
    ['basics.label', 'Backend Engineer'],
    ['work[0].name', 'Vale Software Ltd'],
    ['work[0].position', 'Senior Engineer'],
    ['work[0].startDate', '2019-03'],
    ['education[0].studyType', 'BSc'],
    ['education[0].endDate', '2014'],
    ['languages[0].fluency', 'B2'],
  ])('%s', (path, original) => {
    expect(judge(change(path, original, original))).toBe('path-not-allowed');
  });

  test('a new station, and the whole of one', () => {
    const station = { name: 'Umbrella', position: 'CTO' };
    expect(judge({ ...change('work[2]', null, station), action: 'insert' })).toBe('path-not-allowed');
    expect(judge(change('work', null, [station]))).toBe('path-not-allowed');
  });

  test('facts of one job for another', () => {
    const at = 'work[1].highlights[0]';
    const given = { ...change(at, 'Made 3 APIs for drivers.', 'Led a team of 12 engineers.') };
    expect(judge({ ...given, sources: ['value:work[0].highlights[2]'] })).toBe('other-subject');
    expect(judge({ ...given, sources: ['value:work[1].highlights[0]'] })).toBe('unsupported');
  });

  test('numbers, skills and titles that nobody gave', () => {
    const at = (value: string) => ({ ...change('work[0].highlights[2]', (body as Body).work[0].highlights[2], value) });
    const cite = (value: string) =>
      judge({ ...at(value), sources: ['station:work[0]', 'value:work[0].highlights[2]'] });
    expect(cite('Led a team of 12 engineers that rebuilt the billing service in Go.')).toBe('accepted');
    expect(cite('Led a team of 20 engineers that rebuilt the billing service in Go.')).toBe('unsupported');
    expect(cite('Led a team of 12 engineers that rebuilt the billing service in Rust.')).toBe('unsupported');
    expect(cite('As CTO, led a team of 12 engineers.')).toBe('unsupported');
  });
});

describe.each(['technical', 'management', 'creative'] as const)('in the style %s', (style) => {
  test('nothing that the rules propose is refused, at any strength', async () => {
    for (const strength of ['conservative', 'moderate', 'aggressive']) {
      const { refused, operations } = await tailor({ style, strength, jobDescription: goJob });
      expect(refused, strength).toEqual([]);
      expect(operations.every(({ reason }) => reason !== '')).toBe(true);
    }
  });
});

test('conservative: plainer words and skills in the order of the job, bullets as they were', async () => {
  const { after } = await tailor({ strength: 'conservative', jobDescription: goJob });
  expect(after.work[0].highlights).toEqual([
    'Organised the yearly summer party.',
    'Deployed the billing service with Docker on Kubernetes.',
    'Led a team of 12 engineers that rebuilt the billing service in Go.',
  ]);
  expect(after.skills.map(({ keywords }: Body) => keywords)).toEqual([
    ['Docker', 'Git'],
    ['Go', 'Python'],
  ]);
});

test('moderate: what fits the job first, skills that are proved, and a summary that says them', async () => {
  const { after } = await tailor({ strength: 'moderate', jobDescription: goJob });
  expect(after.work[0].highlights.at(-1)).toBe('Organised the yearly summer party.');
  // Who helped with a migration to PostgreSQL has not said that they know it; Kubernetes was used.
  expect(after.skills.flatMap(({ keywords }: Body) => keywords)).toEqual([
    'Git',
    'Docker',
    'Kubernetes',
    'Go',
    'Python',
  ]);
  expect(JSON.stringify(after)).not.toContain('Terraform');
  expect(after.basics.summary).toBe('Backend engineer who likes small services. Skills: Go and Docker.');
  expect(after.work[1].highlights).toContain('Built 3 APIs for drivers.');
});

test('aggressive: what has nothing to do with the job is left out, but no station is emptied', async () => {
  const { after } = await tailor({ strength: 'aggressive', jobDescription: goJob });
  expect(after.work[0].highlights).toHaveLength(2);
  expect(after.work[0].highlights.join()).not.toContain('party');
  expect(after.work[1].highlights).toHaveLength(2);
});

test('without a job nothing is left out and no skill moves', async () => {
  const { after } = await tailor({ strength: 'aggressive' });
  expect(after.work[0].highlights).toHaveLength(3);
  expect(after.skills).toEqual((body as Body).skills);
});

test('styles choose other words and another order', async () => {
  const technical = (await tailor({ style: 'technical' })).after;
  const creative = (await tailor({ style: 'creative' })).after;
  expect(technical.work[1].highlights).toContain('Built 3 APIs for drivers.');
  expect(creative.work[1].highlights).toContain('Created 3 APIs for drivers.');
  const management = (await tailor({ style: 'management' })).after;
  expect(management.work[0].highlights[0]).toContain('team of 12');
});

test('a job description of less than 50 characters is refused', () => {
  expect(resumeArtifact.options!.safeParse({ jobDescription: 'Go developer wanted' }).success).toBe(false);
  expect(resumeArtifact.options!.safeParse({ style: 'poetic' }).success).toBe(false);
});

test('what a person told of a station goes to it and cites them', async () => {
  const subject = 'Kent Freight / Developer / 2015-02';
  const fact: GateSource = { id: 'fact-1', kind: 'fact', text: 'The APIs served 400 drivers.', subject };
  const { after, operations, refused } = await tailor({}, [fact]);
  expect(refused).toEqual([]);
  expect(after.work[1].highlights).toContain('The APIs served 400 drivers.');
  expect(operations.find(({ sources: [id] }) => id === 'fact-1')).toMatchObject({ action: 'insert' });
});

test('a skill that is denied is not listed', async () => {
  const fact: GateSource = { id: 'fact-2', kind: 'fact', text: 'I have never used Terraform.' };
  const { after } = await tailor({ jobDescription: goJob }, [fact]);
  expect(JSON.stringify(after.skills)).not.toContain('Terraform');
});

describe('the assessment', () => {
  const assess = (given: Json, options: Json, more: readonly GateSource[] = []) =>
    resumeArtifact.assess!({
      body: given,
      sources: [...sources, ...more],
      options: resumeArtifact.options!.parse(options),
      beside: [],
      now,
    });

  test('is a sum of parts with a version, and rises when the résumé is tailored', async () => {
    const before = assess(body, { jobDescription: goJob }).score;
    const { after } = await tailor({ jobDescription: goJob });
    const { score } = assess(after, { jobDescription: goJob });
    expect(before.version).toBe('impact-1');
    expect(Math.round(before.parts.reduce((sum, { points }) => sum + points, 0))).toBe(before.score);
    expect(before.parts.map(({ id }) => id)).toEqual([
      'asked-skills',
      'figures',
      'actions',
      'weak-words',
      'length',
      'tense',
    ]);
    expect(before.parts.every(({ why }) => why !== '')).toBe(true);
    expect(score.score).toBeGreaterThan(before.score);
  });

  test('without a job its part is not judged and its weight goes to the others', () => {
    const { parts, score } = assess(body, {}).score;
    expect(parts[0]).toMatchObject({ id: 'asked-skills', value: null, points: 0 });
    expect(Math.round(parts.reduce((sum, { points }) => sum + points, 0))).toBe(score);
  });

  test('parts what is asked for into said, unsaid and absent, with the place', () => {
    const short = { ...(body as Body), work: [], skills: [] };
    const { wanted } = assess(short, { jobDescription: goJob });
    const state = Object.fromEntries(wanted.map(({ name, state }) => [name, state]));
    expect(state).toMatchObject({ Go: 'unsaid', Docker: 'unsaid', Terraform: 'absent', PostgreSQL: 'unsaid' });
    const { span } = wanted.find(({ name }) => name === 'PostgreSQL')!;
    const source = sources.find(({ id }) => id === span!.source)!;
    expect(source.text.slice(span!.start, span!.end)).toBe('PostgreSQL');
    expect(wanted.find(({ name }) => name === 'Terraform')!.span).toBeUndefined();
    expect(wanted.find(({ name }) => name === 'PostgreSQL')!.level).toBe('nice');
  });

  test('asks for numbers instead of inventing them; an answer is of its station', () => {
    const { questions } = assess(body, {});
    const deploy = questions.find(({ path }) => path === 'work[1].highlights[1]');
    expect(deploy).toMatchObject({
      subject: 'Kent Freight / Developer / 2015-02',
      text: expect.stringContaining('How many'),
    });
    expect(questions.some(({ path }) => path === 'work[0].highlights[2]')).toBe(false);
  });

  test('shows facts and contradictions', () => {
    const wrong = structuredClone(body) as Body;
    wrong.basics.summary = 'Engineer with 25 years of experience.';
    const { contradictions, facts } = assess(wrong, {});
    expect(contradictions).toMatchObject([
      { rule: 'careers/too-many-years', spans: [{ path: 'basics.summary' }, { source: 'value:work[1].startDate' }] },
    ]);
    expect(facts.find(({ kind }) => kind === 'employment')!.text).toBe(
      'Senior Engineer, Vale Software Ltd, Leeds, 2019-03 – present',
    );
    expect(assess(body, {}).contradictions).toEqual([]);
  });
});
