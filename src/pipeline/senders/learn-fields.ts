// What a correction teaches: where on this sender's documents the right value stands, and where a wrong one was read.

import { overlapX, overlapY } from '../../document/box.ts';
import type { Json } from '../../document/value.ts';
import type { DocumentType, FieldKind, FieldSpec } from '../pack.ts';
import type { Reading } from '../reading.ts';
import { spotsOf } from './lesson-spots.ts';
import type { GivenField, SenderField, SenderMarks, ValuePlace } from './sender-lesson.ts';
import { isOfSender, type KnownValues, senderMarksOf } from './sender-marks.ts';
import { meansTheSame, mentionsOfKind, mentionsOfShape, type ValueMention } from './value-mentions.ts';
import { isTelling, placeOfSpan, shapeOf } from './value-place.ts';

const MOST_PLACES = 3;
/** Of many mentions, the first are looked at. */
const MOST_MENTIONS = 40;

/** What a sender's documents always say the same of the sender; never amounts, dates and numbers. */
const CONSTANT_KINDS: ReadonlySet<FieldKind> = new Set(
  'party text address vatId iban bic email phone url country identifier'.split(' ') as FieldKind[],
);

/** What can be learnt of the given fields; a field of which nothing can be learnt is left out. */
export function learnFields(
  reading: Reading,
  type: DocumentType,
  { known, given }: { known: KnownValues; given: readonly GivenField[] },
): SenderField[] {
  const sender = senderMarksOf(reading, type, known);
  if (!sender) return [];
  return given.flatMap((one) => {
    const field = type.fields.find(({ path }) => path === one.path && !path.includes('[]'));
    const learnt = field && learnField(reading, type, { field, sender, given: one });
    return learnt ? [learnt] : [];
  });
}

function learnField(
  reading: Reading,
  type: DocumentType,
  { field, sender, given }: { field: FieldSpec; sender: SenderMarks; given: GivenField },
): SenderField | undefined {
  const base = { sender, type: type.id, path: field.path, title: field.title };
  const not = wrongPlaces(reading, field, given);
  const constant = constantOf(type, field, given.value);
  if (constant !== undefined) return { ...base, places: [], how: 'kind', value: constant, not: [] };
  if (given.value === null) return not.length > 0 ? { ...base, places: [], how: 'kind', not } : undefined;
  const right = (mention: ValueMention): boolean => meansTheSame(mention.value, given.value);
  const byKind = mentionsOfKind(reading, field, []).filter(right);
  const inText = byKind.length > 0 ? byKind : textMentions(reading, field, given.value);
  if (inText.length > 0) {
    const places = placesThatTell(reading, { ...base, how: 'kind', not: [] }, { field, mentions: inText, right });
    if (places.length > 0) return { ...base, places, how: 'kind', not: apartFrom(not, places) };
  }
  if (typeof given.value !== 'string') return undefined;
  const byShape = mentionsOfShape(reading, shapeOf(given.value)).filter(right);
  const places = placesThatTell(reading, { ...base, how: 'shape', not: [] }, { field, mentions: byShape, right });
  return places.length > 0 ? { ...base, places, how: 'shape', not: apartFrom(not, places) } : undefined;
}

function constantOf(type: DocumentType, field: FieldSpec, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length === 0 || value.length > 500) return undefined;
  if (field.kind === 'currency') return value;
  return isOfSender(type, field.path) && CONSTANT_KINDS.has(field.kind) ? value : undefined;
}

/** A text that stands inside a longer line: the words before it are its label. */
function textMentions(reading: Reading, field: FieldSpec, value: unknown): ValueMention[] {
  if (typeof value !== 'string' || value.length < 2) return [];
  return reading.lines.flatMap((line): ValueMention[] => {
    const start = line.text.toLowerCase().indexOf(value.toLowerCase());
    if (start <= 0 || start + value.length < line.text.length) return [];
    const { inline } = placeOfSpan(reading, line, start, line.text.length);
    return mentionsOfKind(reading, field, [inline]).filter(
      (mention) => mention.line === line && meansTheSame(mention.value, value),
    );
  });
}

/** Of the places where the value stands, those that lead to it and to nothing else on this document. */
function placesThatTell(
  reading: Reading,
  lesson: Omit<SenderField, 'places'>,
  {
    field,
    mentions,
    right,
  }: { field: FieldSpec; mentions: readonly ValueMention[]; right: (m: ValueMention) => boolean },
): ValuePlace[] {
  const found: { place: ValuePlace; apart: number }[] = [];
  const seen = new Set<string>();
  for (const { line, start, end } of mentions.slice(0, MOST_MENTIONS)) {
    const key = `${line.page}:${line.index}:${start}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const place = placeOfSpan(reading, line, start, end);
    const spots = spotsOf(reading, field, { ...lesson, places: [place] });
    const best = spots[0];
    if (!best || !right(best.mention)) continue;
    const rival = spots.find(({ mention }) => !right(mention));
    const apart = Math.min(MOST_APART, best.score - (rival?.score ?? best.score - MOST_APART));
    // Two values that are as likely there say nothing.
    if (apart >= LEAST_APART) found.push({ place, apart });
  }
  return found
    .sort((a, b) => b.apart + tellingWords(b.place) - a.apart - tellingWords(a.place))
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
}

/** How much likelier than the next value the right one must be at a place, and what is as good as any. */
const LEAST_APART = 0.3;
const MOST_APART = 5;

/** Kinds of words that lead there; beside another value it stands in the body of a table, where such places are many. */
const tellingWords = ({ inline, left, row, above }: ValuePlace): number =>
  [inline, left, row, above].filter(isTelling).length - (left.includes('9') ? 2 : 0);

/** Where the wrong value was read. */
function wrongPlaces(reading: Reading, field: FieldSpec, { wrong, value }: GivenField): ValuePlace[] {
  if (!wrong) return [];
  const [x0, y0, x1, y1] = wrong.box as [number, number, number, number];
  const found = mentionsOfKind(reading, field, []).find(
    ({ line, value: read }) =>
      line.page === wrong.page &&
      overlapX(line.box, [x0, y0, x1, y1]) > 0 &&
      overlapY(line.box, [x0, y0, x1, y1]) > 0 &&
      !meansTheSame(read as Json, value),
  );
  return found ? [placeOfSpan(reading, found.line, found.start, found.end)] : [];
}

/** A span of dates gives two fields from one place: the place of the right value is never a wrong one. */
function apartFrom(not: readonly ValuePlace[], places: readonly ValuePlace[]): ValuePlace[] {
  return not.filter((one) =>
    places.every((place) => one.x0 !== place.x0 || one.y !== place.y || one.page !== place.page),
  );
}
