// A scored pair for people: 0–100, a band, and the must-haves that the résumé does not show.

import type { Subject } from '../../../match/match-spec.ts';
import type { ScoredPair } from '../../../match/score-pair.ts';
import { rankOf } from '../postings/requirements/degrees.ts';
import { parseLanguage } from '../postings/requirements/languages.ts';
import { askedOf } from './asked-of.ts';
import { coverSkills, degreeAsked, HAS, languagesOf } from './fit-features.ts';
import { degreeOfResume, yearOf, yearsOfResume } from './resume-profile.ts';

export const fitBands = ['strong', 'good', 'partial', 'weak'] as const;
export type FitBand = (typeof fitBands)[number];

export interface Gap {
  kind: 'skill' | 'years' | 'degree' | 'language';
  /** The requirement, as printed. */
  text: string;
  /** What of it is missing, in words. */
  missing: string;
}

export interface Fit {
  /** 0–100. */
  score: number;
  band: FitBand;
  /** What rules the job out; null = nothing. */
  veto: string | null;
  for: string[];
  against: string[];
  gaps: Gap[];
}

export function describeFit({ probability, explanation }: ScoredPair, resume: Subject, posting: Subject): Fit {
  const gaps = findGaps(resume, posting);
  const band = bandOf(probability);
  return {
    score: Math.round(100 * probability),
    // However well the rest fits: nobody is told of a strong fit who lacks what is required.
    band: band === 'strong' && gaps.length > 0 ? 'good' : band,
    veto: explanation.veto?.text ?? null,
    for: explanation.for.map(({ text }) => text),
    against: explanation.against.map(({ text }) => text),
    gaps,
  };
}

export function bandOf(probability: number): FitBand {
  if (probability >= 0.75) return 'strong';
  if (probability >= 0.5) return 'good';
  return probability >= 0.3 ? 'partial' : 'weak';
}

/** Must-haves that the résumé does not show. What it does not speak of at all (permits, places) is no gap: it is not known. */
export function findGaps(resume: Subject, posting: Subject): Gap[] {
  const gaps: Gap[] = coverSkills(resume, posting, 'must')
    .filter(({ cover, missing }) => cover < HAS && missing.length > 0)
    .map(({ text, missing }) => ({ kind: 'skill', text, missing: missing.join(', ') }));
  const today = yearOf(posting.values.datePosted, false);
  const has = yearsOfResume(resume, today);
  const known = languagesOf(resume);
  for (const { kind, level, text, value } of askedOf(posting)) {
    if (level !== 'must' || value === undefined) continue;
    if (kind === 'years' && has && !has.open && has.years < Number(value.split('-')[0])) {
      gaps.push({ kind, text, missing: `${value} years are asked for, ${has.years} are there` });
    }
    if (kind === 'language' && known.size > 0) {
      const { language, level: wanted } = parseLanguage(value);
      const there = known.get(language);
      if (!known.has(language)) gaps.push({ kind, text, missing: language });
      else if (wanted !== undefined && there !== undefined && there < wanted)
        gaps.push({ kind, text, missing: `${language} at a lower level than ${value}` });
    }
  }
  const asked = degreeAsked(posting);
  const degree = degreeOfResume(resume);
  if (asked && degree && !asked.degree.orEquivalent && rankOf(degree.level) < rankOf(asked.degree.level)) {
    gaps.push({ kind: 'degree', text: asked.text, missing: asked.degree.level });
  }
  return gaps;
}
