import { describe, expect, it } from 'vitest';
import { parseUserTypes, UserTypesError } from '../../src/pipeline/user-types.ts';
import { readText } from '../support/document-from-text.ts';

const rental = {
  types: [
    {
      id: 'rental_order',
      title: 'Equipment rental order',
      hints: ['rental period', 'return depot'],
      fields: {
        order_num: { kind: 'identifier', labels: ['rental order', 'order number'], required: true },
        customer: { kind: 'party', labels: ['hirer', 'customer'] },
        total: { kind: 'money', labels: ['total hire charge', 'total'] },
        from: { kind: 'date', labels: ['rental dates'], part: 'start' },
        to: { kind: 'date', labels: ['rental dates'], part: 'end' },
      },
    },
  ],
};

const page = `
EQUIPMENT RENTAL ORDER

Rental Order #   R-20881             Hirer        Quarry Hill Works Ltd
Print Date       04/02/24            Depot        North Yard

Rental Period:   03/11/24 - 04/15/24

Item                       Days      Rate         Amount
Excavator 3t                 20    110.00       2,200.00
Compactor                     5     40.00         200.00

Net Total                                       2,400.00
Total Hire Charge                               2,880.00
`;

describe('user-defined types', () => {
  it('take a name from its group, and nothing from labels that only begin alike', () => {
    const grouped = `
EQUIPMENT RENTAL ORDER

Order Number:        R-20881

Customer       Name:              Quarry Hill Works     Product Group:
               Region:            North                 Customer External ID:
               Payment:           cash                  Agency External ID:

Total                                                   2,880.00
`;
    const { fields } = readText(grouped, { userTypes: rental, typeHint: 'rental_order' }).documents[0]!;
    expect(fields.customer?.value).toBe('Quarry Hill Works');
  });

  it('take no code in brackets behind a name for their own number', () => {
    const addressed = `
RENTAL CONFIRMATION                        Confirmation    7238382

MOSSGATE                                   Agent           Mossgate (16037)
7 Mill Lane

Total                                                      2,880.00
`;
    const { fields } = readText(addressed, { userTypes: rental, typeHint: 'rental_order' }).documents[0]!;
    expect(fields.order_num?.value).toBe('7238382');
  });

  it('are read by their labels alone, with a place for every value', () => {
    const [record] = readText(page, { userTypes: rental }).documents;
    expect(record!.type).toBe('rental_order');
    const values = Object.fromEntries(Object.entries(record!.fields).map(([path, value]) => [path, value.value]));
    expect(values).toEqual({
      order_num: 'R-20881',
      customer: 'Quarry Hill Works Ltd',
      total: 2880,
      from: '2024-03-11',
      to: '2024-04-15',
    });
    for (const value of Object.values(record!.fields)) expect(value.evidence[0]!.page).toBe(1);
  });

  it('report a required field that the page does not show', () => {
    const [record] = readText(page.replace(/Rental Order #\s+R-20881/, 'Rental Order'), {
      userTypes: rental,
      typeHint: 'rental_order',
    }).documents;
    expect(record!.issues.map((issue) => issue.rule)).toContain('rental_order/required-order_num');
  });

  it('do not take over a document that shows none of their labels', () => {
    const letter = 'Dear neighbour,\n\nthe garden party is on 3 May.\n\nYours, Ada';
    expect(readText(letter, { userTypes: rental }).documents[0]!.type).toBe('unknown');
  });

  it.each([
    ['no types', {}, /types/],
    ['an unknown kind', { types: [{ id: 'a', title: 'A', fields: { x: { kind: 'colour' } } }] }, /kind/],
    ['a bad id', { types: [{ id: 'A b', title: 'A', fields: {} }] }, /id/],
    ['an unknown key', { types: [{ id: 'a', title: 'A', fields: {}, colour: 1 }] }, /colour/],
    ['not an object', 'hello', /file/],
  ])('refuse %s and name the place', (_name, input, message) => {
    expect(() => parseUserTypes(input)).toThrow(UserTypesError);
    expect(() => parseUserTypes(input)).toThrow(message);
  });

  it('may not reuse the id of a built-in type', () => {
    const clash = { types: [{ id: 'invoice', title: 'Mine', fields: {} }] };
    expect(() => readText('x', { userTypes: clash })).toThrow(/invoice is declared twice/);
  });
});
