// Two texts about one person, station by station: an employer that the record does not know, other dates, another title, another level
// of a language.

import type { AssessedSpan, Contradiction } from '../../../write/assessment.ts';
import { differ, monthsOf } from './partial-months.ts';
import { isSameName } from './same-name.ts';
import type { Said, Told, ToldStation } from './told.ts';

/** `record` is what is believed; `other` is compared with it. */
export function compareStations(record: Told, other: Told): Contradiction[] {
  if (record.stations.length === 0) return [];
  return [
    ...other.stations.flatMap((station) => ofStation(station, record, other)),
    ...ofLanguages(record, other),
    ...ofName(record, other),
  ];
}

const bothSpans = (a: Said, b: Said): AssessedSpan[] => [a.span, b.span];

function ofStation(station: ToldStation, record: Told, other: Told): Contradiction[] {
  const { employer, position } = station;
  if (!employer) return [];
  const there = record.stations.filter((one) => one.employer && isSameName(one.employer.text, employer.text));
  if (there.length === 0) {
    const message = `${other.title} names ${employer.text}, which ${record.title} does not.`;
    return [{ rule: 'careers/other-employer', message, spans: [employer.span] }];
  }
  const titled = there.filter((one) => one.position && position && isSameName(one.position.text, position.text));
  // Several roles at one employer: the one with the title, or the only one.
  const same = titled.length === 1 ? titled[0]! : there.length === 1 ? there[0]! : undefined;
  if (!same) {
    const fits = there.some((one) => !one.position || !position || isSameName(one.position.text, position.text));
    return fits || !position ? [] : [otherTitle(position, there[0]!.position!, other, record)];
  }
  const found: Contradiction[] = [];
  if (position && same.position && !isSameName(position.text, same.position.text))
    found.push(otherTitle(position, same.position, other, record));
  for (const [what, told, known] of [
    ['begins', station.from, same.from],
    ['ends', station.to, same.to],
  ] as const) {
    if (!told || !known || !differ(told.text, known.text)) continue;
    const message = `${employer.text} ${what} ${told.text} in ${other.title} and ${known.text} in ${record.title}.`;
    found.push({ rule: 'careers/other-date', message, spans: bothSpans(told, known) });
  }
  if (station.open && same.to && monthsOf(same.to.text)) {
    const message = `${employer.text} goes on in ${other.title} and ended ${same.to.text} in ${record.title}.`;
    found.push({ rule: 'careers/other-date', message, spans: [employer.span, same.to.span] });
  }
  return found;
}

function otherTitle(told: Said, known: Said, other: Told, record: Told): Contradiction {
  const message = `The title is “${told.text}” in ${other.title} and “${known.text}” in ${record.title}.`;
  return { rule: 'careers/other-title', message, spans: bothSpans(told, known) };
}

function ofLanguages(record: Told, other: Told): Contradiction[] {
  return other.languages.flatMap(({ language, level }) => {
    const known = record.languages.find((one) => isSameName(one.language.text, language.text));
    if (!level || !known?.level || isSameName(level.text, known.level.text)) return [];
    const message = `${language.text} is “${level.text}” in ${other.title} and “${known.level.text}” in ${record.title}.`;
    return [{ rule: 'careers/other-language-level', message, spans: bothSpans(level, known.level) }];
  });
}

/** Each word of the shorter name stands in the longer one, or begins one. */
function ofName(record: Told, other: Told): Contradiction[] {
  const [a, b] = [record.name, other.name];
  if (!a || !b) return [];
  const [left, right] = [wordsOf(a.text), wordsOf(b.text)];
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  const isIn = (word: string): boolean => longer.some((one) => one.startsWith(word) || word.startsWith(one));
  if (shorter.every(isIn)) return [];
  const message = `The name is “${b.text}” in ${other.title} and “${a.text}” in ${record.title}.`;
  return [{ rule: 'careers/other-name', message, spans: bothSpans(b, a) }];
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .match(/\p{L}+/gu) ?? [];
