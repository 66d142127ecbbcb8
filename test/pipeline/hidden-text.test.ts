// Documents that hide something: the record says what a person sees, and the finding says what was hidden.

import { describe, expect, it } from 'vitest';
import { packs } from '../../src/packs/index.ts';
import { readBytes } from '../../src/pipeline/read-bytes.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { type HostileDocument, hiddenClaims, hostileDocuments, visibleTruth } from '../support/hostile-documents.ts';

const catalogue = createTypeCatalogue(packs);

async function read(bytes: Uint8Array) {
  const options = { parse: { name: 'hostile' }, clock: () => 0 };
  const { doc, run } = await readBytes(bytes, catalogue, options, () => {});
  return { doc, record: run.documents[0]! };
}

const valuesOf = (record: Awaited<ReturnType<typeof read>>['record']): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record.fields).map(([path, value]) => [path, value.value]));

describe.each(hostileDocuments.map((document): [string, HostileDocument] => [document.name, document]))(
  '%s',
  (_, { kind, bytes, clean }) => {
    it('is found, kept out of the record, and pointed at', async () => {
      const { doc, record } = await read(bytes);
      expect(doc.hidden).toEqual(expect.arrayContaining([expect.objectContaining({ kind, page: 1 })]));
      const values = valuesOf(record);
      expect(values).toMatchObject({
        number: visibleTruth.number,
        issueDate: visibleTruth.issueDate,
        grossTotal: visibleTruth.grossTotal,
      });
      expect(JSON.stringify(values)).toContain(visibleTruth.iban);
      for (const claim of hiddenClaims) expect(JSON.stringify(record.fields)).not.toContain(claim);
      const issue = record.issues.find(({ rule }) => rule === 'document/hidden-text');
      expect(issue?.evidence?.[0]?.text).toBeTruthy();
      if (issue?.severity !== 'info') expect(record.assessment?.verdict).not.toBe('ready');
    });

    it('reads like its clean twin, of which nothing is found', async () => {
      const [hostile, twin] = [await read(bytes), await read(clean)];
      expect(twin.doc.hidden).toEqual([]);
      expect(twin.record.issues.filter(({ rule }) => rule.startsWith('document/'))).toEqual([]);
      expect(valuesOf(hostile.record)).toEqual(valuesOf(twin.record));
    });
  },
);
