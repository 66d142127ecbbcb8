import { describe, expect, it } from 'vitest';
import type { EntitySpan } from '../../../src/recognize/entities/entity-span.ts';
import { type KnownName, type MendOptions, mendSkillSpans } from '../../../src/recognize/entities/mend-skill-spans.ts';

const text = 'Write Java Server Faces and work well in teams';
const span = (head: string, part: string): EntitySpan => {
  const start = text.indexOf(part);
  return { head, label: head.toUpperCase(), start, end: start + part.length, text: part, score: 0.9 };
};
const name = (part: string, hard = true): KnownName => {
  const start = text.indexOf(part);
  return { start, end: start + part.length, hard };
};
const mend = (spans: EntitySpan[], names: KnownName[], options?: MendOptions): string[] =>
  mendSkillSpans(text, spans, names, options).map(({ head, text: found }) => `${head}: ${found}`);

describe('mendSkillSpans', () => {
  it('lets no border run through a name', () => {
    const names = [name('Java Server Faces')];
    expect(mend([span('knowledge', 'Java')], names)).toEqual(['knowledge: Java Server Faces']);
    expect(mend([span('knowledge', 'Faces and work')], names)).toEqual(['knowledge: Java Server Faces and work']);
  });

  it('makes one span of two that end in the same name', () => {
    const spans = [span('knowledge', 'Java'), span('knowledge', 'Faces')];
    expect(mend(spans, [name('Java Server Faces')])).toEqual(['knowledge: Java Server Faces']);
  });

  it('takes no name of a thing for a way to behave', () => {
    expect(mend([span('skills', 'Java')], [name('Java Server Faces')])).toEqual([]);
    expect(mend([span('skills', 'teams')], [name('teams', false)])).toEqual(['skills: teams']);
    expect(mend([span('skills', 'Write Java Server Faces')], [name('Java Server Faces')])).toEqual([
      'skills: Write Java Server Faces',
    ]);
  });

  it('keeps other kinds of entities out', () => {
    expect(mend([span('general', 'Java')], [])).toEqual([]);
  });

  it('adds names only when asked, and none beside a span', () => {
    const names = [name('Java Server Faces'), name('teams', false)];
    expect(mend([], names)).toEqual([]);
    expect(mend([], names, { add: true })).toEqual(['knowledge: Java Server Faces']);
    expect(mend([span('skills', 'Write Java Server Faces')], names, { add: true })).toEqual([
      'skills: Write Java Server Faces',
    ]);
  });
});
