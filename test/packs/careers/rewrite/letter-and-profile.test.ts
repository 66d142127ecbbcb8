// A cover letter and a profile out of the facts of a résumé, in English and German, and against each other.

import { describe, expect, test } from 'vitest';
import type { Json, Value } from '../../../../src/document/value.ts';
import { letterArtifact } from '../../../../src/packs/careers/rewrite/letter-artifact.ts';
import { profileArtifact } from '../../../../src/packs/careers/rewrite/profile-artifact.ts';
import { applyOperations } from '../../../../src/write/apply-operations.ts';
import {
  type ArtifactDeclaration,
  type ArtifactRecord,
  checkDeclarations,
} from '../../../../src/write/artifact-declaration.ts';
import { checkOperations } from '../../../../src/write/check-operations.ts';
import type { Operation } from '../../../../src/write/operation.ts';
import { goJob, idaRecord } from './ida-record.ts';

const now = new Date('2026-11-21T00:00:00Z');
// biome-ignore lint/suspicious/noExplicitAny: bodies are judged by what the tests expect of them
type Body = any;

async function write(declaration: ArtifactDeclaration, options: Json, record = idaRecord) {
  const given = declaration.options!.parse(options);
  const { body, sources } = declaration.fromRecord!.make(record, given);
  const operations = await declaration.writeByRules!({ declaration, body, sources, options: given });
  const verdicts = checkOperations({ declaration, body, sources, operations });
  const accepted = verdicts.filter((one) => one.accepted).map(({ operation }) => operation);
  const after = applyOperations(body, accepted) as Body;
  const assess = (of: Json, beside: { id: string; kind: string; title: string; body: Json }[] = []) =>
    declaration.assess!({ body: of, sources, options: given, beside, now });
  return { body: body as Body, sources, after, refused: verdicts.filter(({ accepted: ok }) => !ok), assess };
}

const change = (path: string, original: Json, value: Json): Operation => ({
  path,
  action: 'replace',
  original,
  value,
  reason: 'x',
  sources: ['station:work[0]'],
});

test('the declarations are sound', () => {
  expect(checkDeclarations([letterArtifact, profileArtifact]).size).toBe(2);
});

const applied = { employer: 'Umbrella Freight', position: 'Lead Backend Engineer', jobDescription: goJob };

describe('a letter', () => {
  test('says what one applies for in its frame, and of the person only what the record says', async () => {
    const { body, after, refused } = await write(letterArtifact, applied);
    expect(body.paragraphs).toEqual([]);
    expect(after).toMatchObject({
      language: 'en',
      subject: 'Application for the position of Lead Backend Engineer',
      opening: 'I am applying for the position of Lead Backend Engineer at Umbrella Freight.',
      signature: 'Ida Holm',
    });
    expect(refused).toEqual([]);
    const text = after.paragraphs.join('\n');
    expect(text).toContain('I have worked as Senior Engineer at Vale Software Ltd since March 2019.');
    expect(text).toContain('I led a team of 12 engineers that rebuilt the billing service in Go.');
    expect(text).toContain('I work with Go and Docker.');
    expect(text).not.toMatch(/Terraform|Lead Backend|Umbrella|party/);
  });

  test('what one applies for is nothing that one was', async () => {
    const { body, sources } = await write(letterArtifact, applied);
    const claim = {
      ...change('paragraphs[0]', null, 'I was Lead Backend Engineer at Umbrella Freight.'),
      action: 'insert' as const,
    };
    for (const cited of [['station:work[0]'], sources.map(({ id }) => id)]) {
      const operations = [{ ...claim, sources: cited }];
      const [verdict] = checkOperations({ declaration: letterArtifact, body, sources, operations });
      expect(verdict).toMatchObject({ accepted: false });
    }
  });

  test.each(['opening', 'greeting', 'signature', 'position', 'recipient.employer', 'sender.name'])(
    'its %s cannot be changed',
    async (path) => {
      const { body, sources } = await write(letterArtifact, applied);
      const operations = [change(path, 'x', 'Dr. Ida Holm')];
      expect(checkOperations({ declaration: letterArtifact, body, sources, operations })[0]).toMatchObject({
        accepted: false,
        refusal: { code: 'path-not-allowed' },
      });
    },
  );

  test.each(['technical', 'management', 'creative'])('in the style %s nothing of it is refused', async (style) => {
    for (const strength of ['conservative', 'moderate', 'aggressive']) {
      const { refused, after } = await write(letterArtifact, { ...applied, style, strength });
      expect(refused).toEqual([]);
      expect(after.paragraphs.length).toBeGreaterThan(1);
    }
  });

  test('in German of a German record', async () => {
    const german: Record<string, string> = {
      'basics.name': 'Ida Holm',
      'work[0].name': 'Vale Software GmbH',
      'work[0].position': 'Entwicklerin',
      'work[0].startDate': '2015-02',
      'work[0].endDate': '2019-02',
      'work[0].highlights[0]': 'Leitete ein Team von 12 Personen und führte mit ihm die neue Abrechnung ein.',
      'skills[0].name': 'Docker',
    };
    const value = (text: string) => ({ value: text, raw: text, evidence: [] }) as unknown as Value;
    const record: ArtifactRecord = {
      ...idaRecord,
      fields: Object.fromEntries(Object.entries(german).map(([path, text]) => [path, value(text)])),
    };
    const { after, refused } = await write(letterArtifact, { position: 'Entwicklerin' }, record);
    expect(refused).toEqual([]);
    expect(after).toMatchObject({ language: 'de', greeting: 'Sehr geehrte Damen und Herren,' });
    expect(after.paragraphs.join('\n')).toContain('Februar 2015');
    expect(after.paragraphs.join('\n')).toContain('Team von 12 Personen');
  });

  test('is scored in parts, and its letter of a résumé is compared with it', async () => {
    const { after, body, assess } = await write(letterArtifact, applied);
    const [before, done] = [assess(body).score, assess(after).score];
    expect(done.parts.map(({ id }) => id)).toEqual(['asked-skills', 'figures', 'weak-words', 'length', 'addressed']);
    expect(done.score).toBeGreaterThan(before.score);
    const wrong = { ...after, paragraphs: ['I worked at Globex Corporation since 2012 and led 80 engineers.'] };
    expect(assess(wrong).contradictions.map(({ rule }) => rule)).toEqual(['careers/other-employer']);
    expect(assess(after).contradictions).toEqual([]);
  });

  test('names of a posting fill its frame', () => {
    const posting = {
      id: 'p',
      type: 'job_posting',
      fields: { title: { value: 'Nurse' }, 'hiringOrganization.name': { value: 'St Mary' } },
    };
    expect(letterArtifact.target!.optionsOf(posting as never, [goJob])).toEqual({
      position: 'Nurse',
      employer: 'St Mary',
      jobDescription: goJob,
    });
  });
});

