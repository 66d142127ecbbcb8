// The head of a receipt: which of its rows name the shop, say where it is, how it is reached and registered.

import type { Reading } from '../../../../pipeline/reading.ts';
import { addressLineScore } from '../../../../recognize/addresses.ts';
import { companyNameScore } from '../../../../recognize/company-names.ts';
import { isContactLine } from '../../../../recognize/contact.ts';
import { findTimes } from '../../../../recognize/times.ts';
import { readAmountLabel } from './labels.ts';
import { type ReceiptRow, receiptRows } from './rows.ts';
import { COLUMN_TITLES, CUSTOMER, GREETING, STAMP, TILL, TITLE } from './words.ts';

export type HeadKind =
  | 'name'
  | 'address'
  | 'contact'
  | 'registration'
  | 'tax'
  | 'title'
  | 'greeting'
  | 'customer'
  | 'till'
  | 'amount'
  | 'noise';

export interface HeadRow {
  row: ReceiptRow;
  kind: HeadKind;
  /** 0–1: how much the row looks like a part of an address. */
  address: number;
  /** 0–1: how much it looks like the name of a firm. */
  name: number;
}

/** A company's number at the end of its name or alone: `(867388-U)`, `002043319-W`, `Co. Reg: 860671-D`. */
export const REGISTRATION =
  /[\s([{]*(?:(?:co(?:mpany)?\.?|business|biz)[\s.-]*reg(?:istration|n)?\b|co\.? ?(?:no|nr)\b|roc\b|r\.o\.c|ssm\b|uen\b|reg(?:istration|n)?\.? ?(?:no|nr|#)|company no|rcs\b|siren\b|siret\b|hrb\b|kvk\b|c\.?u\.?i\.?t\b)[\s.:#()noNO-]*[A-Z0-9][\w\s/.-]*[)\]}]*|[\s([{]+(?:[A-Z]{1,3})?\d{4,12}[\s-]{0,2}[A-Z0-9]?[)\]}]+|(?:^|\s)(?:[A-Z]{1,3})?\d{4,12}-[A-Z](?![\w-])/iu;
const REGISTRATION_ONLY = /^[\s\W]*(?:[A-Z]{1,3})?\d{4,12}[\s-]{0,3}[A-Z0-9]?[\s\W]*$/u;
export const TAX_ROW =
  /(?<!\p{L})(?:g\.?s\.?t|v\.?a\.?t|t\.?v\.?a|tax|ust|u\.?s\.?t|mwst|btw|p\.? ?iva|iva|nif|cif|nip|steuer|st|abn|a\.b\.n|tin|gstin|sst|siret|cvr|org|ein|fein|npwp|c\.?f)[\s.-]*(?:id(?:ent)?|reg(?:istration|istered|d|n)?|no|nr|num(?:ber|mer)?|n[°ºo]|payer|#|:|=)[\s.:#=-]*|(?<!\p{L})(?:p\.? ?iva|partita iva|nif|cif|nip|abn|siret|gstin|steuernummer|ustid\w*|kvk)\b/iu;
/** Marks of addresses that a postal recognizer alone does not see in a lone line. */
const PLACE_SIGNS =
  /^\W{0,2}(?:no|lot|unit|level|lvl|shop|suite|ste|blk|block|floor|gf|g\/f|ground|hq|jalan|jln|lorong|lrg|taman|tmn|kg|kampung|kawasan|bandar|wisma|menara|plaza|bangunan|persiaran|lebuh|lebuhraya|batu|seksyen|off)[\s.:]*[,#]? ?[\p{L}\d]|(?<!\p{L})(?:jalan|jln|taman|persiaran|lebuh|lorong|kampung|bandar)(?!\p{L})|#[A-Z]?\d{1,3}-\d{1,3}|\b\d{1,3}(?:st|nd|rd|th) (?:floor|flr|flo0r)\b|\b[A-Z]{2} \d{5}\b/iu;

/** "Kwitantie nr. 8566": a number of a paper. */
const NUMBERED = /(?<!\p{L})(?:n[or]?[.°º]+|nr|no)\s*[:#]?\s*\d{3,}/iu;
const MOST_HEAD_ROWS = 22;

/** Rows from the top to where goods or till data begin. */
export function headRows(reading: Reading): readonly HeadRow[] {
  return reading.derive('receipt/head', () => {
    const head: HeadRow[] = [];
    for (const row of receiptRows(reading).slice(0, MOST_HEAD_ROWS)) {
      const one = nameAtTop(classifyHeadRow(reading, row), head);
      // Goods begin: the shop has spoken. A stray amount above any name is noise.
      if (COLUMN_TITLES.test(row.text) && head.length >= 2) break;
      if (one.kind === 'amount' && head.some((other) => other.kind === 'name') && head.length >= 3) break;
      head.push(one);
    }
    return head;
  });
}

/** What stands on top without a number is a name, however much it sounds like a place: "SAINT-PAUL BAKERY". */
function nameAtTop(one: HeadRow, above: readonly HeadRow[]): HeadRow {
  const first = above.every((other) => other.kind === 'noise' || other.kind === 'title' || other.kind === 'greeting');
  return first && one.kind === 'address' && !/\d/.test(one.row.text) ? { ...one, kind: 'name' } : one;
}

export function classifyHeadRow(reading: Reading, row: ReceiptRow): HeadRow {
  const text = textOf(row);
  const address = addressScore(text);
  const name = companyNameScore(nameText(text));
  return { row, kind: kindOf(reading, row, text, address, name), address, name };
}

/** A row's text without stamps beside it. */
export function textOf(row: ReceiptRow): string {
  const kept = row.lines.filter((line) => !STAMP.test(line.text));
  return (kept.length > 0 ? kept : row.lines)
    .map((line) => line.text)
    .join('  ')
    .trim();
}

function kindOf(reading: Reading, row: ReceiptRow, text: string, address: number, name: number): HeadKind {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (TITLE.test(text) || STAMP.test(text) || TITLE.test(row.lines[0]!.text)) return 'title';
  if (CUSTOMER.test(text)) return 'customer';
  if (name >= 0.9) return 'name';
  if (REGISTRATION_ONLY.test(text) && /\d{5}/.test(text)) return 'registration';
  if (TAX_ROW.test(text) && /\d{4}/.test(text.replace(/\D+/g, ''))) return 'tax';
  if (address >= 0.8) return 'address';
  const registration = REGISTRATION.exec(text);
  if (registration && nameText(text).replace(/\P{L}/gu, '').length < 4) return 'registration';
  if (GREETING.test(text)) return 'greeting';
  if (isContactLine(text) || /^\W*(?:tel|phone|fax|h\/?p|hp|mobile|email|e-mail|web|www)\b/iu.test(text))
    return 'contact';
  const dated = row.lines.some((line) => reading.dates(line).length > 0 || findTimes(line.text).length > 0);
  if (dated) return 'till';
  if (row.amounts.some((amount) => amount.form === 'cents') && address < 0.4) return 'amount';
  if ((TILL.test(text) || NUMBERED.test(text)) && address < 0.5) return 'till';
  if (letters < 3 || letters < 0.45 * text.replace(/\s/g, '').length) return address >= 0.35 ? 'address' : 'noise';
  if (readAmountLabel(text)?.kind === 'cash' && text.split(/\s+/).length === 1) return 'title';
  if (address >= 0.35 && address > name) return 'address';
  return 'name';
}

function addressScore(text: string): number {
  const clean = text.replace(/^\W*(?:hq|address|addr|adresse|alamat)\s*[:.]\s*/iu, '').replace(/(?<=\d)\.\s/g, ', ');
  const score = addressLineScore(clean);
  return PLACE_SIGNS.test(text) ? Math.min(1, Math.max(score, 0.45) + 0.1) : score;
}

/** A row without registration numbers, ornaments and what follows them. */
export function nameText(text: string): string {
  const cut = REGISTRATION.exec(text);
  const kept = cut && cut.index > 2 ? text.slice(0, cut.index) : text;
  return kept
    .replace(/^[\s*=_~#.,:;'"“”‘’|<>{}\\/·•—–-]+|[\s*=_~#,:;'"“”‘’|<>{}\\/·•—–-]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
