// A file that holds several papers: which page begins a new one. No bar codes or separator sheets needed: pages say their numbers, their
// titles, whose they are and what they go on with. What is in doubt stays together: a person sees a paper that is too long sooner
// than one that was torn apart.

import type { Page, ParsedDocument } from '../document/parsed-document.ts';
import { findIbans } from '../recognize/iban.ts';
import { type PageNumber, readPageNumber } from '../recognize/page-numbers.ts';
import { readRowLabel } from '../recognize/tables/row-labels.ts';
import { findVatIds } from '../recognize/vat-ids.ts';
import { extractByLabels } from './label-extractor.ts';
import type { DocumentType } from './pack.ts';
import { createReading } from './reading.ts';
import type { TypeCatalogue } from './type-catalogue.ts';

/** Log-odds that a page which says nothing begins a new paper. */
const PRIOR = -3;
/** A title counts from this weight on (classify.ts: a title alone in large type has about 3). */
const TITLE_FROM = 1.8;
/** Below this it may as well be a label beside its value. */
const CLEAR_TITLE = 2.5;
/** Longer files are books. */
const MOST_PAGES = 400;

/** What speaks for (above 0) or against a new paper on a page, by name; their sum decides. */
export type BoundarySignals = Record<string, number>;

interface SeenPage {
  page: Page;
  number: PageNumber | undefined;
  /** Type → weight of its titles on this page. */
  titles: Readonly<Record<string, number>>;
  ids: ReadonlySet<string>;
  head: ReadonlySet<string>;
}

/** Indexes into `doc.pages`: one group a paper, in order. */
export function splitBundle(doc: ParsedDocument, catalogue: TypeCatalogue): number[][] {
  const all = doc.pages.map((_, i) => i);
  if (doc.pages.length < 2 || doc.pages.length > MOST_PAGES || (doc.structured && doc.format !== 'csv')) return [all];
  const groups: number[][] = [[0]];
  let first = seePage(doc, 0, catalogue);
  let before = first;
  for (let i = 1; i < doc.pages.length; i++) {
    const own = seePage(doc, i, catalogue);
    if (isBlank(own.page)) {
      groups.at(-1)!.push(i);
      continue;
    }
    const signals = judgeBoundary(doc, catalogue, { first, before, own });
    if (sumOf(signals) > 0) {
      groups.push([i]);
      first = own;
    } else groups.at(-1)!.push(i);
    before = own;
  }
  return groups;
}

const isBlank = (page: Page): boolean => page.lines.length === 0;
const sumOf = (signals: BoundarySignals): number => Object.values(signals).reduce((sum, part) => sum + part, PRIOR);

function judgeBoundary(
  doc: ParsedDocument,
  catalogue: TypeCatalogue,
  { first, before, own }: { first: SeenPage; before: SeenPage; own: SeenPage },
): BoundarySignals {
  const signals: BoundarySignals = { ...numbering(before.number, own.number), ...flow(before.page, own.page) };
  const [title, weight] = strongest(own.titles);
  // Nothing on the page could begin a paper.
  if (weight < TITLE_FROM && !((signals.numbering ?? 0) > 0)) return { none: -1 };
  if (weight >= TITLE_FROM) {
    signals.title = weight >= CLEAR_TITLE ? 2.2 : 1.2;
    const [begun, begunWeight] = strongest(first.titles);
    if (begunWeight >= TITLE_FROM && begun !== title) signals.otherType = 1;
    const type = catalogue.get(title);
    const [theirs, mine] = [numberOn(doc, first.page, type), numberOn(doc, own.page, type)];
    // "Delivery note no.: 17" among the references of an invoice is a label, not the title of the next paper.
    const refers = weight < CLEAR_TITLE && begunWeight >= CLEAR_TITLE && begun !== title && mine !== undefined;
    if (theirs && mine && !(refers && theirs !== mine)) signals.documentNumber = theirs === mine ? -5 : 3;
    else if (refers) signals.reference = -1.5;
    // A title that every page repeats, or a word of the text: a paper of its own would say its number.
    else if (begun === title || (!mine && hasNumber(type))) signals.unnumbered = -2.5;
  }
  if (isAnnex(own.page)) signals.annex = -4;
  if (first.ids.size > 0 && own.ids.size > 0) {
    const shared = [...own.ids].some((id) => first.ids.has(id));
    signals.ids = shared ? -0.5 : 2.5;
  }
  const alike = likeness(first.head, own.head);
  if (alike !== undefined) signals.head = alike < 0.1 ? 1 : alike > 0.6 ? -0.5 : 0;
  if (Math.abs(first.page.width - own.page.width) > 10 || Math.abs(first.page.height - own.page.height) > 10)
    signals.paper = 0.7;
  if (first.page.source !== own.page.source) signals.source = 0.5;
  return signals;
}

