// What people's corrections taught of a sender, as candidates on the sender's next document: strong enough that one correction
// turns the choice, and still only candidates.

import { overlapX, overlapY } from '../../document/box.ts';
import { evidenceOfSpan } from '../../document/line-span.ts';
import type { Candidate, Evidence } from '../../document/value.ts';
import { candidateOf, sumSignals } from '../candidate.ts';
import type { DocumentType, FieldSpec } from '../pack.ts';
import type { Reading } from '../reading.ts';
import { layoutSketch } from './layout-sketch.ts';
import { type LessonSpot, spotsOf } from './lesson-spots.ts';
import { SURE_ENOUGH, sameSender } from './same-sender.ts';
import { marksOf } from './sender-keys.ts';
import type { SenderLesson, ValuePlace } from './sender-lesson.ts';
import { meansTheSame, mentionsOfKind } from './value-mentions.ts';
import { comparePlaces, likeness, placeOfSpan } from './value-place.ts';

/** Source of a value that a lesson led to. */
export const LESSON_SOURCE = 'lesson:';
/** Log-odds: above what a good label with all constraints in its favour reaches. */
const LEARNT = 11;
const LEARNT_CONSTANT = 7;
/** What a place that was wrong before loses. */
const WRONG_BEFORE = -7;
const MOST_SPOTS = 2;

/** The candidates with those that lessons add, and with less for places that a person said were wrong. */
export function withLessons(
  reading: Reading,
  type: DocumentType,
  { candidates, lessons }: { candidates: readonly Candidate[]; lessons: readonly SenderLesson[] },
): Candidate[] {
  const counting = lessonsOfSender(reading, type, lessons);
  if (counting.length === 0) return [...candidates];
  return [
    ...candidates.map((candidate) => withDoubt(reading, candidate, counting)),
    ...counting.flatMap((lesson) => {
      const field = type.fields.find(({ path }) => path === lesson.effect.path);
      return field ? candidatesOf(reading, field, lesson) : [];
    }),
  ];
}

interface CountingLesson extends SenderLesson {
  /** That the document is of the lesson's sender. */
  probability: number;
}

/** Those of whoever wrote the document, for its type. */
export function lessonsOfSender(
  reading: Reading,
  type: DocumentType,
  lessons: readonly SenderLesson[],
): CountingLesson[] {
  const ofType = lessons.filter(({ effect }) => effect.type === type.id);
  if (ofType.length === 0) return [];
  const marks = marksOf(reading);
  const layout = layoutSketch(reading);
  return ofType.flatMap((lesson) => {
    const probability = sameSender(lesson.effect.sender, marks, layout);
    return probability >= SURE_ENOUGH ? [{ ...lesson, probability }] : [];
  });
}

function candidatesOf(reading: Reading, field: FieldSpec, lesson: CountingLesson): Candidate[] {
  const { id, effect, probability } = lesson;
  const source = `${LESSON_SOURCE}${id}`;
  const sender = Math.log(probability);
  if (effect.value !== undefined) {
    const signals = { lesson: LEARNT_CONSTANT, sender };
    const value = effect.value;
    const evidence = whereStated(reading, field, value);
    const origin = evidence.length > 0 ? 'read' : 'lookup';
    return [
      candidateOf({ path: field.path, value, raw: evidence[0]?.text ?? value, source, signals, origin }, evidence),
    ];
  }
  return spotsOf(reading, field, effect)
    .slice(0, MOST_SPOTS)
    .map(({ mention, agreement, likeness: alike }: LessonSpot) =>
      candidateOf(
        {
          path: field.path,
          value: mention.value,
          raw: mention.raw,
          source,
          signals: { lesson: LEARNT * Math.min(1, agreement), place: alike.geometry / 3, form: alike.form, sender },
        },
        [evidenceOfSpan(mention.line, mention.start, mention.end)],
      ),
    );
}

/** Where the document itself says what is known of its sender. */
function whereStated(reading: Reading, field: FieldSpec, value: string): Evidence[] {
  const found = mentionsOfKind(reading, field, []).find((mention) => meansTheSame(mention.value, value));
  return found ? [evidenceOfSpan(found.line, found.start, found.end)] : [];
}

function withDoubt(reading: Reading, candidate: Candidate, lessons: readonly CountingLesson[]): Candidate {
  const evidence = candidate.evidence[0];
  if (!evidence || candidate.origin === 'human' || candidate.origin === 'xml') return candidate;
  for (const { effect } of lessons) {
    if (effect.path !== candidate.path || effect.not.length === 0) continue;
    const place = placeOfEvidence(reading, evidence);
    if (!place || !effect.not.some((wrong) => isAlike(wrong, place))) continue;
    if (effect.places.some((right) => likeness(comparePlaces(right, place)) > bestLikeness(effect.not, place)))
      continue;
    const signals = { ...candidate.signals, 'lesson-not': WRONG_BEFORE };
    return { ...candidate, signals, score: sumSignals(signals) };
  }
  return candidate;
}

const bestLikeness = (places: readonly ValuePlace[], place: ValuePlace): number =>
  Math.max(...places.map((one) => likeness(comparePlaces(one, place))));

function isAlike(wrong: ValuePlace, place: ValuePlace): boolean {
  const alike = comparePlaces(wrong, place);
  return (alike.labelled && likeness(alike) > 0.6 * likeness(comparePlaces(wrong, wrong))) || alike.close;
}

function placeOfEvidence(reading: Reading, { page, box, text }: Evidence): ValuePlace | undefined {
  const line = reading.lines.find(
    (each) =>
      each.page === page && overlapX(each.box, box) > 0 && overlapY(each.box, box) > 0 && each.text.includes(text),
  );
  if (!line) return undefined;
  const start = line.text.indexOf(text);
  return placeOfSpan(reading, line, start, start + text.length);
}
