// Documents with exactly known truth, by type, language, layout and seed.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDENDUM_LAYOUTS, CONTRACT_LAYOUTS, makeContract } from './contract/make-contract.ts';
import { DESIGNS } from './layouts/designs.ts';
import { hasOfficeForm, makeOffice, OFFICE_FORMATS, type OfficeFormat, type OfficeType } from './office/make-office.ts';
import { makePosting, POSTING_LAYOUTS } from './posting/make-posting.ts';
import type { KnownFit } from './posting/posting-body.ts';
import { POSTING_LANGUAGES, type PostingLanguage } from './posting/posting-words.ts';
import { createRandom, type Random } from './random.ts';
import { makeReceipt, RECEIPT_LAYOUTS } from './receipt/make-receipt.ts';
import { LANGUAGES } from './regions/all.ts';
import type { Language } from './regions/region.ts';
import { makeResume, makeResumeDocx, RESUME_LAYOUTS } from './resume/make-resume.ts';
import { RESUME_LANGUAGES, type ResumeLanguage } from './resume/words/resume-words.ts';
import { type Degradation, scanDocument } from './scan/degrade.ts';
import { makeTrade } from './trade/make-trade.ts';
import { ODDITIES, type Oddity, type Sender } from './trade/sender.ts';
import { SYNTH_TYPES, type SynthType, type Truth, type TruthValue } from './truth.ts';

/** Résumés come in Polish, too. */
export type SynthLanguage = ResumeLanguage;

export interface SynthesizeOptions {
  type: SynthType;
  count: number;
  seed: number | string;
  /**
   * Of each business so many documents, one business after the other: `count` is of businesses then. Each keeps its address,
   * layout, words and forms; the oddities of printing take turns. Trade documents only, see `hasSenders`.
   */
  each?: number;
  /** Only this language, one of `listLanguages`; otherwise all in turn. */
  language?: SynthLanguage;
  /** Only this layout, by id. */
  layout?: string;
  /** Pixels instead of text: skewed, noisy, dark, compressed. */
  scan?: boolean;
  /** Résumés and receipts as plain text instead of a page (receipts that have a text form). */
  text?: boolean;
  /** An Office file or CSV instead of a page; `layout` says nothing there. */
  format?: OfficeFormat;
}

export interface SynthMeta {
  layout: string;
  language: SynthLanguage;
  region: string;
  seed: string;
  /** Which business, and what is odd about how it prints. */
  sender?: string;
  oddity?: Oddity;
  degradation?: Degradation;
}

export interface SynthDocument {
  id: string;
  type: SynthType;
  /** Name under `files/`; absent for plain text. */
  fileName?: string;
  bytes?: Buffer;
  text?: string;
  truth: Truth;
  meta: SynthMeta;
  /** Of a posting: how the person of that résumé fits it. */
  fit?: KnownFit & { resume: string };
}

export type { OfficeFormat };
export { hasOfficeForm, OFFICE_FORMATS, SYNTH_TYPES };

/** What a type can be written in. */
export function listLanguages(type: SynthType): readonly SynthLanguage[] {
  if (type === 'resume') return RESUME_LANGUAGES;
  return type === 'job_posting' ? POSTING_LANGUAGES : LANGUAGES;
}

const isCareers = (type: SynthType): boolean => type === 'resume' || type === 'job_posting';

/** Ids of the layouts that a type has. */
export function listLayouts(type: SynthType): readonly string[] {
  if (type === 'receipt') return RECEIPT_LAYOUTS;
  if (type === 'contract') return CONTRACT_LAYOUTS;
  if (type === 'addendum') return ADDENDUM_LAYOUTS;
  if (type === 'resume') return RESUME_LAYOUTS;
  if (type === 'job_posting') return POSTING_LAYOUTS;
  return DESIGNS.filter((design) => design.types.includes(type)).map((design) => design.id);
}

/** Whether several documents of one business can be made. */
export const hasSenders = (type: SynthType): boolean =>
  type !== 'receipt' && type !== 'contract' && type !== 'addendum' && !isCareers(type);

interface Made {
  pdf: Buffer;
  text?: string;
  truth: Truth;
  layout: string;
  region: string;
}

function makeDocument(
  random: Random,
  type: SynthType,
  { language: wanted, layout, sender }: { language: SynthLanguage; layout: string; sender?: Sender | undefined },
): Promise<Made> {
  if (type === 'resume') return makeResume(random, wanted, layout);
  if (type === 'job_posting') return makePosting(random, wanted as PostingLanguage, layout);
  const language = wanted as Language;
  if (type === 'receipt') return makeReceipt(random, language, layout);
  if (type === 'contract' || type === 'addendum') return makeContract(random, type, language, layout);
  return makeTrade(random, type, language, { layout, sender });
}

