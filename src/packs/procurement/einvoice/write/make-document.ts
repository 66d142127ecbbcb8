// A record → an e-invoice that our own rules find nothing wrong with, or what is missing for it.

import type { ExportGap, ExportSource } from '../../../../pipeline/record-export.ts';
import { judgeCiiInvoice } from '../rules/judge-cii-invoice.ts';
import { judgeUblInvoice } from '../rules/judge-ubl-invoice.ts';
import { ciiDocument } from './cii-document.ts';
import { contentOfRecord } from './content-of-record.ts';
import type { ContentDepth, InvoiceContent } from './invoice-content.ts';
import { MAX_GAPS } from './ledger.ts';
import { ublDocument, type XmlDocument } from './ubl-document.ts';
import { toElement } from './xml-node.ts';

export interface MadeDocument {
  content: InvoiceContent;
  document: XmlDocument;
  gaps: readonly ExportGap[];
  notes: readonly string[];
}

export function makeUbl(record: ExportSource): MadeDocument {
  return make(record, 'whole', { write: ublDocument, judge: judgeUblInvoice });
}

export function makeCii(record: ExportSource, depth: ContentDepth): MadeDocument {
  return make(record, depth, { write: (content) => ciiDocument(content, depth), judge: judgeCiiInvoice });
}

interface Syntax {
  write(content: InvoiceContent): XmlDocument;
  judge: typeof judgeUblInvoice;
}

/** What the record lacks is told by field; only what no field check foresees is told by the rule that fires. */
function make(record: ExportSource, depth: ContentDepth, { write, judge }: Syntax): MadeDocument {
  const { content, gaps, notes } = contentOfRecord(record, depth);
  const document = write(content);
  if (gaps.length > 0) return { content, document, gaps, notes };
  const { fired } = judge(toElement(document.root, document.namespaces));
  const broken = fired
    .filter(({ severity }) => severity === 'error')
    .map(({ id, message }) => ({ pointer: '/', message: `${id}: ${message}` }));
  return { content, document, gaps: broken.slice(0, MAX_GAPS), notes };
}
