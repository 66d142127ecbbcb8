import { describe, expect, test } from 'vitest';
import { readText } from '../../../support/document-from-text.ts';

/** Skills below a head that makes it a résumé. */
function skillsOf(text: string): string[] {
  const [record] = readText(`
Jane Miller
jane.miller@example.org | +49 30 901820

EXPERIENCE

Data Engineer, Acme GmbH                                        03/2019 - 02/2021
- Built pipelines

SKILLS

${text.trim()}
`).documents;
  const read: string[] = [];
  for (let i = 0; record!.fields[`skills[${i}].name`]; i++) {
    const get = (part: string): unknown => record!.fields[`skills[${i}].${part}`]?.value;
    const words: unknown[] = [];
    for (let k = 0; get(`keywords[${k}]`) !== undefined; k++) words.push(get(`keywords[${k}]`));
    read.push([get('name'), get('level') && `= ${get('level')}`, ...words].filter(Boolean).join(' '));
  }
  return read;
}

describe('skills', () => {
  test.each([
    ['in brackets', 'Excel (avanzado), DATEV (B2)', ['Excel = avanzado', 'DATEV = B2']],
    ['behind a colon or alone', 'Rust: expert\n\nAudit courant', ['Rust = expert', 'Audit = courant']],
    ['of a name that ends with such a word none', 'Visual Basic, Proof reading', ['Visual Basic', 'Proof reading']],
  ])('with a level %s', (_, text, expected) => expect(skillsOf(text)).toEqual(expected));

  test('of several columns are one each', () => {
    expect(
      skillsOf('Welding          Forklifts           Lathes\nMilling          Drawing             Safety'),
    ).toEqual(['Welding', 'Forklifts', 'Lathes', 'Milling', 'Drawing', 'Safety']);
  });

  test('below a label belong to it', () => {
    expect(skillsOf('Methods\n- Welding\n- Milling\nTools\n- SAP\n- AutoCAD')).toEqual([
      'Methods Welding Milling',
      'Tools SAP AutoCAD',
    ]);
  });

  test('in a table stand behind its labels', () => {
    expect(skillsOf('Methods:       Welding, Milling,\n               Drawing\nTools:         SAP, AutoCAD')).toEqual([
      'Methods Welding Milling Drawing',
      'Tools SAP AutoCAD',
    ]);
  });
});