/** PDFs of ours name their page count in the page tree. */
const countPages = (pdf: Buffer): number => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1] ?? 1);

/**
 * Makes `count` documents one after the other. Document i depends on type, seed and i alone (and on the forced choices),
 * so a larger count begins with the same documents. Layouts and languages take turns in an order drawn from the seed.
 */
export async function* synthesize(options: SynthesizeOptions): AsyncGenerator<SynthDocument> {
  const { type, seed, each = 1 } = options;
  const count = options.count * each;
  const order = createRandom(`${seed}/${type}/order`);
  const layouts = options.layout === undefined ? order.shuffle(listLayouts(type)) : [options.layout];
  const languages = options.language === undefined ? order.shuffle(listLanguages(type)) : [options.language];
  for (let n = 0; n < count; n++) {
    const i = Math.floor(n / each);
    const whose = options.each === undefined ? undefined : senderOf(`${seed}/${type}`, i);
    const name = whose ? `${whose.seed}/${n % each}` : `${seed}/${type}/${i}`;
    const random = createRandom(name);
    const language = languages[i % languages.length]!;
    // Every round of layouts starts one further, so that layouts and languages do not march in step.
    const layout = layouts[(i + Math.floor(i / (layouts.length * languages.length))) % layouts.length]!;
    const id = whose ? `${type}-${whose.meta.sender}-${(n % each) + 1}` : `${type}-${String(n + 1).padStart(5, '0')}`;
    if (options.format) {
      const { bytes, truth, ...made } =
        type === 'resume'
          ? await makeResumeDocx(random, language)
          : await makeOffice(random, type as OfficeType, language as Language, options.format);
      yield { id, type, fileName: `${id}.${options.format}`, bytes, truth, meta: { ...made, language, seed: name } };
      continue;
    }
    const made = await makeDocument(random, type, { language, layout, sender: whose?.sender });
    const meta: SynthMeta = { layout: made.layout, language, region: made.region, seed: name, ...whose?.meta };
    if (options.text && made.text !== undefined) {
      yield { id, type, text: made.text, truth: made.truth, meta };
      continue;
    }
    if (options.scan) {
      const scanned = await scanDocument(random.fork('scan'), made.pdf, countPages(made.pdf));
      yield {
        id,
        type,
        fileName: `${id}.${scanned.extension}`,
        bytes: scanned.bytes,
        truth: made.truth,
        meta: { ...meta, degradation: scanned.degradation },
      };
      continue;
    }
    yield { id, type, fileName: `${id}.pdf`, bytes: made.pdf, truth: made.truth, meta };
  }
}

function senderOf(start: string, i: number) {
  const seed = `${start}/sender/${i}`;
  const oddity = ODDITIES[i % ODDITIES.length]!;
  const sender: Sender = { habits: createRandom(seed), oddity };
  return { seed, sender, meta: { sender: `s${String(i + 1).padStart(4, '0')}`, oddity } };
}

/** `work[0].name`, `work[1].name` → `work[].name: […]`. */
function listFields(fields: Truth['fields']): Record<string, TruthValue | TruthValue[]> {
  const lists: Record<string, TruthValue | TruthValue[]> = {};
  for (const [path, value] of Object.entries(fields)) {
    const general = path.replace(/\[\d+\]/g, '[]');
    if (general === path) lists[path] = value;
    else lists[general] = [...((lists[general] as TruthValue[] | undefined) ?? []), value];
  }
  return lists;
}

/** The document's line in a gold set. */
export function goldRecord(document: SynthDocument): Record<string, unknown> {
  const { lines } = document.truth;
  // Lists of a résumé are many and long: one row a field tells more than one a place.
  const fields = isCareers(document.type) ? listFields(document.truth.fields) : document.truth.fields;
  return {
    id: document.id,
    ...(document.fileName === undefined ? { text: document.text } : { file: `files/${document.fileName}` }),
    type: document.type,
    fields,
    ...(lines.length > 0 ? { lines } : {}),
    ...(document.fit ? { fit: document.fit } : {}),
    meta: document.meta,
  };
}

/**
 * Writes a gold set: `gold.jsonl` and `files/` under `out` (made when missing, an older set there is replaced).
 * Returns the number of documents; file system errors pass through.
 */
export async function writeGoldSet(out: string, documents: AsyncIterable<SynthDocument>): Promise<number> {
  await mkdir(join(out, 'files'), { recursive: true });
  const rows: string[] = [];
  for await (const document of documents) {
    if (document.fileName !== undefined && document.bytes)
      await writeFile(join(out, 'files', document.fileName), document.bytes);
    rows.push(JSON.stringify(goldRecord(document)));
  }
  await writeFile(join(out, 'gold.jsonl'), rows.map((row) => `${row}\n`).join(''));
  return rows.length;
}
