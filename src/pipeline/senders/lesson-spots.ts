// The places of a document that a lesson leads to, the likeliest first.

import type { FieldSpec } from '../pack.ts';
import type { Reading } from '../reading.ts';
import type { SenderField, ValuePlace } from './sender-lesson.ts';
import { mentionsOfKind, mentionsOfShape, type ValueMention } from './value-mentions.ts';
import { comparePlaces, likeness, type PlaceLikeness, placeOfSpan } from './value-place.ts';

export interface LessonSpot {
  mention: ValueMention;
  likeness: PlaceLikeness;
  score: number;
  /** Of what the place could reach at best. */
  agreement: number;
}

/** Less than this is no place that was learnt. */
const LEAST_AGREEMENT = 0.4;

export function spotsOf(
  reading: Reading,
  field: FieldSpec,
  { places, how }: SenderField | Omit<SenderField, 'value'>,
): LessonSpot[] {
  const mentions =
    how === 'kind'
      ? mentionsOfKind(
          reading,
          field,
          places.map(({ inline }) => inline),
        )
      : [...new Set(places.map(({ shape }) => shape))].flatMap((shape) => mentionsOfShape(reading, shape));
  const spots = mentions.flatMap((mention): LessonSpot[] => {
    const at = placeOfSpan(reading, mention.line, mention.start, mention.end);
    const best = places.map((place, rank) => spotAt(mention, place, { at, rank })).sort((a, b) => b.score - a.score)[0];
    return best && isThere(best) ? [best] : [];
  });
  return spots.sort((a, b) => b.score - a.score);
}

/** The places of a lesson stand in order: a later one is asked where the first does not tell. */
const LATER_PLACE = 1.2;

function spotAt(mention: ValueMention, place: ValuePlace, { at, rank }: { at: ValuePlace; rank: number }): LessonSpot {
  const alike = comparePlaces(place, at);
  // A recognizer that is unsure of what it sees there is less of a reason.
  const score = likeness(alike) + mention.certainty - LATER_PLACE * rank;
  const itself = comparePlaces(place, place);
  const reach = likeness({ ...itself, labels: alike.best });
  return { mention, likeness: alike, score, agreement: score / (reach + 1) };
}

/** A label says so, or it stands at the very spot. */
const isThere = ({ likeness: { labelled, close }, agreement }: LessonSpot): boolean =>
  agreement >= LEAST_AGREEMENT && (labelled || close);
