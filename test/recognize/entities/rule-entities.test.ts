import { describe, expect, it } from 'vitest';
import type { EntitySpan } from '../../../src/recognize/entities/entity-span.ts';
import { mergeEntities } from '../../../src/recognize/entities/merge-entities.ts';
import { findRuleEntities, rulePieces } from '../../../src/recognize/entities/rule-entities.ts';

const told = (text: string): string[] => findRuleEntities(text).map((entity) => `${entity.label} ${entity.text}`);

describe('entities by rules', () => {
  it.each([
    ['write to Jane.Doe@example.com now', ['EMAIL Jane.Doe@example.com']],
    ['see https://www.example.com/a?b=1.', ['URL https://www.example.com/a?b=1']],
    ['Tel. +49 30 1234567', ['PHONE +49 30 1234567']],
    ['pay 1.200,50 EUR by 31.12.2026', ['MONEY 1.200,50 EUR', 'DATE 31.12.2026']],
    ['IBAN DE89 3704 0044 0532 0130 00', ['IBAN DE89 3704 0044 0532 0130 00']],
    ['Müller & Söhne GmbH delivers to France', ['ORG Müller & Söhne GmbH', 'LOC France']],
    ['nothing to see', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('tells where each stands, behind emoji, marks and line breaks of any kind', () => {
    const text = '🎉🎉 cafe\u0301\r\nTotal: 12,00 EUR\r\r\n👩‍👩‍👧 a@example.org\n';
    const found = findRuleEntities(text);
    expect(found.map((entity) => entity.label)).toEqual(['MONEY', 'EMAIL']);
    for (const { start, end, text: found_ } of found) expect(text.slice(start, end)).toBe(found_);
  });

  it('finds what lies on the border of two pieces of a long line, and once', () => {
    for (let shift = 0; shift < 40; shift++) {
      const line = `${'word '.repeat(350 + shift)}Acme Widgets and Sons Limited ${'more '.repeat(300)}`;
      expect(told(line)).toEqual(['ORG Acme Widgets and Sons Limited']);
    }
  });

  it('cuts any text into pieces of bounded length that cover all of its lines', () => {
    for (const text of ['x'.repeat(10_001), 'a b '.repeat(4000), `${'y'.repeat(3000)}\n${'z '.repeat(2500)}`]) {
      let covered = 0;
      for (const { start, end } of rulePieces(text)) {
        expect(end - start).toBeLessThanOrEqual(2000);
        expect(text.slice(covered, start).trim()).toBe('');
        covered = Math.max(covered, end);
      }
      expect(text.slice(covered)).toBe('');
    }
  });
});

describe('merging', () => {
  const entity = (head: string, start: number, end: number): EntitySpan => ({
    head,
    label: 'ORG',
    start,
    end,
    text: '',
    score: 1,
  });

  it('keeps what both found, in an order that does not depend on who came first', () => {
    const model = [entity('general', 0, 4), entity('general', 9, 12)];
    const rules = [entity('rules', 0, 4), entity('rules', 0, 8)];
    const merged = mergeEntities(model, rules);
    expect(merged.map(({ head, start, end }) => [head, start, end])).toEqual([
      ['rules', 0, 8],
      ['general', 0, 4],
      ['rules', 0, 4],
      ['general', 9, 12],
    ]);
    expect(mergeEntities(rules, model)).toEqual(merged);
  });
});
