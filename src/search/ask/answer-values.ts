// Where in a sentence stands a value of the kind that a question asks for.

import { findDates } from '../../recognize/dates.ts';
import { findDurations } from '../../recognize/durations.ts';
import { findEmails } from '../../recognize/emails.ts';
import { findIbans } from '../../recognize/iban.ts';
import { findMoney } from '../../recognize/money.ts';
import { findNumbers } from '../../recognize/numbers.ts';
import { findPercents } from '../../recognize/percents.ts';
import { findPhones } from '../../recognize/phones.ts';
import type { Span } from '../../recognize/sentences.ts';
import { findUrls } from '../../recognize/urls.ts';
import type { AnswerKind } from './question-words.ts';

const finders: Record<AnswerKind, (text: string) => readonly Span[]> = {
  date: findDates,
  duration: findDurations,
  money: findMoney,
  number: findNumbers,
  percent: findPercents,
  name: findNames,
  place: findNames,
  email: findEmails,
  phone: (text) => findPhones(text),
  url: findUrls,
  identifier: (text) => [...findIbans(text), ...findCodes(text)],
};

export function findValues(text: string, kind: AnswerKind): Span[] {
  return finders[kind](text).map(({ start, end }) => ({ start, end }));
}

/** Words with a capital that do not begin a sentence, or several in a row. German writes every noun so: there it says little. */
function findNames(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(
    /\p{Lu}[\p{L}\p{M}'’&.-]*(?:[ ]+(?:(?:of|the|and|de|del|di|van|von|der|du|&)[ ]+)?\p{Lu}[\p{L}\p{M}'’&.-]*)*/gu,
  )) {
    const several = match[0].includes(' ');
    if (/\p{L}{2}/u.test(match[0]) && (several || match.index > 0))
      spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

function findCodes(text: string): Span[] {
  return [
    ...text.matchAll(
      /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}/.-]{0,20}\d)[\p{Lu}\p{N}][\p{Lu}\p{N}/.-]{3,30}(?![\p{L}\p{N}])/gu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
