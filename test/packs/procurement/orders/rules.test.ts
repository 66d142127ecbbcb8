import { describe, expect, it } from 'vitest';
import type { Json, LineItem, Value } from '../../../../src/document/value.ts';
import {
  deliveryAfterIssue,
  hasLines,
  incotermsComplete,
  orderedQuantities,
  quantitiesGiven,
  stagesSumUp,
  validityPlausible,
  weightsSumUp,
} from '../../../../src/packs/procurement/rules/order-rules.ts';
import type { RecordView, ValidationRule } from '../../../../src/pipeline/pack.ts';
import { readText } from '../../../support/document-from-text.ts';

const readAs = (value: Json): Value => ({
  value,
  raw: String(value),
  origin: 'read',
  confidence: 1,
  evidence: [],
  source: 'test',
  signals: {},
});

function paths(rule: ValidationRule, fields: Record<string, Json>, lines: Record<string, Json>[] = []): string[] {
  const items: LineItem[] = lines.map((line) =>
    Object.fromEntries(Object.entries(line).map(([key, value]) => [key, readAs(value)])),
  );
  const view = { type: 'rfq', get: (path: string) => fields[path], lines: items } as unknown as RecordView;
  return rule.check(view).map((finding) => finding.path);
}

describe('rules of requests, offers and orders', () => {
  it('miss the items of a paper that has none', () => {
    expect(paths(hasLines, {})).toEqual(['lines']);
    expect(paths(hasLines, {}, [{ quantity: 1 }])).toEqual([]);
  });

  it('want quantities above zero', () => {
    expect(paths(orderedQuantities, {}, [{ quantity: 2 }, { quantity: 0 }, { quantity: -1 }])).toEqual([
      'lines[1].quantity',
      'lines[2].quantity',
    ]);
  });

  it('see one line without quantity among others, but not a list without any', () => {
    expect(paths(quantitiesGiven, {}, [{ quantity: 2 }, { description: 'Pump' }])).toEqual(['lines[1].quantity']);
    expect(paths(quantitiesGiven, {}, [{ description: 'Pump' }, { description: 'Hose' }])).toEqual([]);
  });

  it('put delivery after issue, for the paper and for each line', () => {
    const fields = { issueDate: '2024-05-01', deliveryDate: '2024-04-30' };
    const lines = [{ deliveryDate: '2024-05-02' }, { deliveryDate: '2024-04-01' }, { deliveryDate: 'week 20' }];
    expect(paths(deliveryAfterIssue, fields, lines)).toEqual(['deliveryDate', 'lines[1].deliveryDate']);
  });

  it.each([
    ['DAP Hamburg', []],
    ['DAP', ['incoterms']],
    ['DDU Hamburg', ['incoterms']],
  ])('ask for the place of %s', (incoterms, found) => {
    expect(paths(incotermsComplete, { incoterms })).toEqual(found);
  });

  it('want weights that make the whole', () => {
    expect(paths(weightsSumUp, { 'evaluation[0].weight': 60, 'evaluation[1].weight': 40 })).toEqual([]);
    expect(paths(weightsSumUp, { 'evaluation[0].weight': 60, 'evaluation[1].weight': 30 })).toEqual([
      'evaluation[].weight',
    ]);
    expect(paths(weightsSumUp, {})).toEqual([]);
  });

  it.each([
    [30, []],
    [0, ['validityDays']],
    [900, ['validityDays']],
  ])('find a validity of %i days plausible or not', (validityDays, found) => {
    expect(paths(validityPlausible, { validityDays })).toEqual(found);
  });

  it('do not pay more than the whole', () => {
    expect(paths(stagesSumUp, { 'milestones[0].percent': 60, 'milestones[1].percent': 60 })).toEqual([
      'milestones[].percent',
    ]);
  });
});

describe('a parts list', () => {
  it('is read with its title, number and items', () => {
    const record = readText(
      `
Ersatzteilliste Pumpe P 200

Zeichnungsnummer    Z-4471
Datum               03.02.2023

Pos    Benennung              Menge    Einheit
1      Gleitringdichtung          2    Stk
2      Laufrad                    1    Stk
`,
      { language: 'de' },
    ).documents[0]!;
    expect(record.type).toBe('item_list');
    expect(record.fields.title?.value).toBe('Ersatzteilliste Pumpe P 200');
    expect(record.fields.number?.value).toBe('Z-4471');
    expect(record.lines).toHaveLength(2);
  });
});
