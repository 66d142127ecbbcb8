// The kind of lesson that corrections teach of a sender: its shape, its words, and how it is tried on the sender's past documents.

import type { Json } from '../../document/value.ts';
import type { BackTestReport, CountedLesson } from '../../learn/lesson.ts';
import type { BackTestDeps, LessonKind, PastRecord } from '../../learn/lesson-kind.ts';
import { LESSON_SOURCE } from './apply-lessons.ts';
import { type SenderField, senderFieldSchema, type ValuePlace } from './sender-lesson.ts';
import { meansTheSame } from './value-mentions.ts';
import { isTelling } from './value-place.ts';

export const SENDER_FIELD = 'sender-field';

const RECORDS_LOOKED_AT = 200;
/** Reading takes seconds: so many documents are read again. */
const DOCUMENTS_READ = 10;

export const senderFieldKind: LessonKind = {
  id: SENDER_FIELD,
  title: 'Where a sender puts a field',
  scopes: ['sender'],
  effect: senderFieldSchema,
  backTest: testOnPast,
};

type Tally = Omit<BackTestReport, 'contentHash'>;

/** The lesson may change what is read of its sender's documents only where a person changed it, and to the same. */
async function testOnPast(lesson: CountedLesson, { pastRecords, readAgain, signal }: BackTestDeps): Promise<Tally> {
  const effect = senderFieldSchema.parse(lesson.effect);
  const tally: Tally = { n: 0, improved: 0, worsened: 0, unchanged: 0 };
  const past = await pastRecords({ type: effect.type, limit: RECORDS_LOOKED_AT });
  for (const one of likelyOfSender(past, effect)) {
    signal.throwIfAborted();
    const read = (await readAgain(one.documentId, lesson)).find(({ type }) => type === effect.type);
    if (read) count(tally, one, { path: effect.path, now: read.fields[effect.path], lessonId: lesson.id });
  }
  return tally;
}

/** What nobody went over is no case: the sender's other documents were misread in the same place, most likely. */
function likelyOfSender(past: readonly PastRecord[], { sender, path }: SenderField): PastRecord[] {
  const own = new Set(sender.keys.map((key) => bare(key.slice(key.indexOf(':') + 1))));
  const isCorrected = ({ corrections }: PastRecord): boolean =>
    corrections.some((correction) => correction.path === path);
  const rank = (one: PastRecord): number =>
    (isCorrected(one) ? 2 : 0) +
    (Object.values(one.record.fields).some(({ value }) => typeof value === 'string' && own.has(bare(value))) ? 3 : 0);
  return past
    .filter((one) => one.approved || isCorrected(one))
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, DOCUMENTS_READ)
    .map(({ one }) => one);
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function count(
  tally: Tally,
  { record, corrections }: PastRecord,
  { path, now, lessonId }: { path: string; now: { value: Json; source: string } | undefined; lessonId: string },
): void {
  const correction = corrections.findLast((one) => one.path === path);
  const truth = correction ? correction.after?.value : record.fields[path]?.value;
  const isRight = now === undefined ? truth === undefined : meansTheSame(now.value, truth);
  const isItsDoing = now?.source === `${LESSON_SOURCE}${lessonId}`;
  // Another sender's document, and one that it says nothing of: no case.
  if (!isItsDoing && (isRight || !correction) && !(correction && isRight)) return;
  tally.n++;
  if (correction && isRight) tally.improved++;
  else if (!correction && !isRight) tally.worsened++;
  else tally.unchanged++;
}

/** "On documents of ACME (DE123…) the invoice number stands right of “beleg nr”." */
export function wordsOfLesson({ sender, title, places, value, not }: SenderField): string {
  const key = sender.keys.find((each) => /^(?:vat|iban|domain|phone):/.test(each));
  const name = sender.name ?? 'this sender';
  const whose = `On documents of ${name}${key ? ` (${key.slice(key.indexOf(':') + 1)})` : ''}`;
  if (value !== undefined) return `${whose}, ${title} is “${value}”.`;
  const [place] = places;
  if (!place) return `${whose}, ${title} is not what stands ${spotInWords(not[0])}.`;
  return `${whose}, ${title} stands ${spotInWords(place)}.`;
}

function spotInWords(place: ValuePlace | undefined): string {
  if (!place) return 'where it was read';
  const says = (words: readonly string[]): boolean => isTelling(words) && !words.includes('9');
  const quote = (words: readonly string[]): string => `“${words.join(' ').replaceAll('#', ' ')}”`;
  if (says(place.inline)) return `right after ${quote(place.inline)}`;
  if (says(place.left)) return `right of ${quote(place.left)}`;
  if (says(place.above)) return `below ${quote(place.above)}`;
  if (says(place.row)) return `in the row ${quote(place.row)}`;
  if (says(place.head)) return `in the column ${quote(place.head)}`;
  const height = place.y < 0.33 ? 'at the top' : place.y < 0.66 ? 'in the middle' : 'at the bottom';
  return `${height} of ${place.page === 0 ? 'the first page' : 'a later page'}`;
}
