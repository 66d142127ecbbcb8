// Sentences against what is known: an employer, a year, a number or a length of experience that they tell otherwise. Only what must be
// wrong is told of; a sentence that may be about something else is left alone.

import { splitSentences } from '../../../recognize/sentences.ts';
import type { AssessedSpan, Contradiction } from '../../../write/assessment.ts';
import { contentWords } from './content-words.ts';
import { type Figure, findFigures } from './find-figures.ts';
import { yearIn } from './partial-months.ts';
import { foldName, isSameName } from './same-name.ts';
import type { Said, Told } from './told.ts';

/** Pairs of sentences grow with the square. */
const MOST_SENTENCES = 300;

export interface Sentence {
  text: string;
  span: AssessedSpan;
  /** Employer that it is told of, folded. */
  about: string | undefined;
  title: string;
}

export function sentencesOf({ prose, stations, title }: Told): Sentence[] {
  return prose.flatMap(({ text, span, station }) =>
    splitSentences(text).map(({ start, end }): Sentence => {
      const employer = station === undefined ? undefined : stations[station]?.employer?.text;
      const sentence = text.slice(start, end);
      const within = { ...span, start: span.start + start, end: span.start + end, text: sentence };
      return { text: sentence, span: within, about: employer && foldName(employer), title };
    }),
  );
}

const part = ({ span }: Sentence, start: number, end: number, text: string): AssessedSpan => ({
  ...span,
  start: span.start + start,
  end: span.start + end,
  text,
});

const AT_EMPLOYER =
  /(?<!\p{L})(?:at|joined|bei(?:m)?|employed by|angestellt bei) ((?:\p{Lu}[\p{L}\d&.'’-]*)(?:(?: (?:&|of|and|und|für|for))? \p{Lu}[\p{L}\d&.'’-]*)*)/gu;
const WORKED =
  /(?<!\p{L})(?:work\p{L}*|join\p{L}*|employ\p{L}*|served?|role|position|job|career|years?|since|engineer\p{L}*|manager|lead|led|arbeit\p{L}*|tätig\p{L}*|stelle|angestellt|beschäftigt|seit|jahre\p{L}*|leit\p{L}*)(?!\p{L})/iu;

