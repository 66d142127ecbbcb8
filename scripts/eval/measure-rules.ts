// The rules of e-invoices and orders: unit cases of the standards' own tests (each says which rule must fire on a fragment, or
// must not), and valid XRechnung files, every one of which must be accepted.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { XmlElement } from '../../src/document/xml-element.ts';
import { syntaxes } from '../../src/packs/procurement/einvoice/syntaxes.ts';
import { parseXml } from '../../src/parse/xml/parse-xml.ts';
import type { FiredRule } from '../../src/pipeline/structured-syntax.ts';
import type { Measure, MeasureContext, Row } from './measure.ts';

interface RuleSet {
  name: string;
  cases: number;
  agreed: number;
  disagreements: string[];
}

const kinds = new Set(['error', 'warning', 'success']);

export const ruleUnitsMeasure: Measure = {
  name: 'rule-units',
  async run({ data, errors }: MeasureContext) {
    const base = path.join(data, 'e-invoices', 'rule-units');
    const sets = new Map<string, RuleSet>();
    for (const file of await xmlFiles(base)) {
      const name = file.split(path.sep)[0]!;
      const set = sets.get(name) ?? { name, cases: 0, agreed: 0, disagreements: [] };
      sets.set(name, set);
      judgeUnitFile(parseXml(await readFile(path.join(base, file))), file, set);
    }
    const all = [...sets.values()];
    for (const { name, cases, agreed, disagreements } of all) {
      console.log(`\nrule-units ${name}: ${agreed} of ${cases}`);
      if (errors) for (const one of disagreements) console.log(`  ${one}`);
    }
    return { rows: all.map(rowOf), details: all };
  },
};

function rowOf({ name, cases, agreed }: RuleSet): Row {
  return { set: 'rule-units', what: name, target: 0.995, measured: agreed / cases, documents: cases };
}

/** A test set holds tests, a test what is expected and a document. */
function judgeUnitFile(testSet: XmlElement, file: string, set: RuleSet): void {
  const tests = testSet.children.filter(({ name }) => name === 'test');
  for (const [i, test] of tests.entries()) {
    const expected = test.children
      .find(({ name }) => name === 'assert')
      ?.children.filter(({ name }) => kinds.has(name));
    const document = test.children.find(({ name }) => name !== 'assert');
    if (!expected || !document) continue;
    const fired = judge(document);
    for (const { name, text } of expected) {
      set.cases++;
      const fires = fired?.some(({ id }) => id === text);
      if (fired && fires === (name !== 'success')) set.agreed++;
      else set.disagreements.push(`${file} ${i + 1}: ${name} ${text}`);
    }
  }
}

function judge(root: XmlElement): FiredRule[] | undefined {
  return syntaxes.find((syntax) => syntax.recognises(root))?.validate?.(root).fired;
}

export const acceptanceMeasure: Measure = {
  name: 'xrechnung-accepted',
  async run({ data, errors }: MeasureContext) {
    const base = path.join(data, 'e-invoices', 'xrechnung', 'src', 'test');
    const refused: string[] = [];
    let files = 0;
    for (const file of await xmlFiles(base)) {
      files++;
      const broken = judge(parseXml(await readFile(path.join(base, file))))?.filter(
        ({ severity }) => severity === 'error',
      );
      if (broken?.length !== 0) refused.push(`${file}: ${broken?.map(({ id }) => id).join(', ') ?? 'not judged'}`);
    }
    console.log(`\nxrechnung accepted: ${files - refused.length} of ${files}`);
    if (errors) for (const one of refused) console.log(`  ${one}`);
    const measured = 1 - refused.length / files;
    return { rows: [{ set: 'xrechnung', what: 'accepted', target: 1, measured, documents: files }], details: refused };
  },
};

async function xmlFiles(dir: string): Promise<string[]> {
  return (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.xml')).sort();
}
