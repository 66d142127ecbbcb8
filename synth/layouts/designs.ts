// Every design of trade documents.
import type { Design } from './design.ts';
import { BILL_DESIGNS } from './designs-bills.ts';
import { PROCUREMENT_DESIGNS } from './designs-procurement.ts';

export const DESIGNS: readonly Design[] = [...BILL_DESIGNS, ...PROCUREMENT_DESIGNS];
