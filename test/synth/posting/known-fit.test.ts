import { expect, test } from 'vitest';
import { makeFitting } from '../../../synth/posting/make-fitting.ts';
import { FIT_KINDS } from '../../../synth/posting/posting-body.ts';
import { createRandom } from '../../../synth/random.ts';
import { makeResumeBody } from '../../../synth/resume/make-resume-body.ts';
import { goldRecord, type SynthDocument } from '../../../synth/synthesize.ts';
import { synthesizeFits } from '../../../synth/synthesize-fits.ts';

const people = Array.from({ length: 60 }, (_, i) =>
  makeResumeBody(createRandom(`people/${i}`), { language: i % 2 === 0 ? 'en' : 'de', jobs: 1 + (i % 5) }),
);
const fittings = people.flatMap((made, i) =>
  FIT_KINDS.flatMap((kind) => {
    const fitting = makeFitting(createRandom(`fit/${i}`), made, kind);
    return fitting ? [{ made, ...fitting }] : [];
  }),
);
const ofKind = (kind: string) => fittings.filter(({ fit }) => fit.kind === kind);

test('every kind of fit comes up', () => {
  for (const kind of FIT_KINDS) expect([kind, ofKind(kind).length > 2]).toEqual([kind, true]);
});

test('who fits has every skill that is asked for, and nothing is missing', () => {
  for (const { made, body, fit } of ofKind('strong')) {
    const said = JSON.stringify(made.body.skills);
    for (const { skill } of body.demands)
      if (skill !== undefined) expect(said).toContain(JSON.stringify(skill).slice(1, -1));
    expect(fit).toMatchObject({ band: 'strong', missing: [] });
  }
});

test('what is missing is asked for as a must, and is not in the résumé', () => {
  for (const { made, body, fit } of ofKind('skills-missing')) {
    expect(fit.missing).toHaveLength(2);
    for (const { text } of fit.missing) {
      const demand = body.demands.find((one) => one.text === text)!;
      expect(demand.level).toBe('must');
      expect(JSON.stringify(made.body.skills)).not.toContain(`"${demand.skill}"`);
    }
  }
  const kindsOf = (kind: string) => new Set(ofKind(kind).flatMap(({ fit }) => fit.missing.map((one) => one.kind)));
  expect(kindsOf('years-short')).toEqual(new Set(['years']));
  expect(kindsOf('degree-missing')).toEqual(new Set(['degree']));
  expect(kindsOf('language-missing')).toEqual(new Set(['language']));
});

test('a set of people says of each posting whose it is and how they fit', async () => {
  const documents: SynthDocument[] = [];
  for await (const document of synthesizeFits({ count: 3, seed: 1 })) documents.push(document);
  const again: SynthDocument[] = [];
  for await (const document of synthesizeFits({ count: 2, seed: 1 })) again.push(document);
  expect(documents.slice(0, again.length)).toEqual(again);
  const resumes = new Set(documents.filter(({ type }) => type === 'resume').map(({ id }) => id));
  expect(resumes.size).toBe(3);
  for (const document of documents.filter(({ type }) => type === 'job_posting')) {
    expect(resumes.has(document.fit!.resume)).toBe(true);
    expect(goldRecord(document).fit).toEqual(document.fit);
  }
});
