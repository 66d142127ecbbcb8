// How much a sentence says for a job and in a style: what comes first, and what may be left out.

import { contentWords } from '../facts/content-words.ts';
import { hasFigure } from '../facts/find-figures.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { findSkills } from '../skills/find-skills.ts';
import { isHardSkill } from '../skills/skill.ts';
import type { AskedSkill } from './asked-of-text.ts';
import type { Tailoring, TailoringStyle } from './options.ts';

const MUST = 4;
const NICE = 2;
const MOST_SHARED = 3;
const MOST_TOOLS = 2;

const MANAGES =
  /(?<!\p{L})(?:led|lead|manag\p{L}*|team|budget\p{L}*|revenue|sales|cost\p{L}*|stakeholder\p{L}*|hired|recruit\p{L}*|mentor\p{L}*|strateg\p{L}*|negotiat\p{L}*|coordinat\p{L}*|supervis\p{L}*|leit\p{L}*|führ\p{L}*|umsatz\p{L}*|kosten\p{L}*|verantwort\p{L}*|koordin\p{L}*)(?!\p{L})|[€$£%]/iu;
const CREATES =
  /(?<!\p{L})(?:design\p{L}*|creat\p{L}*|brand\p{L}*|campaign\p{L}*|content|story\p{L}*|concept\p{L}*|launch\p{L}*|wrote|illustrat\p{L}*|prototyp\p{L}*|user|audience|visual\p{L}*|idea\p{L}*|gestalt\p{L}*|kampagne\p{L}*|konzept\p{L}*|marke\p{L}*|inhalt\p{L}*|idee\p{L}*)(?!\p{L})/iu;
const OF_STYLE = 2;

export interface Relevance {
  /** What it has to do with the job; 0: nothing that can be seen. */
  toJob: number;
  /** With what it is ordered. */
  rank: number;
}

export type Judge = (text: string) => Relevance;

export function openRelevance(asked: readonly AskedSkill[], { style, jobDescription }: Tailoring): Judge {
  const levels = new Map(asked.map(({ id, level }) => [id, level]));
  const words = contentWords(jobDescription ?? '');
  return (text) => {
    const skills = new Set(findSkills(text, currentTaxonomy()).map(({ skill }) => skill));
    const points = [...skills].map(({ id }) => (levels.has(id) ? (levels.get(id) === 'must' ? MUST : NICE) : 0));
    const shared = [...contentWords(text)].filter((word) => words.has(word)).length;
    const toJob = points.reduce<number>((sum, one) => sum + one, 0) + Math.min(MOST_SHARED, shared);
    const tools = Math.min(MOST_TOOLS, [...skills].filter(isHardSkill).length);
    return { toJob, rank: toJob + pointsOfStyle(text, style, tools) + (hasFigure(text) ? 1 : 0) };
  };
}

function pointsOfStyle(text: string, style: TailoringStyle, tools: number): number {
  if (style === 'technical') return tools;
  return (style === 'management' ? MANAGES : CREATES).test(text) ? OF_STYLE : 0;
}

/** The highest first, equals as they were. */
export const ranked = <T>(items: readonly T[], rankOf: (item: T) => number): T[] =>
  items
    .map((item, i) => ({ item, i, rank: rankOf(item) }))
    .sort((a, b) => b.rank - a.rank || a.i - b.i)
    .map(({ item }) => item);