describe('a profile', () => {
  test('has a headline of title and proved skills, an about with achievements, and the stations as they were', async () => {
    const { body, after, refused } = await write(profileArtifact, { jobDescription: goJob });
    expect(refused).toEqual([]);
    expect(body.headline).toBe('Backend Engineer');
    expect(after.headline).toBe('Backend Engineer | Go | Docker | Git');
    expect(after.about).toContain('I led a team of 12 engineers that rebuilt the billing service in Go.');
    expect(after.experience.map(({ company, title, startDate }: Body) => [company, title, startDate])).toEqual([
      ['Vale Software Ltd', 'Senior Engineer', '2019-03'],
      ['Kent Freight', 'Developer', '2015-02'],
    ]);
    expect(after.skills).toContain('Kubernetes');
    expect(JSON.stringify(after)).not.toContain('Terraform');
  });

  test.each(['name', 'experience[0].company', 'experience[0].title', 'experience[0].startDate'])(
    'its %s cannot be changed',
    async (path) => {
      const { body, sources } = await write(profileArtifact, {});
      const operations = [change(path, 'x', 'Umbrella')];
      expect(checkOperations({ declaration: profileArtifact, body, sources, operations })[0]).toMatchObject({
        refusal: { code: 'path-not-allowed' },
      });
    },
  );

  test('facts of one station do not support another', async () => {
    const { body, sources } = await write(profileArtifact, {});
    const claim = change('experience[1].lines[0]', 'Made 3 APIs for drivers.', 'Led a team of 12 engineers.');
    const operations = [{ ...claim, sources: ['value:work[0].highlights[2]'] }];
    expect(checkOperations({ declaration: profileArtifact, body, sources, operations })[0]).toMatchObject({
      refusal: { code: 'other-subject' },
    });
  });

  test('gains by being written, and contradictions with a letter are shown with both places', async () => {
    const { body, after, assess } = await write(profileArtifact, { jobDescription: goJob });
    expect(assess(after).score.score).toBeGreaterThan(assess(body).score.score);
    const letter = { paragraphs: ['I joined Kent Freight in 2012.'] };
    const beside = [{ id: 'letter-1', kind: 'careers/cover-letter', title: 'Letter', body: letter }];
    const { contradictions, facts } = assess(after, beside);
    expect(contradictions).toMatchObject([
      {
        rule: 'careers/other-date',
        spans: [{ artifact: 'letter-1', path: 'paragraphs[0]', text: '2012' }, { text: '2015-02' }, {}],
      },
    ]);
    const job = facts.find(({ kind, who }) => kind === 'employment' && who === 'Kent Freight')!;
    expect(job.spans.map(({ source, path }) => source ?? path)).toEqual(
      expect.arrayContaining(['value:work[1].name', 'experience[1].company']),
    );
  });
});
