// What an assessment of a résumé, letter or profile has in common: the ledger behind it, contradictions, and what the job asks for.

import type { Json } from '../../../document/value.ts';
import type { AssessInput } from '../../../write/artifact-declaration.ts';
import type { ArtifactAssessment, Wanted } from '../../../write/assessment.ts';
import type { GateSource } from '../../../write/gate/gate-source.ts';
import type { ResumeBody } from '../exports/resume-body.ts';
import { findContradictions } from '../facts/find-contradictions.ts';
import { readLedger } from '../facts/read-ledger.ts';
import { nothingTold, placeIn, type Told, toldOfResume } from '../facts/told.ts';
import { type AskedSkill, askedOfText } from './asked-of-text.ts';
import { tailoringOf } from './options.ts';
import { isOpenIn, resumeOfSources, VALUE } from './resume-sources.ts';
import { suggestKeywords, wantedSkills } from './wanted-skills.ts';

/** How a body of each kind is told; the kinds of others that stand beside it included. */
export type Tellers = Readonly<
  Record<string, (body: Json, where: { artifact?: string | undefined }, title: string) => Told>
>;

export interface Asked {
  skills: AskedSkill[];
  wanted: Wanted[];
}

export function askedOf({ body, sources, options }: AssessInput): Asked {
  const skills = askedOfText(tailoringOf(options).jobDescription);
  return { skills, wanted: wantedSkills(skills, { body, sources }) };
}

export const suggestionsOf = ({ skills, wanted }: Asked, place: string) => suggestKeywords(skills, wanted, place);

export function recordTold(sources: readonly GateSource[]): Told {
  return toldOfResume(resumeOfSources(sources), {
    title: 'the record',
    placeOf: (path, text) => ({ source: VALUE + path, start: 0, end: text.length, text }),
    isOpen: isOpenIn(sources),
  });
}

function statementsTold(sources: readonly GateSource[]): Told {
  const facts = sources.filter(({ kind }) => kind === 'fact');
  return {
    ...nothingTold('a statement'),
    prose: facts.map(({ id, text }) => ({ text, span: { source: id, start: 0, end: text.length, text } })),
  };
}

interface Knowing {
  /** Of the body: what it tells. */
  own: Told;
  tellers: Tellers;
  /** Names that it may say besides. */
  known?: readonly string[];
}

export function knownOf(
  { sources, beside, now }: AssessInput,
  { own, tellers, known = [] }: Knowing,
): Pick<ArtifactAssessment, 'facts' | 'contradictions'> {
  const record = recordTold(sources);
  const others = beside.flatMap(({ id, kind, title, body }) => {
    const tell = tellers[kind];
    return tell ? [tell(body, { artifact: id }, `“${title}”`)] : [];
  });
  const statements = statementsTold(sources);
  // Where nothing was read, what is assessed is compared with what stands beside it.
  const [first, ...rest] = record.stations.length > 0 ? [record, own] : [own];
  const all = [...rest, ...others, statements];
  return {
    facts: readLedger([first!, ...all]),
    contradictions: findContradictions({ record: first!, others: all, known, now: now.toISOString() }),
  };
}

export const tellResume = (body: Json, where: { artifact?: string | undefined }, title: string): Told =>
  toldOfResume(body as unknown as ResumeBody, { title, placeOf: placeIn(where) });
