// A LinkedIn profile: headline, about and what was done at each station. Companies, titles and dates are out of reach.

import type { Json } from '../../../document/value.ts';
import type { ArtifactDeclaration, AssessInput } from '../../../write/artifact-declaration.ts';
import type { ArtifactAssessment } from '../../../write/assessment.ts';
import { bodyOfRecord } from '../exports/resume-body.ts';
import { askQuestions } from './ask-questions.ts';
import { askedOf, knownOf, suggestionsOf } from './assess-texts.ts';
import { briefOf } from './brief.ts';
import {
  askedPart,
  figuresPart,
  type JudgedPart,
  sharePart,
  sizePart,
  sumParts,
  weakWordsPart,
} from './impact-score.ts';
import { tailoring } from './options.ts';
import { postingTarget } from './posting-target.ts';
import { profileSchema } from './profile-schema.ts';
import { languageOfTexts } from './resume-language.ts';
import { proseOf, sourcesOfRecord } from './resume-sources.ts';
import { stationAt } from './station.ts';
import { tellers, tellProfile } from './tellers.ts';
import { skillsInBody } from './wanted-skills.ts';
import { MOST_HEADLINE, writeProfile } from './write-profile.ts';

export const profileArtifact: ArtifactDeclaration = {
  kind: 'careers/linkedin',
  title: 'LinkedIn profile',
  schema: profileSchema as unknown as ArtifactDeclaration['schema'],
  changeable: [
    { path: 'headline', actions: ['replace'], text: 'prose' },
    { path: 'about', actions: ['replace'], text: 'prose' },
    { path: 'experience[*].lines[*]', actions: ['replace', 'insert', 'remove', 'reorder'], text: 'prose' },
    { path: 'skills[*]', actions: ['insert', 'remove', 'reorder'], text: 'words' },
  ],
  subjectAt: stationAt,
  fromRecord: {
    types: ['resume'],
    make: (record) => {
      const resume = bodyOfRecord(record);
      const { basics, work = [], skills = [] } = resume;
      const body = profileSchema.parse({
        language: languageOfTexts(proseOf(resume)),
        name: basics?.name,
        headline: basics?.label ?? work[0]?.position ?? '',
        about: basics?.summary ?? '',
        experience: work.map(({ name, position, location, startDate, endDate, summary, highlights = [] }) => ({
          company: name,
          title: position,
          location,
          startDate,
          endDate,
          lines: [...(summary ? [summary] : []), ...highlights],
        })),
        skills: [
          ...new Set(skills.flatMap(({ name, keywords = [] }) => (keywords.length > 0 ? keywords : (name ?? [])))),
        ],
      });
      return { body: JSON.parse(JSON.stringify(body)) as Json, sources: sourcesOfRecord(record) };
    },
  },
  options: tailoring as unknown as NonNullable<ArtifactDeclaration['options']>,
  target: postingTarget,
  writeByRules: writeProfile,
  brief: (options) => briefOf('a LinkedIn profile', options),
  assess,
};

function assess(input: AssessInput): ArtifactAssessment {
  const profile = profileSchema.parse(input.body);
  const asked = askedOf(input);
  const lines = profile.experience.flatMap(({ lines: own }, i) =>
    own.map((text, j) => ({
      path: `experience[${i}].lines[${j}]`,
      text,
      subject: stationAt(['experience', i], input.body),
    })),
  );
  const texts = lines.map(({ text }) => text);
  const inHeadline = skillsInBody({ headline: profile.headline }).length;
  const fits = profile.headline.length > 0 && profile.headline.length <= MOST_HEADLINE;
  const headline: JudgedPart = {
    id: 'headline',
    title: 'Headline',
    weight: 20,
    value: fits ? 0.4 + 0.2 * Math.min(3, inHeadline) : 0,
    why: fits ? `It names ${inHeadline} skills; three are full.` : `It must have 1 to ${MOST_HEADLINE} characters.`,
  };
  const score = sumParts([
    askedPart(asked.wanted, 25),
    headline,
    sizePart({ id: 'about', title: 'About', weight: 15 }, profile.about, [40, 300]),
    sharePart({
      id: 'described',
      title: 'Stations described',
      weight: 10,
      texts: profile.experience.map(({ lines: own }) => own.join(' ')),
      holds: (text) => text.trim() !== '',
      of: 'say what was done.',
    }),
    figuresPart(texts, 15),
    weakWordsPart([profile.about, ...texts].filter(Boolean), 15),
  ]);
  return {
    score,
    wanted: asked.wanted,
    suggestions: suggestionsOf(asked, 'skills'),
    questions: askQuestions(lines, profile.language),
    ...knownOf(input, { own: tellProfile(input.body, {}, 'the profile'), tellers }),
  };
}
