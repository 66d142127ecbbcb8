// The development sets whose fields calibrations are fitted on: pages that people wrote, read as users' pages are.

import type { EvalSet } from '../eval/eval-set.ts';
import { loadContractsCommercial, loadContractsNda } from '../eval/load-contracts.ts';
import { loadHybrid } from '../eval/load-hybrid.ts';
import { loadInvoicesMixed, loadInvoicesSynthetic } from '../eval/load-invoices.ts';
import { loadAdOrders } from '../eval/load-other.ts';
import { loadReceiptsPhotos, loadReceiptsScanned } from '../eval/load-receipts.ts';

export const calibrationSets: readonly (readonly [name: string, load: (data: string) => EvalSet | Promise<EvalSet>])[] =
  [
    ['invoices-mixed', loadInvoicesMixed],
    ['hybrid-pdf', loadHybrid],
    ['invoices-synthetic', loadInvoicesSynthetic],
    ['receipts-ocr', (data) => loadReceiptsScanned(data, 'ocr')],
    ['receipts-pixels', (data) => loadReceiptsScanned(data, 'file')],
    ['receipts-photos', loadReceiptsPhotos],
    ['ad-orders', loadAdOrders],
    ['contracts-nda', loadContractsNda],
    ['contracts-commercial', loadContractsCommercial],
  ];
