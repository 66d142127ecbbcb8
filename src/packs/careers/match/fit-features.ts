// How a résumé is compared with a posting: what is asked for against what is there. Each says in words what it saw, and what is missing.

import { said, textOf, textsIn, textsOf } from '../../../match/features/values.ts';
import type { MatchFeature, Subject } from '../../../match/match-spec.ts';
import { foldPlace } from '../../../recognize/countries.ts';
import { experienceLevels } from '../postings/locales/fact-words.ts';
import { countryOf } from '../postings/read/location.ts';
import { parseDegree, rankOf } from '../postings/requirements/degrees.ts';
import { fluencyOf, parseLanguage } from '../postings/requirements/languages.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { findSkills } from '../skills/find-skills.ts';
import { relateSkills } from '../skills/relate-skills.ts';
import { type Asked, askedOf, askedPaths, skillLabel, skillsAsked, skillsOfPosting } from './asked-of.ts';
import {
  degreeOfResume,
  degreePaths,
  levelOfText,
  skillPaths,
  skillsOfResume,
  yearOf,
  yearsOfResume,
  yearsPaths,
} from './resume-profile.ts';

/** From here a related skill counts as there. */
export const HAS = 0.7;
const MOST_NAMED = 6;

/** 0–1 for each skill that is asked for: the best of what the résumé has. */
export function coverageOf(has: ReadonlySet<string>, wanted: string): number {
  if (has.has(wanted)) return 1;
  let best = 0;
  for (const id of has) best = Math.max(best, relateSkills(currentTaxonomy(), { has: id, wanted }));
  return best;
}

export interface SkillCover {
  text: string;
  cover: number;
  missing: string[];
}

export function coverSkills(resume: Subject, posting: Subject, level: 'must' | 'nice'): SkillCover[] {
  const has = skillsOfResume(resume);
  return skillsAsked(posting, level).map(({ text, ids, anyOf }) => {
    const covers = ids.map((id) => coverageOf(has, id));
    const cover = anyOf ? Math.max(...covers) : covers.reduce((sum, one) => sum + one, 0) / covers.length;
    const missing = anyOf && cover >= HAS ? [] : ids.filter((_, i) => covers[i]! < HAS).map(skillLabel);
    return { text, cover, missing };
  });
}

const noted = (missing: readonly string[]): string | undefined =>
  missing.length === 0
    ? undefined
    : `missing: ${missing.slice(0, MOST_NAMED).join(', ')}${missing.length > MOST_NAMED ? ' …' : ''}`;

function skillFeature(id: string, title: string, level: 'must' | 'nice'): MatchFeature {
  return {
    id,
    title,
    reads: { left: skillPaths, right: askedPaths },
    compare(resume, posting) {
      const covers = coverSkills(resume, posting, level);
      const has = skillsOfResume(resume);
      if (covers.length === 0 || has.size === 0) return undefined;
      const asked = [...new Set(skillsAsked(posting, level).flatMap(({ ids }) => ids))];
      const there = asked.filter((one) => coverageOf(has, one) >= HAS).map(skillLabel);
      return {
        value: covers.reduce((sum, { cover }) => sum + cover, 0) / covers.length,
        left: said(there.slice(0, MOST_NAMED).join(', ') || 'none of them'),
        right: said(asked.slice(0, MOST_NAMED).map(skillLabel).join(', ')),
        note: noted([...new Set(covers.flatMap(({ missing }) => missing))]),
      };
    },
  };
}

export const mustSkills = skillFeature('must-skills', 'Skills that are required', 'must');
export const niceSkills = skillFeature('nice-skills', 'Skills that help', 'nice');

/** Where a posting lists skills and asks for none by name. */
export const listedSkills: MatchFeature = {
  id: 'listed-skills',
  title: 'Skills of the job',
  reads: { left: skillPaths, right: ['skills[]', ...askedPaths] },
  compare(resume, posting) {
    const wanted = skillsOfPosting(posting);
    const has = skillsOfResume(resume);
    if (wanted.length === 0 || has.size === 0 || skillsAsked(posting, 'must').length > 0) return undefined;
    const covers = wanted.map((id) => coverageOf(has, id));
    const missing = wanted.filter((_, i) => covers[i]! < HAS).map(skillLabel);
    return {
      value: covers.reduce((sum, one) => sum + one, 0) / covers.length,
      left: said(
        wanted
          .filter((_, i) => covers[i]! >= HAS)
          .map(skillLabel)
          .join(', ') || 'none of them',
      ),
      right: said(wanted.map(skillLabel).join(', ')),
      note: noted(missing),
    };
  },
};

/** The day that ongoing work counts to: when the job was posted. */
const todayOf = (posting: Subject): number | undefined => yearOf(textOf(posting, ['datePosted']), false);

export const yearsOfExperience: MatchFeature = {
  id: 'years',
  title: 'Years of experience',
  reads: { left: yearsPaths, right: ['experienceYears', 'datePosted'] },
  compare(resume, posting) {
    const asked = Number(textOf(posting, ['experienceYears']) ?? Number.NaN);
    const has = yearsOfResume(resume, todayOf(posting));
    if (!Number.isFinite(asked) || asked <= 0 || !has) return undefined;
    const share = Math.min(1, has.years / asked);
    // Work that goes on may be any length: too few years so far prove nothing.
    if (has.open && share < 1) return undefined;
    return {
      value: share * share,
      left: `${has.years}`,
      right: `${asked}`,
      note: share < 1 ? `${Math.round((asked - has.years) * 10) / 10} years short` : undefined,
    };
  },
};

