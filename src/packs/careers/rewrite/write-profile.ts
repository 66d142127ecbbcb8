// A LinkedIn profile without a model: headline, about and experience out of the facts of the record, with what a job asks for first.

import type { Json } from '../../../document/value.ts';
import type { WritingInput } from '../../../write/artifact-declaration.ts';
import { MAX_OPERATIONS, type Operation } from '../../../write/operation.ts';
import { type AskedSkill, askedOfText } from './asked-of-text.ts';
import { bulletOperations } from './bullet-operations.ts';
import { openRelevance, ranked } from './judge-relevance.ts';
import { type Tailoring, tailoringOf } from './options.ts';
import { isSupported, listAt, plainOperations, reorder, stringsAt } from './plain-operations.ts';
import type { Profile } from './profile-schema.ts';
import { joined, PROVED, proveSkills } from './prove-skills.ts';
import { resumeOfSources, SKILLS, STATION, VALUE } from './resume-sources.ts';
import { achievementsOf, bulletSentence, type CitedSentence, type Facts } from './supported-sentences.ts';
import { skillsInBody, skillsInSources } from './wanted-skills.ts';

/** LinkedIn's own limits. */
export const MOST_HEADLINE = 220;
export const MOST_ABOUT = 2600;
const SKILLS_IN_HEADLINE = 3;
const SKILLS_IN_ABOUT = 8;
const ACHIEVEMENTS: Record<Tailoring['strength'], number> = { conservative: 0, moderate: 2, aggressive: 4 };

export async function writeProfile(input: WritingInput): Promise<Operation[]> {
  const { body, sources } = input;
  const options = tailoringOf(input.options);
  const profile = body as unknown as Profile;
  const asked = askedOfText(options.jobDescription);
  const judge = openRelevance(asked, options);
  const facts: Facts = { record: resumeOfSources(sources), sources, language: profile.language };
  const ended = (path: string): boolean => {
    const index = /^experience\[(\d+)\]/.exec(path)?.[1];
    return index !== undefined && profile.experience[Number(index)]?.endDate !== undefined;
  };
  const plain = await plainOperations(input, options, (path) => (ended(path) ? 'past' : undefined));
  const lines = listAt(body, 'experience').flatMap((_, i) =>
    bulletOperations({ body, sources, judge, options }, `experience[${i}].lines`),
  );
  const removed = new Set(lines.flatMap(({ action, path }) => (action === 'remove' ? [path] : [])));
  const skills = skillOperations({ body, asked, options }, input);
  const about = plain.find(({ path }) => path === 'about');
  const own =
    options.strength === 'conservative'
      ? about
        ? [about]
        : []
      : [...headline(facts, profile, asked), ...aboutOperation({ facts, profile, asked, options, plain: about })];
  const rest = plain.filter(({ path }) => path !== 'about' && path !== 'headline' && !removed.has(path));
  return [...own, ...rest, ...lines, ...skills].slice(0, MAX_OPERATIONS);
}

/** Title and what it is done with: "Backend Engineer | Go | Docker". */
function headline(facts: Facts, profile: Profile, asked: readonly AskedSkill[]): Operation[] {
  const { basics, work = [] } = facts.record;
  const [station] = work;
  const from = basics?.label
    ? { text: basics.label, ids: [`${VALUE}basics.label`] }
    : station?.position && station.name
      ? { text: `${station.position}, ${station.name}`, ids: [`${STATION}work[0]`] }
      : undefined;
  if (!from) return [];
  const listed = facts.sources.filter(({ subject }) => subject === 'skills');
  const wanted = proveSkills(asked, { listed: new Set(), sources: listed });
  const all = [...wanted, ...skillsInSources(listed)];
  const chosen = all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i).slice(0, SKILLS_IN_HEADLINE);
  const value = [from.text, ...chosen.map(({ span }) => span.text)].join(' | ').slice(0, MOST_HEADLINE);
  const cited = [...from.ids, ...chosen.map(({ span }) => span.source!)];
  const gateSources = facts.sources.filter(({ id }) => cited.includes(id));
  if (chosen.length === 0 || value === profile.headline || !isSupported(value, gateSources)) return [];
  const reason = 'A headline is what searches look at: title and skills that the record proves.';
  return [{ path: 'headline', action: 'replace', original: profile.headline, value, reason, sources: cited }];
}

