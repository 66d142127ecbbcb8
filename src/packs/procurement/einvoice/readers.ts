// Syntax id → how its records are read.

import type { StructuredSyntax } from '../../../pipeline/structured-syntax.ts';
import { readCiiInvoice, readOrderX } from './read/cii-documents.ts';
import { readFattura } from './read/fattura.ts';
import { readUblBill } from './read/ubl-bills.ts';
import {
  readUblCatalogue,
  readUblDespatch,
  readUblOrder,
  readUblQuotation,
  readUblReceipt,
  readUblRfq,
} from './read/ubl-orders.ts';

export type SyntaxReader = NonNullable<StructuredSyntax['read']>;

/**
 * What is not here is no type of this pack (reminders, statements, remittance advices), or undoes a document instead of
 * being one (a cancellation of an order): such files come out as unknown.
 */
export const readers: Readonly<Record<string, SyntaxReader | undefined>> = {
  'ubl-invoice': readUblBill,
  'ubl-creditnote': readUblBill,
  'ubl-debitnote': readUblBill,
  'ubl-selfbilledinvoice': readUblBill,
  'ubl-selfbilledcreditnote': readUblBill,
  'ubl-freightinvoice': readUblBill,
  'ubl-requestforquotation': readUblRfq,
  'ubl-quotation': readUblQuotation,
  'ubl-order': readUblOrder,
  'ubl-orderchange': readUblOrder,
  'ubl-orderresponse': readUblOrder,
  'ubl-orderresponsesimple': readUblOrder,
  'ubl-despatchadvice': readUblDespatch,
  'ubl-receiptadvice': readUblReceipt,
  'ubl-catalogue': readUblCatalogue,
  cii: readCiiInvoice,
  'zugferd-1': readCiiInvoice,
  'zugferd-rc': readCiiInvoice,
  'order-x': readOrderX,
  fatturapa: readFattura,
};