export const degree: MatchFeature = {
  id: 'degree',
  title: 'Degree',
  reads: { left: degreePaths, right: askedPaths },
  compare(resume, posting) {
    const asked = degreeAsked(posting);
    const has = degreeOfResume(resume);
    if (!asked || !has) return undefined;
    const short = rankOf(asked.degree.level) - rankOf(has.level);
    const value = short <= 0 ? 1 : asked.degree.orEquivalent ? 0.5 : Math.max(0, 0.35 - 0.15 * (short - 1));
    return { value, left: said(has.said), right: said(asked.value!) };
  },
};

export function degreeAsked(
  posting: Subject,
): (Asked & { degree: NonNullable<ReturnType<typeof parseDegree>> }) | undefined {
  return askedOf(posting)
    .filter(({ kind, level }) => kind === 'degree' && level === 'must')
    .flatMap((one) => {
      const parsed = parseDegree(one.value ?? '');
      return parsed ? [{ ...one, degree: parsed }] : [];
    })
    .sort((a, b) => rankOf(a.degree.level) - rankOf(b.degree.level))[0];
}

export const languagePaths = ['languages[].language', 'languages[].fluency'] as const;

/** Languages of a résumé by the taxonomy's label, with their level where they say one. */
export function languagesOf(resume: Subject): Map<string, number | undefined> {
  const list = (path: string): string[] => {
    const value = resume.values[path];
    return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : '')) : textsIn(value ?? null);
  };
  const fluencies = list('languages[].fluency');
  const known = new Map<string, number | undefined>();
  for (const [i, name] of list('languages[].language').entries()) {
    for (const { skill } of findSkills(name, currentTaxonomy(), { listed: true })) {
      if (skill.kind === 'human-language') known.set(skill.label, fluencyOf(`${fluencies[i] ?? ''} ${name}`));
    }
  }
  return known;
}

export const languages: MatchFeature = {
  id: 'languages',
  title: 'Languages',
  reads: { left: languagePaths, right: askedPaths },
  compare(resume, posting) {
    const asked = askedOf(posting).filter(
      ({ kind, level, value }) => kind === 'language' && level === 'must' && value !== undefined,
    );
    const known = languagesOf(resume);
    // Many do not list what goes without saying: without any list nothing is known.
    if (asked.length === 0 || known.size === 0) return undefined;
    const values = asked.map(({ value }) => {
      const { language, level } = parseLanguage(value!);
      if (!known.has(language)) return 0;
      const has = known.get(language);
      return level === undefined || has === undefined ? 0.8 : has >= level ? 1 : has === level - 1 ? 0.5 : 0.15;
    });
    const missing = asked.filter((_, i) => values[i]! < 0.5).map(({ value }) => value!);
    return {
      value: Math.min(...values),
      left: said([...known.keys()].join(', ')),
      right: said(asked.map(({ value }) => value).join(', ')),
      note: noted(missing),
    };
  },
};

export const seniority: MatchFeature = {
  id: 'seniority',
  title: 'Seniority',
  reads: { left: ['basics.label', 'work[].position'], right: ['experienceLevel'] },
  compare(resume, posting) {
    const asked = textOf(posting, ['experienceLevel']);
    const wanted = (experienceLevels as readonly string[]).indexOf(asked ?? '');
    const titles = [...textsOf(resume, ['basics.label']), ...textsOf(resume, ['work[].position']).slice(0, 2)];
    const levels = titles.flatMap((title) => levelOfText(title) ?? []);
    if (wanted < 0 || levels.length === 0) return undefined;
    const has = Math.max(...levels);
    const off = wanted - has;
    // Who did more than is asked for can do it; whether they want to is theirs to say.
    const value = off === 0 ? 1 : off < 0 ? Math.max(0.3, 0.75 + 0.15 * off) : Math.max(0, 0.7 - 0.3 * off);
    return { value, left: said(titles[0]!), right: asked! };
  },
};

export const placePaths = {
  left: ['basics.location.city', 'basics.location.region', 'basics.location.countryCode'],
  right: ['jobLocation', 'jobCountry', 'jobLocationType'],
};

export const place: MatchFeature = {
  id: 'place',
  title: 'Place',
  reads: placePaths,
  compare(resume, posting) {
    const mode = textOf(posting, ['jobLocationType']);
    const where = textOf(posting, ['jobLocation']);
    const city = textOf(resume, ['basics.location.city']);
    const home = textOf(resume, ['basics.location.countryCode']) ?? (city ? countryOf(city) : undefined);
    const land = textOf(posting, ['jobCountry']) ?? (where ? countryOf(where) : undefined);
    const left = [city, home].filter(Boolean).join(', ');
    if (mode === 'remote') {
      if (left === '') return undefined;
      const other = home !== undefined && land !== undefined && home !== land;
      return {
        value: other ? 0.5 : 0.9,
        left: said(left),
        right: said(where ? `remote, ${where}` : 'remote'),
        note: other ? 'remote, from another country' : 'remote',
      };
    }
    if (!where || left === '') return undefined;
    const same = city !== undefined && ` ${foldPlace(where)} `.includes(` ${foldPlace(city.split(',')[0]!)} `);
    if (!same && home === undefined) return undefined;
    if (!same && land === undefined) return undefined;
    const value = same ? 1 : home === land ? (mode === 'hybrid' ? 0.45 : 0.4) : 0;
    return {
      value,
      left: said(left),
      right: said(where),
      note: same ? undefined : home === land ? 'same country, another place' : 'another country',
    };
  },
};
