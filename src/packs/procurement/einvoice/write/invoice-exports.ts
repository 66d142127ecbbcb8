// The formats that invoices and credit notes can be written in. Docs: docs/e-invoices.md, "Writing".

import type { ExportPlan, ExportSource, RecordExport } from '../../../../pipeline/record-export.ts';
import { type FacturXProfile, facturXProfiles } from './factur-x-profiles.ts';
import { type MadeDocument, makeCii, makeUbl } from './make-document.ts';
import { printXml } from './xml-node.ts';

const types = ['invoice', 'credit_note'];

const ubl: RecordExport = {
  id: 'ubl',
  title: 'UBL 2.1 (EN 16931)',
  mediaType: 'application/xml',
  extension: 'xml',
  types,
  plan: (record) => planOf(makeUbl(record), 'en16931'),
  serialize: async (record) => toBytes(makeUbl(record)),
};

const cii: RecordExport = {
  id: 'cii',
  title: 'CII D16B (EN 16931)',
  mediaType: 'application/xml',
  extension: 'xml',
  types,
  plan: (record) => planOf(makeCii(record, 'whole'), 'en16931'),
  serialize: async (record) => toBytes(makeCii(record, 'whole')),
};

const facturX: RecordExport = {
  id: 'factur-x',
  title: 'Factur-X / ZUGFeRD (PDF/A-3 with CII)',
  mediaType: 'application/pdf',
  extension: 'pdf',
  types,
  plan(record) {
    const { made, profile, notes } = richest(record);
    return planOf({ ...made, notes: [...made.notes, ...notes] }, profile.name);
  },
  async serialize(record, { now }) {
    const { made, profile } = richest(record);
    // pdfkit and its fonts are loaded by whoever asks for a PDF, not by every start.
    const { writeFacturXPdf } = await import('./pdf/factur-x-pdf.ts');
    return writeFacturXPdf(made.content, { xml: toBytes(made), profile, now });
  },
};

export const invoiceExports: readonly RecordExport[] = [ubl, cii, facturX];

const MAX_REASONS = 5;

/** The profile that says most of what the record can bear; the least, with its gaps, when none can be written. */
function richest(record: ExportSource): { made: MadeDocument; profile: FacturXProfile; notes: string[] } {
  const notes: string[] = [];
  for (const profile of facturXProfiles) {
    const made = makeCii(record, profile.depth);
    if (made.gaps.length === 0 || profile === facturXProfiles.at(-1)) return { made, profile, notes };
    const reasons = made.gaps.slice(0, MAX_REASONS).map(({ pointer, message }) => `${pointer} ${message}`);
    notes.push(`Not ${profile.level}: ${reasons.join(' ')}`);
  }
  throw new Error('there is no profile of Factur-X');
}

function planOf({ gaps, notes }: Pick<MadeDocument, 'gaps' | 'notes'>, profile: string): ExportPlan {
  return { profile: gaps.length === 0 ? profile : null, gaps, notes };
}

const toBytes = ({ document }: MadeDocument): Uint8Array =>
  Buffer.from(printXml(document.root, document.namespaces), 'utf8');
