import { expect, test } from 'vitest';
import { checkSupport } from '../../../src/write/gate/check-support.ts';
import type { GateSource } from '../../../src/write/gate/gate-source.ts';

const isSupported = (value: string, text: string, more: GateSource[] = []): boolean =>
  checkSupport({ value, sources: [{ id: 's', kind: 'passage', subject: 'a', text }, ...more] }).length === 0;

test.each([
  ['Der Verein versichert die Boote.', 'Die Boote werden vom Verein versichert.', true],
  ['Der Verein versichert die Boote.', 'Das Mitglied versichert die Boote.', false],
  ['Die Chefin hat mir die Planung übertragen.', 'Mir wurde von der Chefin die Planung übertragen.', true],
  ['Die Chefin hat mir die Planung übertragen.', 'Ich habe der Chefin die Planung übertragen.', false],
  ['Seine Frau rät Jonas zu einer Pause.', 'Jonas rät seiner Frau zu einer Pause.', false],
  ['Der Mieter trägt die Nebenkosten.', 'Die Nebenkosten trägt der Mieter.', true],
  ['Two interns mentor me.', 'I mentor two interns.', false],
  ['I answer to the hotel manager.', 'The hotel manager answers to me.', false],
  ['Repairs need the client’s approval.', 'Repairs need the contractor’s approval.', false],
  ['Our driver brought the chairs.', 'Your driver brought the chairs.', false],
  ['Ann rejected one box and kept the rest.', 'Ann kept one box and rejected the rest.', false],
  ['A brown bag with a red strap.', 'A red bag with a brown strap.', false],
  ['The invoice is payable by 2 April 2025.', 'The invoice was paid.', false],
  ['We offer to replace the boiler.', 'The boiler was replaced.', false],
])('"%s" and "%s": %s', (text, value, supported) => {
  expect(isSupported(value, text)).toBe(supported);
});

test('two names of one party are one', () => {
  const text = 'Vale Software Ltd (the Provider) stores all data in Ireland.';
  expect(isSupported('All data is stored in Ireland by Vale Software Ltd.', text)).toBe(true);
  expect(isSupported('The Provider stores all data in Ireland.', text)).toBe(true);
});
