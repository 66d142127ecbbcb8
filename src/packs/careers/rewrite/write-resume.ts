// A résumé tailored without a model: its own words, in another order, plainer, with skills that it proves put where they are looked
// for; at `aggressive` without what has nothing to do with the job. Names, titles, dates and degrees are out of reach.

import type { Json } from '../../../document/value.ts';
import type { WritingInput } from '../../../write/artifact-declaration.ts';
import type { GateSource } from '../../../write/gate/gate-source.ts';
import { MAX_OPERATIONS, type Operation } from '../../../write/operation.ts';
import type { ResumeBody } from '../exports/resume-body.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { relateSkills } from '../skills/relate-skills.ts';
import { type AskedSkill, askedOfText } from './asked-of-text.ts';
import { bulletOperations } from './bullet-operations.ts';
import { openRelevance, ranked } from './judge-relevance.ts';
import { type Tailoring, tailoringOf } from './options.ts';
import { listAt, plainOperations, reorder, stringsAt } from './plain-operations.ts';
import { joined, PROVED, proveSkills } from './prove-skills.ts';
import { languageOfTexts } from './resume-language.ts';
import { proseOf, SKILLS } from './resume-sources.ts';
import { type PlacedSkill, skillsInBody, skillsInSources } from './wanted-skills.ts';

const MOST_IN_SUMMARY = 6;
const GROUPS = ['work', 'volunteer', 'projects'] as const;

export async function writeResume(input: WritingInput): Promise<Operation[]> {
  const { body, sources } = input;
  const options = tailoringOf(input.options);
  const asked = askedOfText(options.jobDescription);
  const judge = openRelevance(asked, options);
  const resume = body as unknown as ResumeBody;
  const plain = await plainOperations(input, options, (path) => (isEnded(path, resume) ? 'past' : undefined));
  const skills = skillOperations({ body, sources, asked, options });
  const bullets = GROUPS.flatMap((group) =>
    listAt(body, group).flatMap((_, i) =>
      bulletOperations({ body, sources, judge, options }, `${group}[${i}].highlights`),
    ),
  );
  const removed = new Set(bullets.flatMap(({ action, path }) => (action === 'remove' ? [path] : [])));
  const summary = options.strength === 'conservative' ? [] : withAskedSkills({ resume, sources, asked, plain });
  const rest = plain.filter(({ path }) => !removed.has(path) && !summary.some((one) => one.path === path));
  return [...summary, ...rest, ...bullets, ...skills].slice(0, MAX_OPERATIONS);
}

function isEnded(path: string, resume: ResumeBody): boolean {
  const [, group, index] = /^(work|volunteer|projects)\[(\d+)\]/.exec(path) ?? [];
  return group !== undefined && resume[group as (typeof GROUPS)[number]]?.[Number(index)]?.endDate !== undefined;
}

interface SkillWork {
  body: Json;
  sources: readonly GateSource[];
  asked: readonly AskedSkill[];
  options: Tailoring;
}

function skillOperations({ body, sources, asked, options }: SkillWork): Operation[] {
  if (asked.length === 0) return [];
  const groups = listAt(body, 'skills');
  const inBody = skillsInBody(body);
  const level = new Map(asked.map(({ id, level }) => [id, level === 'must' ? 2 : 1]));
  const pointsAt = (path: string): number =>
    [...new Set(inBody.filter(({ span }) => span.path?.startsWith(path)).map(({ id }) => id))].reduce(
      (sum, id) => sum + (level.get(id) ?? 0),
      0,
    );
  const reason = 'Skills that the job asks for come first.';
  const inserted = options.strength === 'conservative' ? [] : insertSkills({ groups, inBody, sources, asked });
  const touched = new Set(inserted.map(({ path }) => path.replace(/\[\d+\]$/, '')));
  const within = groups.flatMap((_, i) => {
    const path = `skills[${i}].keywords`;
    const words = stringsAt(body, path);
    const order = ranked([...words.keys()], (at) => pointsAt(`${path}[${at}]`)).map((at) => words[at]!);
    return touched.has(path) ? [] : reorder(path, words, order, reason);
  });
  const order = ranked([...groups.keys()], (at) => pointsAt(`skills[${at}]`)).map((at) => groups[at]!);
  return [...(touched.has('skills') ? [] : reorder('skills', groups, order, reason)), ...within, ...inserted];
}

function insertSkills({
  groups,
  inBody,
  sources,
  asked,
}: {
  groups: readonly Json[];
  inBody: readonly PlacedSkill[];
  sources: readonly GateSource[];
  asked: readonly AskedSkill[];
}): Operation[] {
  const listed = new Set(inBody.filter(({ span }) => span.path?.startsWith('skills[')).map(({ id }) => id));
  return proveSkills(asked, { listed, sources }).map(({ id, span }): Operation => {
    const group = nearestGroup(groups, id, inBody);
    const list = group === undefined ? 'skills' : `skills[${group}].keywords`;
    const before = group === undefined ? groups.length : (groups[group] as { keywords: Json[] }).keywords.length;
    // Several at one place go in as they are asked for.
    const value = group === undefined ? { name: span.text } : span.text;
    return {
      path: `${list}[${before}]`,
      action: 'insert',
      original: null,
      value,
      reason: PROVED,
      sources: [span.source!],
    };
  });
}

/** The group whose skills are nearest to it; undefined: there are no groups. */
function nearestGroup(groups: readonly Json[], id: string, inBody: readonly PlacedSkill[]): number | undefined {
  const withWords = groups.flatMap((group, i) =>
    group !== null && typeof group === 'object' && !Array.isArray(group) && Array.isArray(group.keywords) ? [i] : [],
  );
  const nearness = (i: number): number =>
    Math.max(
      0,
      ...inBody
        .filter(({ span }) => span.path?.startsWith(`skills[${i}]`))
        .map(({ id: has }) => relateSkills(currentTaxonomy(), { has, wanted: id })),
    );
  return ranked(withWords, nearness)[0];
}

/** "… Skills: Go and Docker.": asked for, proved, and not said in the summary yet. */
function withAskedSkills({
  resume,
  sources,
  asked,
  plain,
}: {
  resume: ResumeBody;
  sources: readonly GateSource[];
  asked: readonly AskedSkill[];
  plain: readonly Operation[];
}): Operation[] {
  const original = resume.basics?.summary;
  if (original === undefined) return [];
  const before = plain.find(({ path }) => path === 'basics.summary');
  const text = String(before?.value ?? original).trim();
  const said = new Set(skillsInBody(text).map(({ id }) => id));
  const own = sources.filter(({ subject }) => subject === 'skills');
  const proofs = asked
    .flatMap(({ id }) => skillsInSources(own).find((one) => one.id === id && !said.has(id)) ?? [])
    .slice(0, MOST_IN_SUMMARY);
  if (proofs.length === 0) return before ? [before] : [];
  const language = languageOfTexts(proseOf(resume));
  const listed = joined([...new Set(proofs.map(({ span }) => span.text))], language);
  const value = `${text === '' || /[.!?]$/.test(text) ? text : `${text}.`} ${SKILLS[language]}: ${listed}.`.trim();
  const summary = sources.filter(({ id }) => id === 'value:basics.summary').map(({ id }) => id);
  const cited = [...new Set([...(before?.sources ?? summary), ...proofs.map(({ span }) => span.source!)])];
  const reason = [before?.reason, 'Names skills that the job asks for and the record proves.']
    .filter(Boolean)
    .join(' ');
  return [{ path: 'basics.summary', action: 'replace', original, value, reason, sources: cited }];
}
