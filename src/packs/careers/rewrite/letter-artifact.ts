// A cover letter: its frame is made once, its paragraphs are written out of the facts of a résumé.

import { z } from 'zod';
import type { Json } from '../../../document/value.ts';
import type { ArtifactDeclaration, ArtifactTarget, AssessInput } from '../../../write/artifact-declaration.ts';
import type { ArtifactAssessment } from '../../../write/assessment.ts';
import { bodyOfRecord } from '../exports/resume-body.ts';
import { askQuestions } from './ask-questions.ts';
import { askedOf, knownOf, suggestionsOf } from './assess-texts.ts';
import { briefOf } from './brief.ts';
import { askedPart, figuresPart, type JudgedPart, sizePart, sumParts, weakWordsPart } from './impact-score.ts';
import { letterFrame } from './letter-words.ts';
import { letterOptions, letterOptionsOf } from './options.ts';
import { postingTarget } from './posting-target.ts';
import { languageOfTexts } from './resume-language.ts';
import { proseOf, sourcesOfRecord } from './resume-sources.ts';
import { tellers, tellLetter } from './tellers.ts';
import { writeLetter } from './write-letter.ts';

const line = z.string().max(500);
export const letterSchema = z.strictObject({
  language: z.enum(['en', 'de']).default('en'),
  sender: z
    .strictObject({ name: line.optional(), email: line.optional(), phone: line.optional(), city: line.optional() })
    .default({}),
  recipient: z.strictObject({ employer: line.optional(), contact: line.optional() }).default({}),
  position: line.optional(),
  subject: line.default(''),
  greeting: line.default(''),
  opening: line.default(''),
  paragraphs: z.array(z.string().trim().min(1).max(4000)).max(30),
  closing: line.default(''),
  signature: line.default(''),
});

/** A letter of a page. */
const WORDS = [120, 380] as const;

const target: ArtifactTarget = {
  ...postingTarget,
  optionsOf(record, texts) {
    const named = { position: record.fields.title?.value, employer: record.fields['hiringOrganization.name']?.value };
    const said = Object.entries(named).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
    return { ...postingTarget.optionsOf(record, texts), ...(Object.fromEntries(said) as Record<string, Json>) };
  },
};

export const letterArtifact: ArtifactDeclaration = {
  kind: 'careers/cover-letter',
  title: 'Cover letter',
  schema: letterSchema as unknown as ArtifactDeclaration['schema'],
  changeable: [{ path: 'paragraphs[*]', actions: ['replace', 'insert', 'remove', 'reorder'], text: 'prose' }],
  fromRecord: {
    types: ['resume'],
    make: (record, options) => {
      const resume = bodyOfRecord(record);
      const chosen = letterOptionsOf(options);
      const language = chosen.language ?? languageOfTexts(proseOf(resume));
      const { name, email, phone, location } = resume.basics ?? {};
      const { employer, contact, position } = chosen;
      const body = letterSchema.parse({
        language,
        sender: { name, email, phone, city: location?.city },
        recipient: { employer, contact },
        position,
        ...letterFrame(language, chosen),
        paragraphs: [],
        signature: name,
      });
      return { body: JSON.parse(JSON.stringify(body)) as Json, sources: sourcesOfRecord(record) };
    },
  },
  options: letterOptions as unknown as NonNullable<ArtifactDeclaration['options']>,
  target,
  writeByRules: writeLetter,
  brief: (options) => briefOf('a cover letter', options),
  assess,
};

function assess(input: AssessInput): ArtifactAssessment {
  const letter = letterSchema.parse(input.body);
  const text = [letter.opening, ...letter.paragraphs].join('\n');
  const asked = askedOf(input);
  const { employer, position } = { employer: letter.recipient.employer, position: letter.position };
  const named = [employer, position].filter((one) => one !== undefined);
  const said = named.filter((one) => text.includes(one)).length;
  const addressed: JudgedPart = {
    id: 'addressed',
    title: 'Names employer and position',
    weight: 15,
    value: named.length === 0 ? 0 : said / 2,
    why: `${said} of 2 are named: the employer, the position.`,
  };
  const score = sumParts([
    askedPart(asked.wanted, 30),
    figuresPart(letter.paragraphs, 15),
    weakWordsPart(letter.paragraphs, 20),
    sizePart({ id: 'length', title: 'Length', weight: 20 }, text, [...WORDS]),
    addressed,
  ]);
  const askable = letter.paragraphs.map((one, i) => ({ path: `paragraphs[${i}]`, text: one, subject: undefined }));
  return {
    score,
    wanted: asked.wanted,
    suggestions: suggestionsOf(asked, 'paragraphs'),
    questions: askQuestions(askable, letter.language),
    ...knownOf(input, { own: tellLetter(input.body, {}, 'the letter'), tellers, known: named }),
  };
}
