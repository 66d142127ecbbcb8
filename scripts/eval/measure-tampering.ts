// Hybrid e-invoices whose XML somebody changed: on files where page and XML agree, one value of the XML is replaced, and the
// comparison has to say so. Values that the page did not bear out before are left out.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ParsedDocument } from '../../src/document/parsed-document.ts';
import type { DocumentRecord } from '../../src/document/value.ts';
import type { XmlElement } from '../../src/document/xml-element.ts';
import { packs } from '../../src/packs/index.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { runPipeline } from '../../src/pipeline/run.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import type { Measure } from './measure.ts';

const otherDigits = (text: string): string => text.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10));
const more = (text: string): string => (1.1 * Number(text) + 7).toFixed(2);
const ACCOUNT = 'DE89370400440532013000';

const changes: Readonly<Record<string, (text: string) => string>> = {
  number: otherDigits,
  issueDate: (text) => `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`,
  'seller.name': () => 'Ganz Anderer Lieferant KG',
  'seller.vatId': otherDigits,
  'seller.iban': () => ACCOUNT,
  grossTotal: more,
  amountDue: more,
};

export const tamperingMeasure: Measure = {
  name: 'tampering',
  async run({ data, limit }) {
    const dir = path.join(data, 'e-invoices', 'hybrid-pdf');
    const names = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.pdf')).sort();
    const catalogue = createTypeCatalogue(packs);
    const read = (doc: ParsedDocument): DocumentRecord => runPipeline(doc, catalogue, { clock: () => 0 }).documents[0]!;
    const missed: string[] = [];
    let [files, changed] = [0, 0];
    for (const name of names.slice(0, limit)) {
      const doc = await parseDocument(await readFile(path.join(dir, name)), { name });
      const honest = read(doc);
      if (honest.structured?.verdict !== 'agrees') continue;
      files++;
      for (const [field, change] of Object.entries(changes)) {
        const before = honest.comparison?.find((one) => one.path === field);
        const place = before?.xml?.evidence[0]?.locator;
        if (before?.verdict !== 'agrees' || place === undefined || before.xml?.value === ACCOUNT) continue;
        changed++;
        const after = read(tamper(doc, place, change)).comparison?.find((one) => one.path === field);
        if (after?.verdict !== 'differs') missed.push(`${name} ${field}: ${after?.xml?.raw} ${after?.verdict}`);
      }
    }
    console.log(`\ntampering: ${changed} values of ${files} files, ${missed.length} not noticed`);
    for (const line of missed) console.log(`  ${line}`);
    const measured = (changed - missed.length) / changed;
    const what = 'changed values reported';
    return {
      rows: [{ set: 'hybrid-pdf, XML tampered', what, target: 0.9, measured, documents: files }],
      details: missed,
    };
  },
};

function tamper(doc: ParsedDocument, place: string, change: (text: string) => string): ParsedDocument {
  const replaced = (element: XmlElement): XmlElement => ({
    ...element,
    text: element.path === place ? change(element.text) : element.text,
    children: element.children.map(replaced),
  });
  return { ...doc, structured: (doc.structured ?? []).map(({ name, root }) => ({ name, root: replaced(root) })) };
}
