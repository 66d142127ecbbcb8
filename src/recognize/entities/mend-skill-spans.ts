// What the model marked as skills and knowledge, beside names that a list of skills knows: the list mends borders and takes away
// what cannot be; it may add names that the model did not see.

import type { EntitySpan } from './entity-span.ts';

/** A name that somebody's list knows. `hard`: a thing that is known or used (a language, a tool), never a way to behave. */
export interface KnownName {
  start: number;
  end: number;
  hard: boolean;
}

export interface MendOptions {
  /** Whether hard names that no span touches become spans of knowledge: more is found, with less certainty. */
  add?: boolean;
}

/** No probability of the model: that of a name of a list, found where no model saw one. */
const ADDED_SCORE = 0.5;

/** Spans of the heads `skills` and `knowledge`, by place. Borders never run through a name; each span of one head is told once. */
export function mendSkillSpans(
  text: string,
  spans: readonly EntitySpan[],
  names: readonly KnownName[],
  { add = false }: MendOptions = {},
): EntitySpan[] {
  const mended: EntitySpan[] = [];
  for (const span of spans) {
    if (span.head !== 'skills' && span.head !== 'knowledge') continue;
    if (span.head === 'skills' && names.some((name) => name.hard && holds(name, span))) continue;
    const { start, end } = withWholeNames(span, names);
    const last = mended.findLast(({ head }) => head === span.head);
    if (last && last.end > start) continue;
    mended.push({ ...span, start, end, text: text.slice(start, end) });
  }
  if (add) {
    for (const name of names) {
      if (!name.hard || mended.some((span) => span.start < name.end && name.start < span.end)) continue;
      const { start, end } = name;
      mended.push({
        head: 'knowledge',
        label: 'KNOWLEDGE',
        start,
        end,
        text: text.slice(start, end),
        score: ADDED_SCORE,
      });
    }
  }
  return mended.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

const holds = (name: KnownName, span: EntitySpan): boolean => name.start <= span.start && span.end <= name.end;

function withWholeNames(span: EntitySpan, names: readonly KnownName[]): { start: number; end: number } {
  let { start, end } = span;
  for (const name of names) {
    if (name.start < start && start < name.end && name.end <= end) start = name.start;
    if (name.start >= start && name.start < end && end < name.end) end = name.end;
  }
  return { start, end };
}