/** "As an engineer at Umbrella": nobody of that name is in the record. `known`: other names that may stand there. */
export function findOtherEmployers(record: Told, other: Told, known: readonly string[]): Contradiction[] {
  if (record.stations.length === 0) return [];
  const names = [
    ...record.stations.flatMap(({ employer, place }) => [employer?.text, place?.text]),
    ...record.schools.map(({ institution }) => institution?.text),
    ...known,
  ].filter((name) => name !== undefined);
  return sentencesOf(other).flatMap((sentence) => {
    if (!WORKED.test(sentence.text)) return [];
    return [...sentence.text.matchAll(AT_EMPLOYER)].flatMap((match): Contradiction[] => {
      const name = match[1]!.replace(/[.,'’-]+$/, '');
      if (names.some((one) => isSameName(one, name))) return [];
      const start = match.index + match[0].length - match[1]!.length;
      const message = `${other.title} says “${name}”; ${record.title} names no such employer.`;
      return [{ rule: 'careers/other-employer', message, spans: [part(sentence, start, start + name.length, name)] }];
    });
  });
}

const YEAR = /(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d)/g;

/** A year that a sentence tells of one employer, outside of all periods there. */
export function findOtherYears(record: Told, other: Told, now: string): Contradiction[] {
  const last = yearIn(now)!;
  return sentencesOf(other).flatMap((sentence) => {
    const there = record.stations.filter(
      ({ employer }) => employer && ` ${foldName(sentence.text)} `.includes(` ${foldName(employer.text)} `),
    );
    if (there.length === 0 || new Set(there.map(({ employer }) => foldName(employer!.text))).size > 1) return [];
    if (there.some(({ from, to, open }) => !from || !(to || open))) return [];
    const spans = there.flatMap(({ from, to }) => [from!.span, ...(to ? [to.span] : [])]);
    return [...sentence.text.matchAll(YEAR)].flatMap((match): Contradiction[] => {
      const year = Number(match[0]);
      const within = there.some(({ from, to }) => year >= yearIn(from!.text)! && year <= (yearIn(to?.text) ?? last));
      if (within) return [];
      const message = `${other.title} says ${year} of ${there[0]!.employer!.text}; ${record.title} has other years.`;
      const said = part(sentence, match.index, match.index + match[0].length, match[0]);
      return [{ rule: 'careers/other-date', message, spans: [said, ...spans] }];
    });
  });
}

const EXPERIENCE =
  /(?<![\d.,])(\d{1,2})\+? (?:years?|jahren?)(?!\p{L})[^.]{0,40}?(?:experience|erfahrung|berufserfahrung|in (?:the )?industry)/giu;

/** More years of experience than have passed since the first station began. */
export function findTooManyYears(record: Told, other: Told, now: string): Contradiction[] {
  const begins = record.stations.flatMap(({ from }) => (from ? [from] : []));
  const first = begins.toSorted((a, b) => (a.text < b.text ? -1 : 1))[0];
  const firstYear = yearIn(first?.text);
  if (!first || firstYear === undefined || begins.length < record.stations.length) return [];
  const most = yearIn(now)! - firstYear + 1;
  return sentencesOf(other).flatMap((sentence) =>
    [...sentence.text.matchAll(EXPERIENCE)].flatMap((match): Contradiction[] => {
      if (Number(match[1]) <= most) return [];
      const message = `${other.title} says ${match[1]} years of experience; the first station of ${record.title} begins ${first.text}.`;
      const said = part(sentence, match.index, match.index + match[0].length, match[0]);
      return [{ rule: 'careers/too-many-years', message, spans: [said, first.span] }];
    }),
  );
}

/** Two sentences about the same thing with another number of the same: "a team of 12 engineers", "a team of 15 engineers". */
export function findOtherNumbers(texts: readonly Told[]): Contradiction[] {
  const all = texts
    .flatMap(sentencesOf)
    .map((sentence) => ({ sentence, figures: findFigures(sentence.text), words: contentWords(sentence.text) }))
    .filter(({ figures }) => figures.length > 0)
    .slice(0, MOST_SENTENCES);
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b): Contradiction[] => {
      if (a.sentence.about && b.sentence.about && a.sentence.about !== b.sentence.about) return [];
      if (!isAlike(a.words, b.words)) return [];
      const pair = otherFigure(a.figures, b.figures);
      if (!pair) return [];
      const [x, y] = pair;
      const where =
        a.sentence.title === b.sentence.title ? a.sentence.title : `${a.sentence.title} and ${b.sentence.title}`;
      const message = `${where}: “${x.text}” and “${y.text}” of what seems to be the same.`;
      const spans = [part(a.sentence, x.start, x.end, x.text), part(b.sentence, y.start, y.end, y.text)];
      return [{ rule: 'careers/other-number', message, spans }];
    }),
  );
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= 2 && shared >= 0.6 * Math.min(a.size, b.size) && shared >= 0.34 * Math.max(a.size, b.size);
}

/** Of the same unit, where neither sentence says the number of the other. */
function otherFigure(left: readonly Figure[], right: readonly Figure[]): [Figure, Figure] | undefined {
  for (const x of left) {
    for (const y of right) {
      if (x.of === '' || x.of !== y.of || x.value === y.value) continue;
      const said = right.some((one) => one.of === x.of && one.value === x.value);
      const told = left.some((one) => one.of === y.of && one.value === y.value);
      if (!said && !told) return [x, y];
    }
  }
  return undefined;
}

/** A year of graduation in a sentence that names the one school it can mean. */
export function findOtherGraduations(record: Told, other: Told): Contradiction[] {
  const finished = record.schools.filter(({ to }) => to !== undefined);
  return sentencesOf(other).flatMap((sentence) => {
    const match =
      /(?<!\p{L})(?:graduat\p{L}+|abschluss|abgeschlossen|absolviert\p{L}*|degree|diplom\p{L}*|bachelor\p{L}*|master\p{L}*)(?!\p{L})[^.]{0,80}?(?<!\d)((?:19|20)\d\d)(?!\d)/iu.exec(
        sentence.text,
      );
    if (!match) return [];
    const folded = ` ${foldName(sentence.text)} `;
    const named = finished.filter(
      ({ institution }) => institution && folded.includes(` ${foldName(institution.text)} `),
    );
    const [school, ...more] = named.length > 0 ? named : finished;
    if (!school || more.length > 0 || yearIn(school.to!.text) === Number(match[1])) return [];
    const start = match.index + match[0].length - 4;
    const message = `${other.title} says ${match[1]} of a degree that ${record.title} ends in ${school.to!.text}.`;
    const said: Said['span'] = part(sentence, start, start + 4, match[1]!);
    return [{ rule: 'careers/two-graduation-years', message, spans: [said, school.to!.span] }];
  });
}
