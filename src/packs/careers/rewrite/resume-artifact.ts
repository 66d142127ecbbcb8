// A résumé that is written for a job: what it is made of, what of it may be changed, and how good it is.

import type { Json } from '../../../document/value.ts';
import type { ArtifactDeclaration, AssessInput } from '../../../write/artifact-declaration.ts';
import type { ArtifactAssessment } from '../../../write/assessment.ts';
import { bodyOfRecord, type ResumeBody, recordOfBody } from '../exports/resume-body.ts';
import { type AskableText, askQuestions } from './ask-questions.ts';
import { askedOf, knownOf, suggestionsOf, tellResume } from './assess-texts.ts';
import { briefOf } from './brief.ts';
import { actionsPart, askedPart, figuresPart, lengthPart, sumParts, tensePart, weakWordsPart } from './impact-score.ts';
import { tailoring } from './options.ts';
import { postingTarget } from './posting-target.ts';
import { languageOfTexts } from './resume-language.ts';
import { resumeSchema } from './resume-schema.ts';
import { proseOf, sourcesOfRecord } from './resume-sources.ts';
import { stationAt } from './station.ts';
import { tellers } from './tellers.ts';
import { writeResume } from './write-resume.ts';

const bullet = ['replace', 'insert', 'remove', 'reorder'] as const;

export const resumeArtifact: ArtifactDeclaration = {
  kind: 'careers/resume',
  title: 'Résumé',
  schema: resumeSchema as unknown as ArtifactDeclaration['schema'],
  changeable: [
    { path: 'basics.summary', actions: ['replace'], text: 'prose' },
    { path: 'work[*].summary', actions: ['replace'], text: 'prose' },
    { path: 'work[*].highlights[*]', actions: bullet, text: 'prose' },
    { path: 'volunteer[*].summary', actions: ['replace'], text: 'prose' },
    { path: 'volunteer[*].highlights[*]', actions: bullet, text: 'prose' },
    { path: 'projects[*].description', actions: ['replace'], text: 'prose' },
    { path: 'projects[*].highlights[*]', actions: bullet, text: 'prose' },
    { path: 'skills[*]', actions: ['insert', 'reorder'], text: 'words' },
    { path: 'skills[*].keywords[*]', actions: ['insert', 'remove', 'reorder'], text: 'words' },
  ],
  subjectAt: stationAt,
  fromRecord: {
    types: ['resume'],
    make: (record) => {
      const { basics, ...rest } = bodyOfRecord(record);
      // A summary can be written where there was none.
      const body = { basics: { ...basics, summary: basics?.summary ?? '' }, ...rest };
      return { body: body as unknown as Json, sources: sourcesOfRecord(record) };
    },
  },
  options: tailoring as unknown as NonNullable<ArtifactDeclaration['options']>,
  target: postingTarget,
  writeByRules: writeResume,
  brief: (options) => briefOf('a résumé', options),
  assess,
  asRecord: (body) => recordOfBody(body as unknown as ResumeBody),
};

interface Bullet extends AskableText {
  ended: boolean;
}

function bulletsOf(body: Json): Bullet[] {
  const resume = body as unknown as ResumeBody;
  return (['work', 'volunteer', 'projects'] as const).flatMap((group) =>
    (resume[group] ?? []).flatMap(({ highlights = [], endDate }, i) =>
      highlights.map((text, j) => ({
        path: `${group}[${i}].highlights[${j}]`,
        text,
        subject: stationAt([group, i], body),
        ended: endDate !== undefined,
      })),
    ),
  );
}

function assess(input: AssessInput): ArtifactAssessment {
  const { body } = input;
  const bullets = bulletsOf(body);
  const texts = bullets.map(({ text }) => text);
  const resume = body as unknown as ResumeBody;
  const language = languageOfTexts(proseOf(resume));
  const asked = askedOf(input);
  const summary = resume.basics?.summary ? [resume.basics.summary] : [];
  const score = sumParts([
    askedPart(asked.wanted, 25),
    figuresPart(texts, 20),
    actionsPart(texts, 20, language),
    weakWordsPart([...summary, ...texts], 15),
    lengthPart(texts, 10),
    tensePart(bullets, 10, language),
  ]);
  return {
    score,
    wanted: asked.wanted,
    suggestions: suggestionsOf(asked, 'skills'),
    questions: askQuestions(bullets, language),
    ...knownOf(input, { own: tellResume(body, {}, 'the résumé'), tellers }),
  };
}
