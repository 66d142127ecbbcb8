// How the body of each kind is told, so that they can be compared with each other.

import type { Json } from '../../../document/value.ts';
import { nothingTold, placeIn, type Said, type Told } from '../facts/told.ts';
import { type Tellers, tellResume } from './assess-texts.ts';
import { profileSchema } from './profile-schema.ts';

type Teller = Tellers[string];

const proseIn = (
  where: { artifact?: string | undefined },
  texts: readonly (readonly [path: string, text: string])[],
): Said[] =>
  texts.filter(([, text]) => text.trim() !== '').map(([path, text]) => ({ text, span: placeIn(where)(path, text) }));

/** What is claimed of the person: its paragraphs. Whom it is written to stands elsewhere. */
export const tellLetter: Teller = (body, where, title): Told => {
  const { paragraphs = [], sender } = body as { paragraphs?: string[]; sender?: { name?: string } };
  const [name] = sender?.name ? proseIn(where, [['sender.name', sender.name]]) : [];
  return {
    ...nothingTold(title),
    name,
    prose: proseIn(
      where,
      paragraphs.map((text, i) => [`paragraphs[${i}]`, text]),
    ),
  };
};

export const tellProfile: Teller = (body: Json, where, title): Told => {
  const { name, headline, about, experience, skills } = profileSchema.parse(body);
  const say = (path: string, text: string | undefined): Said | undefined =>
    text === undefined ? undefined : proseIn(where, [[path, text]])[0];
  const stations = experience.map(({ company, title: position, location, startDate, endDate }, i) => ({
    kind: 'work' as const,
    employer: say(`experience[${i}].company`, company),
    position: say(`experience[${i}].title`, position),
    place: say(`experience[${i}].location`, location),
    from: say(`experience[${i}].startDate`, startDate),
    to: say(`experience[${i}].endDate`, endDate),
    open: false,
  }));
  const lines = experience.flatMap(({ lines: own }, station) =>
    proseIn(
      where,
      own.map((text, j) => [`experience[${station}].lines[${j}]`, text]),
    ).map((said) => ({ ...said, station })),
  );
  return {
    ...nothingTold(title),
    name: say('name', name),
    stations,
    skills: skills.flatMap((text, i) => say(`skills[${i}]`, text) ?? []),
    prose: [
      ...proseIn(where, [
        ['headline', headline],
        ['about', about],
      ]),
      ...lines,
    ],
  };
};

export const tellers: Tellers = {
  'careers/resume': tellResume,
  'careers/cover-letter': tellLetter,
  'careers/linkedin': tellProfile,
};
