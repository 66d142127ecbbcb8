import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/document/value.ts';
import { sameValue } from '../../../src/pipeline/comparison/same-value.ts';
import type { FieldKind } from '../../../src/pipeline/pack.ts';

describe('a stated and a printed value', () => {
  it.each<[FieldKind, Json, Json]>([
    ['money', 119, 119.004],
    ['money', 119, -119],
    ['identifier', 'RE 2024/17', 're-2024-17'],
    ['iban', 'DE89370400440532013000', 'DE89 3704 0044 0532 0130 00'],
    ['party', 'Muster GmbH', 'MUSTER GMBH'],
    ['party', 'Herrn Max Mustermann', 'Max Mustermann'],
    ['party', 'GLN 4333741000005 Muster Werke GmbH', 'Muster Werke GmbH'],
    ['address', 'Hafenstraße 7, 24103 Kiel', 'Hafenstraße 7\n24103 Kiel, Deutschland'],
    ['phone', '+49 (0)431 5551234', '0431 5551234'],
    ['url', 'https://www.muster.example', 'muster.example'],
    ['text', 'H87', 'Stk'],
    ['text', 'Zahlbar in 30 Tagen netto', 'zahlbar in 30 Tagen, netto.'],
    ['date', '2024-03-12', '2024-03-12'],
  ])('%s %j is %j', (kind, stated, printed) => expect(sameValue(kind, stated, printed)).toBe(true));

  it.each<[FieldKind, Json, Json]>([
    ['money', 119, 119.01],
    ['money', 119, '119'],
    ['identifier', 'RE-17', 'RE-18'],
    ['iban', 'DE89370400440532013000', 'DE02120300000000202051'],
    ['party', 'Muster GmbH', 'Beispiel GmbH'],
    ['party', 'Max', 'Max Mustermann'],
    ['address', 'Hafenstraße 7, 24103 Kiel', 'Ringweg 12, 80331 München'],
    ['phone', '+49 431 5551234', '+49 431 5551235'],
    ['text', 'H87', 'kg'],
    ['date', '2024-03-12', '2024-12-03'],
  ])('%s %j is not %j', (kind, stated, printed) => expect(sameValue(kind, stated, printed)).toBe(false));
});
