// Sections of a posting as fields: the same for what a page shows and for the description that a feed states.

import { employmentWords, workplaceWords } from '../locales/fact-words.ts';
import type { PostingSection } from '../locales/section-titles.ts';
import type { PostingItem } from '../text/posting-item.ts';
import { type PostingPart, splitSections } from '../text/sections.ts';
import { type Found, foundIn } from './found.ts';
import { readAsked } from './read-asked.ts';
import { findSalary } from './salary.ts';

const MOST_TEXT = 8000;
/** Pieces that are kept as evidence of a long text. */
const MOST_PLACES = 40;

export function readBody(items: readonly PostingItem[]): Found[] {
  const parts = splitSections(items);
  return [
    ...textOf(parts, 'responsibilities', ['responsibilities']),
    ...textOf(parts, 'qualifications', ['requirements', 'nice', 'skills', 'education', 'languages']),
    ...textOf(parts, 'jobBenefits', ['benefits']),
    ...readAsked(parts),
    ...readSalary(parts),
    ...readMode(parts),
  ];
}

/** The items of these sections, one a line. */
function textOf(parts: readonly PostingPart[], path: string, sections: readonly PostingSection[]): Found[] {
  return joined(
    path,
    parts.filter(({ section }) => sections.includes(section)).flatMap(({ items }) => items),
  );
}

export function joined(path: string, items: readonly PostingItem[]): Found[] {
  const places: Found['places'][number][] = [];
  let value = '';
  for (const item of items) {
    if (value.length + item.text.length > MOST_TEXT) break;
    value += value === '' ? item.text : `\n${item.text}`;
    if (places.length < MOST_PLACES) places.push({ item, start: 0, end: item.text.length });
  }
  return value === '' ? [] : [{ path, value, places, source: 'careers/section', sure: 0.85 }];
}

function readSalary(parts: readonly PostingPart[]): Found[] {
  let best: { item: PostingItem; salary: NonNullable<ReturnType<typeof findSalary>> } | undefined;
  for (const { section, items } of parts) {
    if (section === 'company' || section === 'legal') continue;
    for (const item of items) {
      if (!/\d/.test(item.text)) continue;
      const salary = findSalary(item.text, { labelled: section === 'salary' });
      if (salary && (!best || salary.sure > best.salary.sure)) best = { item, salary };
    }
  }
  if (!best) return [];
  const { item, salary } = best;
  const { start, end, min, max, currency, unit, unitStated, sure } = salary;
  const at = { start, end, source: 'salary', sure };
  return [
    ...(min === undefined ? [] : [foundIn('baseSalary.min', item, { ...at, value: min })]),
    ...(max === undefined ? [] : [foundIn('baseSalary.max', item, { ...at, value: max })]),
    ...(currency === undefined ? [] : [foundIn('baseSalary.currency', item, { ...at, value: currency })]),
    foundIn('baseSalary.unit', item, { ...at, value: unit, sure: unitStated ? sure : 0.75 * sure }),
  ];
}

/** Employment and workplace from running text, where no line of facts says them: weaker than that. */
function readMode(parts: readonly PostingPart[]): Found[] {
  const found: Found[] = [];
  for (const { section, items } of parts) {
    if (section === 'company' || section === 'legal' || section === 'requirements' || section === 'nice') continue;
    for (const item of items) {
      for (const [value, pattern] of workplaceWords) {
        const match = pattern.exec(item.text);
        if (!match) continue;
        const sure = value === 'hybrid' ? 0.7 : section === 'benefits' ? 0.4 : 0.55;
        found.push(
          foundIn('jobLocationType', item, {
            value,
            start: match.index,
            end: match.index + match[0].length,
            source: 'running-text',
            sure,
          }),
        );
        break;
      }
      for (const [value, pattern] of employmentWords.slice(2, 5)) {
        const match = pattern.exec(item.text);
        // "full" of "full responsibility", "contract" of "contract terms": only what is called so in so many words.
        if (!match || match[0].length < 6 || !/time|zeit|temps|jornada|freelance|freiberuf/iu.test(match[0])) continue;
        found.push(
          foundIn('employmentType', item, {
            value,
            start: match.index,
            end: match.index + match[0].length,
            source: 'running-text',
            sure: 0.55,
          }),
        );
        break;
      }
    }
  }
  return found.slice(0, 12);
}
