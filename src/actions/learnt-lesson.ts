// What was learnt of a sender, as the lesson that will hold it: the same for whoever keeps it and for whoever only tries it.

import type { Json } from '../document/value.ts';
import type { CountedLesson, LessonContent } from '../learn/lesson.ts';
import { lessonConfidence } from '../learn/lesson-confidence.ts';
import { SENDER_FIELD, wordsOfLesson } from '../pipeline/senders/sender-field-kind.ts';
import type { SenderField } from '../pipeline/senders/sender-lesson.ts';
import { endOfUnused } from './sender-lessons.ts';

export interface Learnt {
  lessonId: string;
  recordId: string;
  effect: SenderField;
}

export function contentOfLearnt(effect: SenderField): LessonContent {
  return {
    text: wordsOfLesson(effect),
    effect: effect as unknown as Json,
    tags: [effect.type],
    context: {},
    expiresAt: endOfUnused(),
  };
}

/** The sender's own number, where it has one. */
export function scopeOfSender({ sender }: SenderField): { kind: 'sender'; id: string } {
  const order = ['vat:', 'iban:', 'name:', 'phone:', 'domain:'];
  const id = order.flatMap((start) => sender.keys.filter((key) => key.startsWith(start)))[0] ?? sender.keys[0]!;
  return { kind: 'sender', id };
}

/** Before anything is known of it but where it comes from. */
export function lessonToTry({ lessonId: id, recordId, effect }: Learnt, content: LessonContent): CountedLesson {
  const now = new Date().toISOString();
  const counts = { helpful: 0, harmful: 0, applied: 0 };
  return {
    ...content,
    ...counts,
    id,
    scope: scopeOfSender(effect),
    kind: SENDER_FIELD,
    state: 'proposed',
    stateReason: null,
    sources: [{ kind: 'correction', ids: [recordId] }],
    pinned: false,
    mergedInto: null,
    absorbed: [],
    backTest: null,
    createdAt: now,
    updatedAt: now,
    confidence: lessonConfidence(counts),
  };
}
