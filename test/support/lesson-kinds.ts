// Two kinds of lessons as two packs would declare them: what a sender calls a field, and what does a person good.

import { z } from 'zod';
import type { LessonKind } from '../../src/learn/lesson-kind.ts';

const senderHintEffect = z.strictObject({ field: z.string().min(1).max(100), label: z.string().min(1).max(100) });

/** Of a sender: this field stands under that label. Tried on records whose field was read under it, or corrected to it. */
export const senderHint: LessonKind = {
  id: 'sender-hint',
  title: 'What a sender calls a field',
  scopes: ['sender', 'workspace'],
  effect: senderHintEffect,
  async backTest({ effect }, { pastRecords, signal }) {
    const { field, label } = senderHintEffect.parse(effect);
    const report = { n: 0, improved: 0, worsened: 0, unchanged: 0 };
    for (const { record, corrections } of await pastRecords({ limit: 200 })) {
      signal.throwIfAborted();
      const labelled = Object.values(record.fields).find((value) => value.source === label);
      if (!labelled) continue;
      report.n++;
      const correction = corrections.findLast(({ path }) => path === field);
      const truth = correction ? correction.after?.value : record.fields[field]?.value;
      if (labelled.value !== truth) report.worsened++;
      else if (correction) report.improved++;
      else report.unchanged++;
    }
    return report;
  },
};

/** Of a person: advice in words. */
export const advice: LessonKind = {
  id: 'advice',
  title: 'What does a person good',
  scopes: ['user', 'subject:exercise'],
  budget: 5,
};

export const toyLessonKinds: readonly LessonKind[] = [senderHint, advice];
