// One document as an Office file or CSV: the same deals and agreements as on paper, on another carrier.

import { drawAgreement } from '../contract/agreement.ts';
import type { Random } from '../random.ts';
import { pickRegion } from '../regions/all.ts';
import type { Language } from '../regions/region.ts';
import { drawDeal } from '../trade/deal.ts';
import { createManner } from '../trade/manner.ts';
import { createSheet } from '../trade/sheet.ts';
import { createLedger, type SynthType, type Truth } from '../truth.ts';
import { composeAgreement, composeTrade } from './blocks.ts';
import { toCsv } from './to-csv.ts';
import { toDocx } from './to-docx.ts';
import { toRows } from './to-rows.ts';
import { toXlsx } from './to-xlsx.ts';

export const OFFICE_FORMATS = ['docx', 'xlsx', 'csv'] as const;
export type OfficeFormat = (typeof OFFICE_FORMATS)[number];

export interface MadeOffice {
  bytes: Buffer;
  truth: Truth;
  layout: string;
  region: string;
}

/** Careers have files of their own. */
export type OfficeType = Exclude<SynthType, 'resume' | 'job_posting'>;

/** Receipts and postings have no Office form; contracts and résumés are written in Word alone. */
export function hasOfficeForm(type: SynthType, format: OfficeFormat): boolean {
  if (type === 'receipt' || type === 'job_posting') return false;
  return format === 'docx' || (type !== 'contract' && type !== 'addendum' && type !== 'resume');
}

/** `type` and `format` must fit each other, see `hasOfficeForm`. */
export async function makeOffice(
  random: Random,
  type: OfficeType,
  language: Language,
  format: OfficeFormat,
): Promise<MadeOffice> {
  const region = pickRegion(random, language);
  const manner = createManner(random.fork('manner'), region);
  const ledger = createLedger(type);
  const made = { layout: `office-${format}`, region: region.id };
  if (type === 'contract' || type === 'addendum') {
    const agreement = drawAgreement(random.fork('agreement'), region, manner, ledger, type === 'addendum');
    const blocks = composeAgreement(agreement, manner, random.fork('blocks'));
    return { ...made, bytes: await toDocx(blocks, random.fork('docx')), truth: ledger.truth() };
  }
  const deal = drawDeal(random.fork('deal'), type, region, undefined);
  const sheet = createSheet(random.fork('sheet'), deal, manner, ledger);
  const blocks = composeTrade(sheet, random.fork('blocks'));
  if (format === 'docx') return { ...made, bytes: await toDocx(blocks, random.fork('docx')), truth: ledger.truth() };
  const rows = toRows(blocks);
  const name =
    sheet
      .title()
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .slice(0, 28) || 'Sheet1';
  const bytes =
    format === 'xlsx'
      ? await toXlsx(rows, { name, created: deal.issueDate })
      : toCsv(rows, manner.numbers.decimal, random.fork('csv'));
  return { ...made, bytes, truth: ledger.truth() };
}
