import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractExtractors } from '../../../../src/packs/procurement/extract/contract/contract-extractors.ts';
import { contractText } from '../../../../src/packs/procurement/extract/contract/contract-text.ts';
import { procurement } from '../../../../src/packs/procurement/index.ts';
import { addDuration } from '../../../../src/packs/procurement/infer/contract.ts';
import { readContract, readingOf } from './read-contract.ts';

describe('the running text of a contract', () => {
  it('joins lines and words broken by a hyphen, and keeps real hyphens', () => {
    const { text } = contractText(
      readingOf('The parties keep confi-\ndential what is non-\npublic and MULTI-\nNATIONAL.'),
    );
    expect(text).toContain('keep confidential what is non-public and MULTI-NATIONAL.');
  });

  it('leaves out page numbers and repeated headers', () => {
    const page = (n: number) =>
      `Oriel / Fenn Agreement\nText of page ${n} goes on here.${'\n'.repeat(52)}Page ${n} of 3`;
    const { text } = contractText(readingOf([1, 2, 3].map(page).join('\f')));
    expect(text.match(/Oriel \/ Fenn Agreement/g)).toHaveLength(1);
    expect(text).not.toContain('of 3');
  });

  it('gives one piece of evidence for each line a name runs over', () => {
    const record = readContract(`AGREEMENT

This Agreement is made as of May 1, 2018 between
Oriel Tools, Inc. ("Oriel"), and Fenn Works
LLC ("Fenn").`);
    const name = Object.entries(record.fields).find(([, v]) => v.value === 'Fenn Works LLC');
    expect(name?.[1].evidence.map((e) => e.text)).toEqual(['Fenn Works', 'LLC']);
    expect(name?.[1].evidence[1]?.box[1]).toBeGreaterThan(name![1].evidence[0]!.box[1]);
  });

  it('finds the way back from any span to lines that hold it', () => {
    const word = fc.constantFrom('the', 'Parties', 'shall', 'inter-', 'agree,', 'to', 'X');
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const view = contractText(readingOf(lines.join('\n')));
        for (const [i, offset] of view.offsets.entries()) {
          const shown = view.lines[i]!.text.replace(/-$/, '');
          expect(view.text.slice(offset, offset + shown.length)).toBe(shown);
          expect(view.lineAt(offset)).toBe(i);
        }
      }),
    );
  });
});

describe('adding a term to a date', () => {
  it.each([
    ['2016-05-17', 'P3Y', '2019-05-17'],
    ['2020-01-31', 'P1M', '2020-02-29'],
    ['2020-11-15', 'P18M', '2022-05-15'],
    ['2020-12-30', 'P5D', '2021-01-04'],
    ['2020-01-01', 'P2W', '2020-01-15'],
  ])('%s + %s = %s', (start, term, end) => {
    expect(addDuration(start, term)).toBe(end);
  });

  it('refuses what is neither date nor duration', () => {
    expect(addDuration('2020', 'P1Y')).toBeUndefined();
    expect(addDuration('2020-01-01', 'PT4H')).toBeUndefined();
  });
});

const hostile: [string, string][] = [
  ['openings', 'between '],
  ['brackets', '(the "'],
  ['capitals', 'Acme and '],
  ['commas', 'Acme, '],
  ['forms', 'Inc. and '],
  ['laws', 'governed by the laws of '],
  ['terms', 'this agreement shall continue for 2 years '],
  ['dates', 'effective as of May 1, 2018 '],
  ['amounts', 'liability shall not exceed $100,000 '],
  ['spaces', '_____ '],
];

describe('hostile text', () => {
  const type = procurement.types.find((candidate) => candidate.id === 'contract')!;
  const run = (unit: string, count: number): number => {
    const row = unit.repeat(Math.ceil(90 / unit.length)).trimEnd();
    const reading = readingOf(Array.from({ length: count }, () => row).join('\n'));
    const started = performance.now();
    for (const extractor of contractExtractors) extractor.extract(reading, type);
    return performance.now() - started;
  };

  it.each(hostile)('takes time in proportion to its length: %s', (_name, unit) => {
    run(unit, 200);
    const small = Math.min(run(unit, 500), run(unit, 500));
    const large = Math.min(run(unit, 4_000), run(unit, 4_000));
    expect(large).toBeLessThan(8 * 4 * Math.max(small, 15));
  });
});
