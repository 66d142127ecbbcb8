// The impact score: how much of what readers and screening programs look for a text has. A sum of parts, each shown. The formula is
// written down in docs/careers-writing.md; whoever changes it raises the version.

import type { ImpactScore, ScorePart, Wanted } from '../../../write/assessment.ts';
import { hasFigure } from '../facts/find-figures.ts';
import { hasWeakWords, isWellLong, opensWithAction, tenseOf, wordCount } from './bullet-signs.ts';
import type { TextLanguage } from './resume-language.ts';

export const IMPACT_VERSION = 'impact-1';

/** `value` null: nothing to judge. */
export type JudgedPart = Pick<ScorePart, 'id' | 'title' | 'weight' | 'value' | 'why'>;

/** What cannot be judged gives its weight to the others. */
export function sumParts(parts: readonly JudgedPart[]): ImpactScore {
  const all = parts.reduce((sum, { weight, value }) => sum + (value === null ? 0 : weight), 0);
  const shown = parts.map((part): ScorePart => {
    const points = part.value === null || all === 0 ? 0 : (100 * part.weight * part.value) / all;
    return { ...part, points: Math.round(points * 10) / 10 };
  });
  // Of what is shown, so that whoever adds the parts up gets the score.
  const sum = shown.reduce((total, { points }) => total + points, 0);
  return { version: IMPACT_VERSION, score: Math.min(100, Math.round(sum)), parts: shown };
}

/** A must counts twice. */
export function askedPart(wanted: readonly Wanted[], weight: number): JudgedPart {
  const of = wanted.reduce((sum, { level }) => sum + (level === 'must' ? 2 : 1), 0);
  const said = wanted.filter(({ state }) => state === 'said');
  const got = said.reduce((sum, { level }) => sum + (level === 'must' ? 2 : 1), 0);
  return {
    id: 'asked-skills',
    title: 'Skills that the job asks for',
    weight,
    value: of === 0 ? null : got / of,
    why:
      of === 0
        ? 'No job description names a skill.'
        : `${said.length} of ${wanted.length} are said; a must counts twice.`,
  };
}

interface SharePart {
  id: string;
  title: string;
  weight: number;
  texts: readonly string[];
  holds: (text: string) => boolean;
  /** From this share on it is full. */
  full?: number;
  of: string;
}

export function sharePart({ id, title, weight, texts, holds, full = 1, of }: SharePart): JudgedPart {
  const count = texts.filter(holds).length;
  return {
    id,
    title,
    weight,
    value: texts.length === 0 ? null : Math.min(1, count / texts.length / full),
    why: texts.length === 0 ? 'There is no text to judge.' : `${count} of ${texts.length} ${of}`,
  };
}

/** Half of the bullets with a figure are enough: not everything can be counted. */
const ENOUGH_FIGURES = 0.5;

export const figuresPart = (texts: readonly string[], weight: number): JudgedPart =>
  sharePart({
    id: 'figures',
    title: 'Figures',
    weight,
    texts,
    holds: hasFigure,
    full: ENOUGH_FIGURES,
    of: 'have a figure; half of them is full.',
  });

export const weakWordsPart = (texts: readonly string[], weight: number): JudgedPart =>
  sharePart({
    id: 'weak-words',
    title: 'No weak words',
    weight,
    texts,
    holds: (text) => !hasWeakWords(text),
    of: 'have no weak opening and no empty word.',
  });

export const lengthPart = (texts: readonly string[], weight: number): JudgedPart =>
  sharePart({ id: 'length', title: 'Length', weight, texts, holds: isWellLong, of: 'have 5 to 32 words.' });

export const actionsPart = (texts: readonly string[], weight: number, language: TextLanguage): JudgedPart =>
  sharePart({
    id: 'actions',
    title: 'Opens with an action',
    weight,
    texts,
    holds: (text) => opensWithAction(text, language),
    of: 'open with what was done.',
  });

export interface TensedText {
  text: string;
  /** Of a station that ended. */
  ended: boolean;
}

/** What ended is told in the past; what goes on in one tense. English alone. */
export function tensePart(texts: readonly TensedText[], weight: number, language: TextLanguage): JudgedPart {
  const part = { id: 'tense', title: 'Tense', weight };
  const told = texts.flatMap(({ text, ended }) => {
    const tense = language === 'en' ? tenseOf(text) : undefined;
    return tense === undefined ? [] : [{ tense, ended }];
  });
  if (told.length === 0) return { ...part, value: null, why: 'No tense can be told.' };
  const going = told.filter(({ ended }) => !ended);
  const present = going.filter(({ tense }) => tense === 'present').length;
  const past = going.filter(({ tense }) => tense === 'past').length;
  const fits = told.filter(({ tense, ended }) =>
    tense === 'either' ? true : ended ? tense === 'past' : (tense === 'present') === present >= past,
  ).length;
  return {
    ...part,
    value: fits / told.length,
    why: `${fits} of ${told.length} are in the past where the job ended, and alike where it goes on.`,
  };
}

/** A text that should have so many words; half as many or twice as many get nothing. */
export function sizePart(
  part: Pick<JudgedPart, 'id' | 'title' | 'weight'>,
  text: string,
  [least, most]: [number, number],
): JudgedPart {
  const words = wordCount(text);
  const value =
    words < least
      ? Math.max(0, (words - least / 2) / (least / 2))
      : words > most
        ? Math.max(0, 1 - (words - most) / most)
        : 1;
  return { ...part, value, why: `${words} words; ${least} to ${most} are full.` };
}
