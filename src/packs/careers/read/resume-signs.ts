// What the structure of a paper says for a résumé, each 0–1.

import type { Reading } from '../../../pipeline/reading.ts';
import { findEmails } from '../../../recognize/emails.ts';
import { findPeriods } from '../../../recognize/periods.ts';
import { personNameScore } from '../../../recognize/person-names.ts';
import { findPhones } from '../../../recognize/phones.ts';
import type { SectionKind } from '../locales/section-titles.ts';
import { degreeScore, positionScore } from './judge-text.ts';
import type { Row } from './row.ts';
import { resumeRows } from './rows.ts';
import { isPaperTitle, sectionTitleOf } from './section-title.ts';
import { findSections } from './sections.ts';

export interface ResumeSigns {
  sections: number;
  person: number;
  periods: number;
  /** Positions with their periods, and degrees: what a life is told in, whatever its titles are called. */
  career: number;
}

/** Without one of these a paper with sections is a report, a form or a job posting. */
const CORE: readonly SectionKind[] = ['work', 'education'];
const TELLING: readonly SectionKind[] = [
  ...CORE,
  'skills',
  'languages',
  'certificates',
  'projects',
  'publications',
  'awards',
  'volunteer',
  'interests',
  'references',
];
const HEAD_LINES = 14;
/** Rows that are looked at: long papers are something else. */
const MOST_ROWS = 1500;

export function resumeSigns(reading: Reading): ResumeSigns {
  return reading.derive('careers/resume-signs', () => readSigns(reading));
}

function readSigns(reading: Reading): ResumeSigns {
  const rows = resumeRows(reading).slice(0, MOST_ROWS);
  const kinds = new Set<string>(findSections(rows).map(({ kind }) => kind));
  let periods = 0;
  for (const { text } of rows) if (/\d{2}/.test(text) && periods < 8) periods += spansIn(text);
  const core = CORE.filter((kind) => kinds.has(kind)).length;
  const others = TELLING.filter((kind) => kinds.has(kind)).length - core;
  return {
    sections: core === 0 || core + others < 2 ? 0 : Math.min(1, 0.3 * core + 0.2 * Math.min(3, others)),
    person: personOnTop(rows.slice(0, HEAD_LINES).map(({ text }) => text)),
    periods: Math.min(1, periods / 3),
    career: periods === 0 ? 0 : careerOf(rows),
  };
}

function careerOf(rows: readonly Row[]): number {
  const positions = rows.filter(
    ({ text }, i) =>
      text.length < 110 &&
      positionScore(text) >= 0.55 &&
      rows.slice(Math.max(0, i - 1), i + 3).some((near) => spansIn(near.text) > 0),
  ).length;
  const degrees = rows.filter(
    ({ text }) => text.length < 160 && degreeScore(text) >= 0.55 && /\p{Lu}/u.test(text),
  ).length;
  return 0.25 * Math.min(2, positions) + 0.25 * Math.min(2, degrees);
}

/** A date alone is on every paper. */
const spansIn = (text: string): number => findPeriods(text).filter(({ value }) => !value.single).length;

function personOnTop(head: readonly string[]): number {
  const named = head.some((text) => !isPaperTitle(text) && !sectionTitleOf(text) && personNameScore(text) >= 0.4);
  const reached = head.some((text) => findEmails(text).length > 0);
  const called = head.some((text) => findPhones(text).length > 0);
  if (!reached && !called) return 0;
  return (named ? 0.5 : 0.1) + (reached ? 0.35 : 0) + (called ? 0.15 : 0);
}
