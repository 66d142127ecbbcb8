// Syntax id → the rules that judge it.

import type { StructuredSyntax } from '../../../pipeline/structured-syntax.ts';
import { judgeBusinessDocument } from './rules/judge-business-document.ts';
import { judgeCiiInvoice } from './rules/judge-cii-invoice.ts';
import { judgeUblInvoice } from './rules/judge-ubl-invoice.ts';

export type SyntaxJudge = NonNullable<StructuredSyntax['validate']>;

export const judges: Readonly<Record<string, SyntaxJudge | undefined>> = {
  'ubl-invoice': judgeUblInvoice,
  'ubl-creditnote': judgeUblInvoice,
  cii: judgeCiiInvoice,
  'ubl-order': judgeBusinessDocument,
  'ubl-orderchange': judgeBusinessDocument,
  'ubl-ordercancellation': judgeBusinessDocument,
  'ubl-orderresponse': judgeBusinessDocument,
  'ubl-despatchadvice': judgeBusinessDocument,
  'ubl-catalogue': judgeBusinessDocument,
  'ubl-applicationresponse': judgeBusinessDocument,
};
