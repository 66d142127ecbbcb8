// Syntax id → the rules that judge it.

import type { StructuredSyntax } from '../../../pipeline/structured-syntax.ts';
import { judgeCiiInvoice } from './rules/judge-cii-invoice.ts';
import { judgeUblInvoice } from './rules/judge-ubl-invoice.ts';

export type SyntaxJudge = NonNullable<StructuredSyntax['validate']>;

export const judges: Readonly<Record<string, SyntaxJudge | undefined>> = {
  'ubl-invoice': judgeUblInvoice,
  'ubl-creditnote': judgeUblInvoice,
  cii: judgeCiiInvoice,
};
