import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { XmlElement } from '../../../../src/document/xml-element.ts';
import { syntaxes } from '../../../../src/packs/procurement/einvoice/syntaxes.ts';
import { procurement } from '../../../../src/packs/procurement/index.ts';
import { parseXml } from '../../../../src/parse/xml/parse-xml.ts';
import { madeInvoice, toCii, toUbl } from '../../../support/e-invoices.ts';

const roots = [
  toUbl(madeInvoice),
  toUbl(madeInvoice, 'CreditNote'),
  toCii(madeInvoice),
  toCii(madeInvoice, { version: 1 }),
].map((xml) => parseXml(Buffer.from(xml)));
const texts = ['', 'x', '0', '-1', '1e400', '9'.repeat(400), '2024-02-31', '\u0000', '💶', 'NaN', '<a>', 'null'];

/** Drops, doubles, empties and renames what a die says. */
function damage(element: XmlElement, next: () => number): XmlElement {
  const children = element.children.flatMap((child) => {
    const die = next() % 10;
    if (die === 0) return [];
    const damaged = damage(child, next);
    return die === 1 ? [damaged, damaged] : [damaged];
  });
  const die = next() % 12;
  return {
    ...element,
    children: die === 2 ? [...children].reverse() : children,
    text: die < 2 ? texts[next() % texts.length]! : element.text,
    attributes: die === 3 ? {} : element.attributes,
  };
}

it('reads whatever is left of a damaged file, into fields that its type has, and never throws', () => {
  const paths = new Map(
    procurement.types.map((type) => [type.id, new Set([...type.fields, ...type.lineFields].map(({ path }) => path))]),
  );
  fc.assert(
    fc.property(fc.nat(3), fc.infiniteStream(fc.nat(999)), (which, dice) => {
      const root = roots[which]!;
      const syntax = syntaxes.find((one) => one.recognises(root))!;
      const content = syntax.read!(damage(root, () => dice.next().value!));
      const known = paths.get(content.type)!;
      for (const { path, value, evidence } of content.candidates) {
        expect(known).toContain(path.replace(/\[\d+\]/g, '[]'));
        expect(value).not.toBeNull();
        expect(Number.isNaN(value)).toBe(false);
        expect(evidence.length).toBeGreaterThan(0);
      }
      for (const line of content.lines) for (const column of Object.keys(line)) expect(known).toContain(column);
    }),
    { numRuns: 150 },
  );
});

it.each(syntaxes.filter(({ read }) => read).map(({ id, read }) => [id, read!] as const))(
  '%s: an empty root is no document, and no error',
  (_, read) => {
    const root = parseXml(Buffer.from('<empty/>'));
    expect(read(root)).toMatchObject({ candidates: [], lines: [] });
  },
);
