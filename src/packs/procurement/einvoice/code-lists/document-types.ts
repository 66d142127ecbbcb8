// UNTDID 1001 as EN 16931 and Peppol restrict it.

import { expandCodes } from './expand-codes.ts';

export const invoiceTypeCodes = expandCodes(`
  71 8[0124] 102 130 20[234] 211 21[89] 295 32[56] 331 38[02-9] 390 39[345] 45[67] 47[123] 50[0-3] 527 553 575 623 633
  751 780 817 870 87[567] 935`);

export const creditNoteTypeCodes = expandCodes('81 83 26[12] 296 308 381 396 420 458 532');

/** Peppol BIS Billing, process 01. */
export const peppolInvoiceTypeCodes = expandCodes(`
  71 80 82 84 102 218 219 331 38[023] 386 388 393 395 553 575 623 780 817 870 87[567]`);

export const peppolCreditNoteTypeCodes = expandCodes('381 396 81 83 532');