interface AboutWork {
  facts: Facts;
  profile: Profile;
  asked: readonly AskedSkill[];
  options: Tailoring;
  /** What the rules made of it. */
  plain: Operation | undefined;
}

/** What it says already, the strongest achievements, and skills. */
function aboutOperation({ facts, profile, asked, options, plain }: AboutWork): Operation[] {
  const text = String(plain?.value ?? profile.about).trim();
  const strongest = achievementsOf(facts.record, openRelevance(asked, options)).filter(
    ({ toJob }) => options.strength !== 'aggressive' || asked.length === 0 || toJob > 0,
  );
  const done = strongest
    .slice(0, ACHIEVEMENTS[options.strength])
    .flatMap(({ path, text: bullet }) => bulletSentence(facts, path, bullet))
    .filter((one) => !text.includes(one.text));
  const said = new Set(skillsInBody(text).map(({ id }) => id));
  const listed = facts.sources.filter(({ subject }) => subject === 'skills');
  const skills = (asked.length > 0 ? proveSkills(asked, { listed: said, sources: listed }) : skillsInSources(listed))
    .filter(({ id }) => !said.has(id))
    .slice(0, SKILLS_IN_ABOUT);
  const words = [...new Set(skills.map(({ span }) => span.text))];
  const known: CitedSentence[] =
    words.length > 0 && !text.includes(`${SKILLS[facts.language]}:`)
      ? [
          {
            text: `${SKILLS[facts.language]}: ${joined(words, facts.language)}.`,
            sources: skills.map(({ span }) => span.source!),
          },
        ]
      : [];
  const added = [...done, ...known];
  if (added.length === 0) return plain ? [plain] : [];
  const summary = facts.sources.filter(({ id }) => id === `${VALUE}basics.summary`).map(({ id }) => id);
  const before = text === '' ? '' : /[.!?]$/.test(text) ? text : `${text}.`;
  const value = [before, ...added.map((one) => one.text)].filter(Boolean).join(' ');
  const cited = [
    ...new Set([...(plain?.sources ?? (text === '' ? [] : summary)), ...added.flatMap((one) => one.sources)]),
  ];
  if (
    value.length > MOST_ABOUT ||
    !isSupported(
      value,
      facts.sources.filter(({ id }) => cited.includes(id)),
    )
  )
    return plain ? [plain] : [];
  const reason = [plain?.reason, 'Says what was achieved and which skills are proved.'].filter(Boolean).join(' ');
  return [{ path: 'about', action: 'replace', original: profile.about, value, reason, sources: cited }];
}

function skillOperations(
  { body, asked, options }: { body: Json; asked: readonly AskedSkill[]; options: Tailoring },
  { sources }: WritingInput,
): Operation[] {
  const words = stringsAt(body, 'skills');
  const inBody = skillsInBody(body).filter(({ span }) => span.path?.startsWith('skills['));
  const missing =
    options.strength === 'conservative'
      ? []
      : proveSkills(asked, { listed: new Set(inBody.map(({ id }) => id)), sources });
  if (missing.length > 0)
    return missing.map(({ span }) => ({
      path: `skills[${words.length}]`,
      action: 'insert',
      original: null,
      value: span.text,
      reason: PROVED,
      sources: [span.source!],
    }));
  const level = new Map(asked.map(({ id, level }) => [id, level === 'must' ? 2 : 1]));
  const points = (at: number): number =>
    inBody.filter(({ span }) => span.path === `skills[${at}]`).reduce((sum, { id }) => sum + (level.get(id) ?? 0), 0);
  const order = ranked([...words.keys()], points).map((at) => words[at]!);
  return reorder('skills', words, order, 'Skills that the job asks for come first.');
}
