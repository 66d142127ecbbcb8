// A correction of one page, and what it does to the next page of the same sender.

import { describe, expect, it } from 'vitest';
import { packs } from '../../../src/packs/index.ts';
import { createReading } from '../../../src/pipeline/reading.ts';
import { runPipeline } from '../../../src/pipeline/run.ts';
import { learnFields } from '../../../src/pipeline/senders/learn-fields.ts';
import { wordsOfLesson } from '../../../src/pipeline/senders/sender-field-kind.ts';
import type { SenderField } from '../../../src/pipeline/senders/sender-lesson.ts';
import { createTypeCatalogue } from '../../../src/pipeline/type-catalogue.ts';
import { parseUserTypes } from '../../../src/pipeline/user-types.ts';
import { documentFromText } from '../../support/document-from-text.ts';

const declared = (sender?: string) => ({
  types: [
    {
      id: 'air_order',
      title: 'Air time order',
      hints: ['spots', 'air time'],
      ...(sender === undefined ? {} : { sender }),
      fields: {
        order_num: { kind: 'identifier', labels: ['order number'] },
        station: { kind: 'identifier', labels: ['station'] },
        client: { kind: 'party', labels: ['client'] },
      },
    },
  ],
});

/** The house numbers its boxes; the order's own number stands in box 3, another one in box 4. */
const page = ({ station, number, other }: { station: string; number: string; other: string }): string => `
AIR TIME ORDER

Station        ${station}              Client        Quarry Hill Works Ltd

Box 3          ${number}

Box 4          ${other}

Spots     Days      Amount
20        MTWTF     2,200.00
`;
const first = { station: 'KQZX', number: 'R-20881', other: 'S-77120' };

function bench(sender?: string) {
  const catalogue = createTypeCatalogue(packs, parseUserTypes(declared(sender)));
  const read = (text: string, effect?: SenderField) =>
    runPipeline(documentFromText(text), catalogue, {
      asType: 'air_order',
      clock: () => 0,
      ...(effect ? { lessons: [{ id: 'l1', effect }] } : {}),
    }).documents[0]!.fields;
  const learn = (text: string, known: Record<string, string>): SenderField[] =>
    learnFields(createReading(documentFromText(text)), catalogue.get('air_order'), {
      known,
      given: [{ path: 'order_num', value: known.order_num!, wrong: null }],
    });
  return { read, learn };
}

describe('a user-defined type that says which field names its sender', () => {
  const { read, learn } = bench('station');
  const [effect] = learn(page(first), { order_num: first.number, station: first.station });
  const next = { station: 'KQZX', number: 'R-31992', other: 'S-88450' };

  it('reads the next document of the sender by one correction', () => {
    expect(read(page(next)).order_num?.value).not.toBe('R-31992');
    expect(read(page(next), effect).order_num).toMatchObject({ value: 'R-31992', source: 'lesson:l1' });
  });

  it('tells numbered boxes apart, and says so in words', () => {
    expect(effect!.places[0]!.left).toEqual(['box#3']);
    expect(wordsOfLesson(effect!)).toContain('right of “box 3”');
  });

  it('knows the sender by its name, and leaves the documents of others as they are', () => {
    expect(effect!.sender.keys).toEqual(['name:kqzx']);
    const stranger = page({ ...next, station: 'WBBM' });
    expect(read(stranger, effect)).toEqual(read(stranger));
  });

  it('goes by the label over a value, whatever stands in the columns beside it', () => {
    const under = ({ station, number }: typeof first, beside: string, lower = ''): string => `
AIR TIME ORDER

Station        ${station}              Client        Quarry Hill Works Ltd

${lower}
                                       Mark X
${beside.padEnd(39)}${number}

Spots     Days      Amount
20        MTWTF     2,200.00
`;
    const [taught] = learn(under(first, 'Delivery'), { order_num: first.number, station: first.station });
    expect(taught!.places[0]).toMatchObject({ left: ['delivery'], above: ['mark', 'x'] });
    expect(read(under(next, '', '\n\n\n\n\n\n\n\n'), taught).order_num).toMatchObject({
      value: 'R-31992',
      source: 'lesson:l1',
    });
  });

  it('learns nothing where nobody is named', () => {
    expect(learn(page(first), { order_num: first.number })).toEqual([]);
  });
});

it('without such a field the letterhead tells; a page without one teaches nothing', () => {
  const { learn } = bench();
  expect(learn(page(first), { order_num: first.number, station: first.station })).toEqual([]);
  const headed = `Mossgate Media Ltd\n7 Mill Lane\nYork YO1 7HH\nwww.mossgate-media.co.uk\n${page(first)}`;
  const [effect] = learn(headed, { order_num: first.number });
  expect(effect!.sender.keys).toContain('domain:mossgate-media.co.uk');
});

it('a sender that is none of the fields is refused', () => {
  expect(() => parseUserTypes(declared('depot'))).toThrow('none of the fields');
});
