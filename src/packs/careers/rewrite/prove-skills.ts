// Skills that a job asks for and the record proves, word for word. What was denied, wished for or only helped with proves none.

import type { GateSource } from '../../../write/gate/gate-source.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { isHardSkill } from '../skills/skill.ts';
import type { AskedSkill } from './asked-of-text.ts';
import { isSupported } from './plain-operations.ts';
import type { TextLanguage } from './resume-language.ts';
import { type PlacedSkill, skillsInSources } from './wanted-skills.ts';

export const PROVED = 'The job asks for it, and the record proves it.';

const UNSURE =
  /(?<!\p{L})(?:no|not|never|without|lack\p{L}*|learning|learn|want\p{L}*|plan\p{L}*|interested|hope|would like|basic|beginner|kein\p{L}*|nicht|nie|ohne|lerne\p{L}*|möchte|interess\p{L}*|grundkenntnisse)(?!\p{L})/iu;

/** In the order of the job, without those that are listed. */
export function proveSkills(
  asked: readonly AskedSkill[],
  { listed, sources }: { listed: ReadonlySet<string>; sources: readonly GateSource[] },
): PlacedSkill[] {
  const texts = new Map(sources.map((source) => [source.id, source]));
  const said = skillsInSources(sources).filter(({ span }) => !UNSURE.test(texts.get(span.source!)!.text));
  return asked.flatMap(({ id }): PlacedSkill[] => {
    const skill = currentTaxonomy().skills.get(id);
    const proof = listed.has(id) || !skill || !isHardSkill(skill) ? undefined : said.find((one) => one.id === id);
    return proof && isSupported(proof.span.text, [texts.get(proof.span.source!)!]) ? [proof] : [];
  });
}

export function joined(words: readonly string[], language: TextLanguage): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${language === 'de' ? 'und' : 'and'} ${words.at(-1)}`;
}
