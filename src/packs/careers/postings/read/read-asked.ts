// What a posting asks for: requirements one by one, skills, years, and whether a visa is sponsored.

import { currentTaxonomy } from '../../skills/current-taxonomy.ts';
import { findSkills } from '../../skills/find-skills.ts';
import type { PostingSection } from '../locales/section-titles.ts';
import { parseRequirements } from '../requirements/parse-requirements.ts';
import { sponsorshipIn } from '../requirements/permits.ts';
import type { Requirement, RequirementLevel } from '../requirements/requirement.ts';
import { leastYears } from '../requirements/years.ts';
import { type PostingItem, partOf } from '../text/posting-item.ts';
import type { PostingPart } from '../text/sections.ts';
import { type Found, foundIn } from './found.ts';

export interface PlacedRequirement extends Requirement {
  item: PostingItem;
}

const LEVEL: Partial<Record<PostingSection, RequirementLevel>> = {
  requirements: 'must',
  nice: 'nice',
  skills: 'must',
  education: 'must',
  languages: 'must',
};
/** What stands there is said of the employer, or of the work. */
const NOT_ASKING: ReadonlySet<PostingSection> = new Set(['responsibilities', 'benefits', 'company', 'salary']);
const ONLY_PERMITS: ReadonlySet<PostingSection> = new Set(['apply', 'legal']);
const MOST = 80;
const MOST_SKILLS = 60;

export function requirementsOf(parts: readonly PostingPart[]): PlacedRequirement[] {
  const found: PlacedRequirement[] = [];
  const titled = parts.some(({ section, items }) => LEVEL[section] !== undefined && items.length > 0);
  for (const part of parts) {
    const { section, items } = part;
    if (NOT_ASKING.has(section)) continue;
    const level = LEVEL[section] ?? (!titled && asksByItself(part) ? 'must' : undefined);
    for (const item of items.flatMap((one) => (level ? listed(one) : [one]))) {
      const asked = parseRequirements(item.text, { level });
      for (const one of asked) {
        if (ONLY_PERMITS.has(section) && one.kind !== 'permit') continue;
        if (found.length < MOST) found.push({ ...one, item });
      }
    }
  }
  return withoutDoubles(found);
}

/** A list under no title that is known, of which many name degrees, years, languages or permits: nobody lists such things otherwise. */
function asksByItself({ section, items }: PostingPart): boolean {
  const bullets = items.filter(({ bullet }) => bullet);
  if (section !== 'other' || bullets.length < 3) return false;
  const clear = bullets.filter(({ text }) =>
    parseRequirements(text, { level: 'must' }).some(({ kind }) => kind !== 'skill' && kind !== 'place'),
  );
  return clear.length >= 0.3 * bullets.length && clear.length >= 2;
}

/** "Python, SQL, Docker": a list in one line is so many requirements. */
function listed(item: PostingItem): PostingItem[] {
  const pieces = [...item.text.matchAll(/[^,;|•·]+/gu)];
  if (pieces.length < 3 || item.text.length > 400) return [item];
  if (!pieces.every(([piece]) => piece.trim().split(/\s+/).length <= 4) || /[.!?]\s+\p{Lu}/u.test(item.text))
    return [item];
  // A sentence of short phrases is a sentence: only the last may begin with "and".
  if (
    /(?<!\p{L})(?:you|your|we|have|has|with|in|of|experience|sie|du|mit|erfahrung|kenntnisse|und \p{Ll})(?!\p{L})/iu.test(
      item.text,
    )
  )
    return [item];
  return pieces
    .map((match) =>
      partOf(
        item,
        match.index + (/^\s*(?:and|und|et|y|or|oder)\s+/iu.exec(match[0])?.[0].length ?? 0),
        match.index + match[0].length,
      ),
    )
    .filter(({ text }) => text !== '');
}

/** The same asked twice in the same words: a summary above the list. */
function withoutDoubles(all: readonly PlacedRequirement[]): PlacedRequirement[] {
  const seen = new Set<string>();
  return all.filter(({ kind, value, item, start, end }) => {
    const key =
      value !== undefined && kind !== 'years'
        ? `${kind} ${value}`
        : `${kind} ${value ?? ''} ${item.text.slice(start, end).toLowerCase()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function readAsked(parts: readonly PostingPart[]): Found[] {
  const asked = requirementsOf(parts);
  const found = asked.flatMap((one, i) => requirementFields(one, `requirements[${i}]`));
  const years = asked
    .filter(({ kind, level }) => kind === 'years' && level === 'must')
    .map((one) => ({ one, least: leastYears(one.value!) }));
  const most = years.sort((a, b) => b.least - a.least)[0];
  if (most) {
    const { item, start, end } = most.one;
    found.push(foundIn('experienceYears', item, { value: most.least, start, end, source: 'requirement', sure: 0.9 }));
  }
  return [...found, ...readSkills(parts), ...readSponsorship(parts)];
}

function requirementFields(
  { item, start, end, kind, level, value, skills }: PlacedRequirement,
  group: string,
): Found[] {
  const at = { start, end, source: 'requirement' };
  return [
    foundIn(`${group}.text`, item, { ...at, sure: 0.93 }),
    foundIn(`${group}.kind`, item, { ...at, value: kind, sure: 0.9 }),
    foundIn(`${group}.level`, item, { ...at, value: level, sure: 0.88 }),
    ...(value === undefined ? [] : [foundIn(`${group}.value`, item, { ...at, value, sure: 0.9 })]),
    ...(skills.length === 0 ? [] : [foundIn(`${group}.skills`, item, { ...at, value: [...skills], sure: 0.88 })]),
  ];
}

const WITH_SKILLS: ReadonlySet<PostingSection> = new Set([
  'requirements',
  'nice',
  'skills',
  'responsibilities',
  'role',
  'other',
  'education',
]);
/** What only counts where it is asked for. */
const ONLY_ASKED: ReadonlySet<string> = new Set(['soft', 'activity', 'knowledge', 'certificate', 'licence', 'method']);

function readSkills(parts: readonly PostingPart[]): Found[] {
  const seen = new Map<string, Found>();
  for (const { section, items } of [...parts].sort(
    (a, b) => Number(LEVEL[b.section] !== undefined) - Number(LEVEL[a.section] !== undefined),
  )) {
    if (!WITH_SKILLS.has(section)) continue;
    for (const item of items) {
      if (seen.size >= MOST_SKILLS) break;
      for (const { skill, start, end } of findSkills(item.text, currentTaxonomy())) {
        if (skill.kind === 'human-language' || seen.has(skill.id) || seen.size >= MOST_SKILLS) continue;
        if (!LEVEL[section] && ONLY_ASKED.has(skill.kind)) continue;
        const path = `skills[${seen.size}]`;
        seen.set(
          skill.id,
          foundIn(path, item, {
            value: skill.label,
            start,
            end,
            source: 'taxonomy',
            sure: LEVEL[section] ? 0.92 : 0.8,
          }),
        );
      }
    }
  }
  return [...seen.values()];
}

function readSponsorship(parts: readonly PostingPart[]): Found[] {
  for (const { items } of parts) {
    for (const item of items) {
      const said = sponsorshipIn(item.text);
      if (said) return [foundIn('visaSponsorship', item, { ...said, source: 'sponsorship', sure: 0.9 })];
    }
  }
  return [];
}
