// What tells a résumé: what it calls itself, titles of its sections, and a structure that other papers lack.

import type { TypeCue, TypeSignal } from '../../pipeline/pack.ts';
import { paperTitles } from './locales/section-titles.ts';
import { resumeSigns } from './read/resume-signs.ts';

/** Words that stand on many other papers' first pages too. */
const VAGUE_TITLES = new Set(['resume', 'résumé', 'vita', 'vitae', 'cv', 'c v', 'curriculum', 'europass', 'currículo']);

export const resumeSignals: readonly TypeSignal[] = [
  { phrases: paperTitles.filter((title) => !VAGUE_TITLES.has(title)), weight: 4, where: 'title' },
  { phrases: paperTitles.filter((title) => VAGUE_TITLES.has(title)), weight: 2, where: 'title' },
];

export const resumeCues: readonly TypeCue[] = [
  { id: 'sections of a résumé', weight: 8, measure: (reading) => resumeSigns(reading).sections },
  { id: 'a person with contact details on top', weight: 2, measure: (reading) => resumeSigns(reading).person },
  { id: 'positions with periods, and degrees', weight: 3, measure: (reading) => resumeSigns(reading).career },
  { id: 'periods of employment or study', weight: 1.5, measure: (reading) => resumeSigns(reading).periods },
];
