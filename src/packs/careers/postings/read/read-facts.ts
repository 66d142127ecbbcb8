// Facts of a job where a posting prints them on top or as "Label: value": place, employment, workplace, seniority, pay.

import { foldPlace } from '../../../../recognize/countries.ts';
import { employmentWords, factLabels, levelWords, workplaceWords } from '../locales/fact-words.ts';
import { type PostingItem, partOf } from '../text/posting-item.ts';
import { type Found, foundIn } from './found.ts';
import { countryOf, placesScore } from './location.ts';
import { findSalary } from './salary.ts';

export type FactKind = keyof typeof factLabels;

const kinds = new Map<string, FactKind>();
for (const [kind, labels] of Object.entries(factLabels) as [FactKind, readonly string[]][]) {
  for (const label of labels) if (!kinds.has(foldPlace(label))) kinds.set(foldPlace(label), kind);
}

export const factKindOf = (label: string): FactKind | undefined => kinds.get(foldPlace(label));

/** "Label: value" in one item; the value as an item. */
export function labelledFact(item: PostingItem): { kind: FactKind; value: PostingItem } | undefined {
  const match = /^([^:：|]{2,40})\s*[:：|]\s*(?=\S)/u.exec(item.text);
  const kind = match && factKindOf(match[1]!.replace(/^\p{So}\s*/u, ''));
  if (!match || !kind) return undefined;
  const value = partOf(item, match[0].length);
  return value.text.length > 0 && value.text.length <= 160 ? { kind, value } : undefined;
}

/** What a value says as a fact of this kind. `sure`: how certain it is that it is one. */
export function readFact(kind: FactKind, value: PostingItem, sure: number): Found[] {
  const at = { source: 'fact', sure };
  switch (kind) {
    case 'title':
      return [];
    case 'company':
      return [foundIn('hiringOrganization.name', value, at)];
    case 'location':
      return readPlace(value, sure);
    case 'employment':
      return readEmployment(value, sure);
    case 'workplace':
      return readWorkplace(value, sure);
    case 'level':
      return readLevel(value, sure);
    case 'salary': {
      const salary = findSalary(value.text, { labelled: true });
      if (!salary) return [];
      const { start, end, min, max, currency, unit, unitStated } = salary;
      return [
        ...(min === undefined ? [] : [foundIn('baseSalary.min', value, { ...at, value: min, start, end })]),
        ...(max === undefined ? [] : [foundIn('baseSalary.max', value, { ...at, value: max, start, end })]),
        ...(currency === undefined
          ? []
          : [foundIn('baseSalary.currency', value, { ...at, value: currency, start, end })]),
        foundIn('baseSalary.unit', value, {
          value: unit,
          start,
          end,
          source: 'fact',
          sure: unitStated ? sure : 0.7 * sure,
        }),
      ];
    }
  }
}

export function readPlace(item: PostingItem, sure: number): Found[] {
  const bracket = /\s*[([][^)\]]*(?:remote|hybrid|on-?site|office|m\/w\/d)[^)\]]*[)\]]/iu.exec(item.text);
  const end = bracket ? bracket.index : item.text.length;
  const text = item.text
    .slice(0, end)
    .replace(
      /\s*(?:,|\/|\bor\b|\boder\b|\bou\b|\|)\s*(?:fully |100 ?% )?(?:remote|home ?office|vor ort|on-?site|hybrid)(?!\p{L}).*$/iu,
      '',
    )
    .replace(/[\s,|–-]+$/u, '');
  const mode = readWorkplace(item, 0.85 * sure);
  const only = text
    .replace(/(?<!\p{L})(?:fully |100 ?% )?(?:remote|hybrid|on-?site|home ?office)(?!\p{L})/giu, '')
    .replace(/[\s,()/|–-]+/gu, '');
  if (only === '') return mode;
  const country = countryOf(text);
  return [
    foundIn('jobLocation', item, { start: 0, end: text.length, source: 'fact', sure }),
    ...(country
      ? [foundIn('jobCountry', item, { value: country, start: 0, end: text.length, source: 'fact', sure: 0.9 * sure })]
      : []),
    ...mode,
  ];
}

export function readEmployment(item: PostingItem, sure: number): Found[] {
  const named = employmentWords
    .flatMap(([value, pattern]) => {
      const match = pattern.exec(item.text);
      return match ? [{ value, start: match.index, end: match.index + match[0].length }] : [];
    })
    // "Voll-/Teilzeit", "Full-time or part-time": in the order of the page.
    .sort((a, b) => a.start - b.start);
  const [first, ...others] = named;
  if (!first) return [];
  return [
    foundIn('employmentType', item, { ...first, source: 'fact', sure }),
    ...others
      .slice(0, 3)
      .map((one, i) => foundIn(`otherEmploymentTypes[${i}]`, item, { ...one, source: 'fact', sure: 0.85 * sure })),
  ];
}

export function readWorkplace(item: PostingItem, sure: number): Found[] {
  for (const [value, pattern] of workplaceWords) {
    const match = pattern.exec(item.text);
    if (match)
      return [
        foundIn('jobLocationType', item, {
          value,
          start: match.index,
          end: match.index + match[0].length,
          source: 'fact',
          sure,
        }),
      ];
  }
  return /^(?:yes|ja|oui|sí)$/iu.test(item.text)
    ? [foundIn('jobLocationType', item, { value: 'remote', source: 'fact', sure: 0.6 * sure })]
    : [];
}

export function readLevel(item: PostingItem, sure: number): Found[] {
  for (const [value, pattern] of levelWords) {
    const match = pattern.exec(item.text);
    if (match)
      return [
        foundIn('experienceLevel', item, {
          value,
          start: match.index,
          end: match.index + match[0].length,
          source: 'fact',
          sure,
        }),
      ];
  }
  return [];
}

const PARTS = /\s+[|•·‧∙–—-]\s+|\s*[|•·]\s*|\s{3,}/gu;

/** "Berlin, Germany · Full-time · Hybrid · €60k–75k": a line of facts under the title. */
export function readFactLine(item: PostingItem): Found[] {
  if (item.text.length > 180 || item.bullet) return [];
  const pieces = piecesOf(item);
  if (pieces.length === 1) {
    const score = placesScore(item.text);
    if (score >= 0.7) return readPlace(item, 0.85 * score);
    if (item.text.length > 70 || /[.!?]$/.test(item.text)) return [];
    return [...readEmployment(item, 0.75), ...readWorkplace(item, 0.8)];
  }
  return pieces.flatMap((piece, i): Found[] => {
    const salary = /\d/.test(piece.text) ? readFact('salary', piece, 0.8) : [];
    if (salary.length > 0) return salary;
    const employment = piece.text.split(' ').length <= 5 ? readEmployment(piece, 0.85) : [];
    const score = placesScore(piece.text);
    // The first of several is the employer's name unless it names a country or region.
    if (score >= (i === 0 ? 0.7 : 0.25) && employment.length === 0) return readPlace(piece, score >= 0.7 ? 0.88 : 0.58);
    return [...employment, ...(piece.text.split(' ').length <= 6 ? readWorkplace(piece, 0.85) : [])];
  });
}

function piecesOf(item: PostingItem): PostingItem[] {
  const pieces: PostingItem[] = [];
  let from = 0;
  for (const match of item.text.matchAll(PARTS)) {
    pieces.push(partOf(item, from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(partOf(item, from));
  return pieces.filter(({ text }) => text !== '');
}