/** "1 of 3" begins, "2 of 3" goes on, and after "3 of 3" comes something else. */
function numbering(before: PageNumber | undefined, own: PageNumber | undefined): BoundarySignals {
  if (own?.number === 1) return { numbering: own.of !== undefined || before ? 5 : 2.5 };
  if (own) return { numbering: -7 };
  if (before?.of === undefined) return {};
  return { numbering: before.number === before.of ? 1.5 : -5 };
}

/** What runs over from the page before. */
function flow(before: Page, own: Page): BoundarySignals {
  const signals: BoundarySignals = {};
  const edges = [...before.lines.slice(-6), ...own.lines.slice(0, 8)];
  if (edges.some((line) => readRowLabel(line.text)?.reason === 'carried-forward')) signals.carried = -5;
  const last = before.lines.findLast((line) => line.words.length >= 6);
  const next = own.lines.find((line) => line.words.length >= 6);
  if (last && next && !/[.:;!?)]\s*$/.test(last.text) && /^\p{Ll}/u.test(next.text)) signals.prose = -3;
  return signals;
}

const ANNEX =
  /^\s*(?:annex|appendix|exhibit|schedule|attachment|anlage|anhang|annexe|anexo|allegato|bijlage|załącznik|terms (?:and|&) conditions|general (?:terms|conditions)|allgemeine|agb|conditions générales|condizioni generali|condiciones generales|algemene)(?!\p{L})/iu;

const isAnnex = (page: Page): boolean => page.lines.slice(0, 6).some((line) => ANNEX.test(line.text));

const hasNumber = (type: DocumentType): boolean => type.fields.some(({ path }) => path === 'number');

function numberOn(doc: ParsedDocument, page: Page, type: DocumentType): string | undefined {
  if (!hasNumber(type)) return undefined;
  const only = { ...type, fields: type.fields.filter(({ path }) => path === 'number') };
  const found = extractByLabels(createReading({ ...doc, pages: [page] }), only).filter(({ score }) => score > 0);
  const best = found.sort((a, b) => b.score - a.score)[0];
  return typeof best?.value === 'string' ? best.value.replace(/\s/g, '').toLowerCase() : undefined;
}

const HEAD = 0.16;
const MOST_ID_LINES = 200;

function seePage(doc: ParsedDocument, i: number, catalogue: TypeCatalogue): SeenPage {
  const page = doc.pages[i]!;
  const head = page.lines.filter((line) => line.box[3] <= HEAD * page.height);
  const ids = page.lines
    .slice(0, MOST_ID_LINES)
    .filter(({ text }) => /[A-Z]{2} ?\d/.test(text))
    .flatMap(({ text }) => [...findVatIds(text), ...findIbans(text)].map(({ value }) => value));
  return {
    page,
    number: readPageNumber(page),
    titles: catalogue.classifier.titles(createReading({ ...doc, pages: [page] })),
    ids: new Set(ids),
    head: new Set(
      head.flatMap(({ words }) => words.map(({ text }) => text.toLowerCase())).filter((w) => /\p{L}{2}/u.test(w)),
    ),
  };
}

function strongest(titles: Readonly<Record<string, number>>): [string, number] {
  let best: [string, number] = ['', 0];
  for (const entry of Object.entries(titles)) if (entry[1] > best[1]) best = entry;
  return best;
}

/** Share of words in common; undefined when one side has too few to tell. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
  if (a.size < 4 || b.size < 4) return undefined;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared);
}
