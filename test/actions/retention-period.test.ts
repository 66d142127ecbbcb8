import { describe, expect, test } from 'vitest';
import { retentionDefaults } from '../../src/actions/retention-defaults.ts';
import { basisYear, isDueForDeletion, keptUntil, ruleFor } from '../../src/actions/retention-period.ts';
import { packs } from '../../src/packs/index.ts';

const created = (at: string) => new Date(`${at}T12:00:00Z`);
const basis = (type: string, issued: string | null, at = '2026-03-01') => ({ type, issued, createdAt: created(at) });
const settings = (country: string | null) => ({ country, overrides: [] });

describe('the year that counts', () => {
  test.each([
    ['the date of the document', '2024-12-31', 2024],
    ['of making when it has none', null, 2026],
    ['of making when the date is no date', 'yesterday', 2026],
    ['of making when the date is still far off', '9999-01-01', 2026],
    ['of making when it is before any such law', '0001-01-01', 2026],
    ['the next, for what is dated ahead', '2027-01-01', 2027],
  ])('is %s', (_name, issued, year) => {
    expect(basisYear(basis('invoice', issued))).toBe(year);
  });
});

test.each([
  ['DE', 'invoice', '2025-02-03', '2034-01-01'],
  ['DE', 'contract', '2025-02-03', '2032-01-01'],
  ['US', 'receipt', '2025-02-03', '2033-01-01'],
  ['GB', 'invoice', '2025-02-03', '2032-01-01'],
  ['FR', 'invoice', '2025-02-03', '2036-01-01'],
  ['CH', 'credit_note', '2025-02-03', '2036-01-01'],
  ['FR', 'technical_specification', '2025-02-03', undefined],
  ['ZZ', 'invoice', '2025-02-03', undefined],
  ['constructor', 'invoice', '2025-02-03', undefined],
  [null, 'invoice', '2025-02-03', undefined],
])('%s keeps a(n) %s of %s until %s', (country, type, issued, until) => {
  expect(
    keptUntil(settings(country), [basis(type, issued)])
      ?.toISOString()
      .slice(0, 10),
  ).toBe(until);
});

test('a document is kept as long as the record that is kept longest', () => {
  const bases = [basis('contract', '2025-01-01'), basis('invoice', '2025-01-01'), basis('boq', '2026-01-01')];
  expect(keptUntil(settings('DE'), bases)?.getUTCFullYear()).toBe(2034);
});

test('a rule for any type stands behind those of a type', () => {
  const own = { country: 'DE', overrides: [{ recordType: '*', keepYears: 1, deleteAfterYears: 2 }] };
  expect(ruleFor(own, 'boq')).toMatchObject({ keepYears: 1, source: 'workspace' });
  expect(ruleFor(own, 'invoice')).toMatchObject({ keepYears: 8, source: 'default' });
  expect(isDueForDeletion(own, [basis('boq', '2023-06-01')], created('2026-01-02'))).toBe(true);
  expect(isDueForDeletion(own, [basis('boq', '2023-06-01')], created('2025-12-31'))).toBe(false);
  expect(isDueForDeletion(own, [], created('2026-01-02'))).toBe(false);
});

test('defaults are about types that exist, and each names its statute', () => {
  const types = packs.flatMap((pack) => pack.types.map((type) => type.id));
  for (const [country, rules] of Object.entries(retentionDefaults)) {
    expect(Object.keys(rules), country).toContain('*');
    for (const [type, rule] of Object.entries(rules)) {
      if (type !== '*') expect(types, country).toContain(type);
      expect(rule.statute.length, `${country} ${type}`).toBeGreaterThan(5);
    }
  }
});
