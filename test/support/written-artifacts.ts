// Two kinds of artifact as two packs would declare them: a profile with employments, and a letter about an order.

import { z } from 'zod';
import type { Json } from '../../src/document/value.ts';
import type { ArtifactDeclaration } from '../../src/write/artifact-declaration.ts';
import { valueAt } from '../../src/write/artifact-path.ts';
import type { GateSource } from '../../src/write/gate/gate-source.ts';

const text = z.string().max(2000);

export const profileDeclaration: ArtifactDeclaration = {
  kind: 'toy-careers/profile',
  title: 'Profile',
  schema: z.strictObject({
    name: text,
    summary: text,
    jobs: z.array(z.strictObject({ id: text, employer: text, from: text, bullets: z.array(text.min(1)).max(10) })),
  }) as z.ZodType<Json>,
  changeable: [
    { path: 'summary', actions: ['replace'], text: 'prose' },
    { path: 'jobs[*].bullets[*]', actions: ['replace', 'insert', 'remove', 'reorder'], text: 'prose' },
  ],
  subjectAt: (steps, body) => {
    if (steps[0] !== 'jobs') return undefined;
    const id = valueAt(body, [...steps.slice(0, 2), 'id']);
    return typeof id === 'string' ? id : undefined;
  },
};

export const letterDeclaration: ArtifactDeclaration = {
  kind: 'toy-trade/letter',
  title: 'Letter',
  schema: z.strictObject({ to: text, paragraphs: z.array(text).min(1) }) as z.ZodType<Json>,
  changeable: [{ path: 'paragraphs[*]', actions: ['replace', 'insert', 'remove'], text: 'prose' }],
};

export const profileBody = {
  name: 'Ida Holm',
  summary: 'Carpenter.',
  jobs: [
    {
      id: 'oak',
      employer: 'Oakworks',
      from: '2018',
      bullets: ['Was responsible for building 14 kitchens.', 'Helped with the estimates'],
    },
    { id: 'elm', employer: 'Elm & Sons', from: '2014', bullets: ['Repaired stairs.', 'Repaired stairs.'] },
  ],
};

export const profileSources: GateSource[] = [
  { id: 'oak-head', kind: 'passage', subject: 'oak', heading: true, text: 'Carpenter, Oakworks, since 2018' },
  { id: 'oak-1', kind: 'passage', subject: 'oak', text: 'Was responsible for building 14 kitchens.' },
  { id: 'oak-2', kind: 'passage', subject: 'oak', text: 'Helped with the estimates' },
  {
    id: 'elm-head',
    kind: 'passage',
    subject: 'elm',
    heading: true,
    text: 'Apprentice carpenter, Elm & Sons, 2014 – 2018',
  },
  { id: 'elm-1', kind: 'passage', subject: 'elm', text: 'Repaired stairs.' },
  { id: 'told', kind: 'fact', text: 'I speak Danish.' },
];

export const letterBody = { to: 'Birch Ltd', paragraphs: ['The chairs were delivered by Kent Freight on 4 May 2025.'] };

export const letterSources: GateSource[] = [
  {
    id: 'note',
    kind: 'passage',
    subject: 'order',
    text: 'The 20 chairs were delivered by Kent Freight on 4 May 2025. Two were broken.',
  },
];
