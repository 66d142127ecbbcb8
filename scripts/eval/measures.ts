// All that `npm run eval:shared` can measure, in the order of its table. To add one: a file that exports a Measure, and its line here.

import { loadContractsCommercial, loadContractsNda } from './load-contracts.ts';
import { loadHybrid } from './load-hybrid.ts';
import { loadInvoicesMixed, loadInvoicesSynthetic } from './load-invoices.ts';
import { loadAdOrders, loadOtherTypes, loadProcurementTexts } from './load-other.ts';
import { loadReceiptsPhotos, loadReceiptsScanned } from './load-receipts.ts';
import type { Measure } from './measure.ts';
import { askMeasure } from './measure-ask.ts';
import { bundlesMeasure } from './measure-bundles.ts';
import { measureDocuments } from './measure-documents.ts';
import { eInvoicesMeasure } from './measure-e-invoices.ts';
import { picturesMeasure } from './measure-pictures.ts';
import { resumeExportsMeasure } from './measure-resume-exports.ts';
import { resumeFitMeasure } from './measure-resume-fit.ts';
import { resumesMadeMeasure } from './measure-resumes-made.ts';
import { resumesPdfMeasure } from './measure-resumes-pdf.ts';
import { resumesTextMeasure } from './measure-resumes-text.ts';
import { acceptanceMeasure, ruleUnitsMeasure } from './measure-rules.ts';
import { searchMeasure } from './measure-search.ts';
import { senderLessonsMeasure } from './measure-sender-lessons.ts';
import { skillsMeasure } from './measure-skills.ts';
import { tamperingMeasure } from './measure-tampering.ts';
import { recordPairsMeasure } from './record-pairs.ts';
import { robustnessMeasure } from './robustness.ts';

export const measures: readonly Measure[] = [
  measureDocuments('invoices-mixed', loadInvoicesMixed),
  measureDocuments('hybrid-pdf', loadHybrid),
  eInvoicesMeasure,
  ruleUnitsMeasure,
  acceptanceMeasure,
  tamperingMeasure,
  measureDocuments('receipts-ocr', (data) => loadReceiptsScanned(data, 'ocr')),
  measureDocuments('receipts-pixels', (data) => loadReceiptsScanned(data, 'file')),
  measureDocuments('ad-orders', loadAdOrders),
  measureDocuments('contracts-nda', loadContractsNda),
  measureDocuments('other-types', loadOtherTypes),
  measureDocuments('invoices-synthetic', loadInvoicesSynthetic),
  measureDocuments('contracts-commercial', loadContractsCommercial),
  measureDocuments('receipts-photos', loadReceiptsPhotos),
  measureDocuments('procurement-texts', loadProcurementTexts),
  robustnessMeasure('bad-inputs'),
  robustnessMeasure('office'),
  bundlesMeasure,
  senderLessonsMeasure,
  resumesPdfMeasure,
  resumesMadeMeasure,
  resumesTextMeasure,
  resumeExportsMeasure,
  resumeFitMeasure,
  skillsMeasure,
  searchMeasure,
  askMeasure,
  recordPairsMeasure,
  picturesMeasure,
];
