// Contracts and addenda on paper: classic, modern, two columns, as a letter, with a sheet of key terms.

import { drawMark } from '../page/logo.ts';
import { createPen, type Family, type Pen, type TextStyle } from '../page/pen.ts';
import { drawTheme, type Theme } from '../page/theme.ts';
import type { Random } from '../random.ts';
import { pickRegion } from '../regions/all.ts';
import type { Language } from '../regions/region.ts';
import { createManner, fill, type Manner } from '../trade/manner.ts';
import { drawNumber } from '../trade/pairs.ts';
import { createLedger, type Ledger, type Truth } from '../truth.ts';
import { type Agreement, drawAgreement } from './agreement.ts';

export interface MadeContract {
  pdf: Buffer;
  truth: Truth;
  layout: string;
  region: string;
}

interface ContractDesign {
  id: string;
  family: Family;
  size: number;
  margin: number;
  columns: 1 | 2;
  title: 'centred' | 'left' | 'banner';
  headings: 'numbered' | 'paragraph' | 'article' | 'run-in' | 'capitals';
  /** How parties are set: in a sentence, or side by side. */
  parties: 'sentence' | 'boxes';
  keyTerms: boolean;
  letterhead: boolean;
}

const CONTRACTS: readonly ContractDesign[] = [
  {
    id: 'deed-classic',
    family: 'Times',
    size: 11.5,
    margin: 78,
    columns: 1,
    title: 'centred',
    headings: 'numbered',
    parties: 'sentence',
    keyTerms: false,
    letterhead: false,
  },
  {
    id: 'deed-modern',
    family: 'Helvetica',
    size: 9.5,
    margin: 62,
    columns: 1,
    title: 'banner',
    headings: 'capitals',
    parties: 'boxes',
    keyTerms: false,
    letterhead: false,
  },
  {
    id: 'deed-two-columns',
    family: 'Times',
    size: 9.5,
    margin: 46,
    columns: 2,
    title: 'centred',
    headings: 'article',
    parties: 'sentence',
    keyTerms: false,
    letterhead: false,
  },
  {
    id: 'deed-letter',
    family: 'Helvetica',
    size: 10.5,
    margin: 70,
    columns: 1,
    title: 'left',
    headings: 'run-in',
    parties: 'sentence',
    keyTerms: false,
    letterhead: true,
  },
  {
    id: 'deed-key-terms',
    family: 'Helvetica',
    size: 10,
    margin: 54,
    columns: 1,
    title: 'left',
    headings: 'paragraph',
    parties: 'boxes',
    keyTerms: true,
    letterhead: false,
  },
  {
    id: 'deed-typewriter',
    family: 'Courier',
    size: 10,
    margin: 66,
    columns: 1,
    title: 'centred',
    headings: 'numbered',
    parties: 'sentence',
    keyTerms: false,
    letterhead: false,
  },
];
const ADDENDA: readonly ContractDesign[] = [
  {
    id: 'addendum-classic',
    family: 'Times',
    size: 12,
    margin: 80,
    columns: 1,
    title: 'centred',
    headings: 'numbered',
    parties: 'sentence',
    keyTerms: false,
    letterhead: false,
  },
  {
    id: 'addendum-sheet',
    family: 'Helvetica',
    size: 10,
    margin: 56,
    columns: 1,
    title: 'banner',
    headings: 'paragraph',
    parties: 'boxes',
    keyTerms: true,
    letterhead: false,
  },
  {
    id: 'addendum-letter',
    family: 'Helvetica',
    size: 10.5,
    margin: 68,
    columns: 1,
    title: 'left',
    headings: 'run-in',
    parties: 'sentence',
    keyTerms: false,
    letterhead: true,
  },
];

export const CONTRACT_LAYOUTS: readonly string[] = CONTRACTS.map((design) => design.id);
export const ADDENDUM_LAYOUTS: readonly string[] = ADDENDA.map((design) => design.id);

interface Flow {
  pen: Pen;
  theme: Theme;
  design: ContractDesign;
  x: number;
  y: number;
  width: number;
  column: number;
  columnTop: number;
}

/** Puts text into the flow, going to the next column or page when one is full. */
function flowText(flow: Flow, text: string, style: TextStyle = {}, keep = 0): void {
  const { pen, design } = flow;
  const pageBottom = pen.height - design.margin - 14;
  // Short deeds would never leave the first column.
  const bottom = design.columns === 2 && flow.column === 0 ? Math.min(pageBottom, flow.columnTop + 300) : pageBottom;
  const step = (style.size ?? design.size) * (style.leading ?? 1.3);
  const next = (): void => {
    if (design.columns === 2 && flow.column === 0) {
      flow.column = 1;
      flow.x += flow.width + 22;
      flow.y = flow.columnTop;
      return;
    }
    pen.newPage();
    flow.column = 0;
    flow.x = design.margin;
    flow.y = design.margin;
    flow.columnTop = design.margin;
  };
  if (flow.y + keep > bottom) next();
  for (const line of pen.wrap(text, flow.width, style)) {
    if (flow.y + step > bottom) next();
    flow.y = pen.text(line, flow.x, flow.y, { leading: 1.3, ...style, width: flow.width });
  }
}

function headingOf(design: ContractDesign, index: number, heading: string): string {
  if (design.headings === 'numbered') return `${index + 1}. ${heading}`;
  if (design.headings === 'paragraph') return `§ ${index + 1} ${heading}`;
  if (design.headings === 'article') return `Art. ${index + 1} - ${heading}`;
  return design.headings === 'capitals' ? heading.toUpperCase() : heading;
}

function drawOpening(flow: Flow, agreement: Agreement, random: Random): void {
  const { pen, theme, design } = flow;
  const width = pen.width - 2 * design.margin;
  if (design.letterhead) {
    const sender = agreement.parties[1]!.party;
    drawMark(pen, random.fork('mark'), flow.x, flow.y, 30, theme.accent);
    pen.text(sender.brand, flow.x + 40, flow.y + 6, { size: 15, weight: 'bold', color: theme.accent });
    pen.lines([sender.phone, sender.email, sender.website], flow.x, flow.y, {
      size: 8,
      align: 'right',
      width,
      color: theme.muted,
    });
    flow.y += 62;
  }
  if (design.title === 'banner') {
    pen.box(0, flow.y - 16, pen.width, 48, { fill: theme.accent });
    let size = 20;
    while (size > 11 && pen.measure(agreement.title, { size, weight: 'bold' }) > width) size -= 1;
    pen.text(agreement.title, flow.x, flow.y - 4, { size, weight: 'bold', color: '#ffffff' });
    flow.y += 52;
  } else {
    flow.y =
      pen.text(agreement.title, flow.x, flow.y, {
        size: design.size + 6,
        weight: 'bold',
        align: design.title === 'centred' ? 'center' : 'left',
        width,
      }) + 14;
  }
}

function drawParties(flow: Flow, agreement: Agreement, manner: Manner): void {
  const { pen, design, theme } = flow;
  const { clauses } = agreement;
  const addressOf = (i: number): string => {
    const { party } = agreement.parties[i]!;
    return `${party.street}, ${party.region.cityLine(party.city)}`;
  };
  if (design.parties === 'boxes') {
    const cell = (flow.width - 16) / 2;
    flow.y = pen.text(clauses.terms.parties, flow.x, flow.y, { weight: 'bold' }) + 4;
    const ends = agreement.parties.map(({ party, role }, i) => {
      const x = flow.x + i * (cell + 16);
      const label = pen.text(role, x + 8, flow.y + 6, {
        size: design.size - 1.5,
        color: theme.muted,
        width: cell - 16,
      });
      return pen.lines([party.name, party.street, party.region.cityLine(party.city)], x + 8, label + 1, {
        width: cell - 16,
      });
    });
    const bottom = Math.max(...ends) + 6;
    for (const i of [0, 1]) pen.box(flow.x + i * (cell + 16), flow.y, cell, bottom - flow.y, { stroke: theme.rule });
    flow.y = bottom + 14;
    return;
  }
  const template = manner.word(clauses.party);
  flowText(flow, manner.word(clauses.between));
  agreement.parties.forEach(({ party, role }, i) => {
    flow.y += 5;
    if (i === 1) flowText(flow, clauses.and);
    flow.y += i === 1 ? 5 : 0;
    flowText(flow, fill(template, { name: party.name, address: addressOf(i), role }));
  });
  flow.y += 6;
  flowText(flow, manner.word(clauses.agreed));
  flow.y += 8;
}

function drawKeyTerms(flow: Flow, agreement: Agreement): void {
  const { pen, theme, design } = flow;
  for (const { label, text } of agreement.terms) {
    const height = design.size * 1.25 + 7;
    pen.box(flow.x, flow.y, flow.width * 0.38, height, { fill: theme.tint, stroke: theme.rule });
    pen.box(flow.x + flow.width * 0.38, flow.y, flow.width * 0.62, height, { stroke: theme.rule });
    pen.text(label, flow.x + 7, flow.y + 4, { weight: 'bold' });
    pen.text(text, flow.x + flow.width * 0.38 + 7, flow.y + 4);
    flow.y += height;
  }
  flow.y += 16;
}

function drawSignatures(flow: Flow, agreement: Agreement): void {
  const { pen, theme, design } = flow;
  flow.y += 14;
  flowText(flow, agreement.signedOn, {}, 95);
  const width = pen.width - 2 * design.margin;
  const narrow = design.columns === 2;
  agreement.parties.forEach(({ party, role }, i) => {
    const x = narrow ? flow.x : design.margin + i * (width / 2 + 8);
    const y = flow.y + 34 + (narrow ? i * 54 : 0);
    const line = narrow ? flow.width : width / 2 - 16;
    pen.rule(x, y, x + line, y, { color: theme.rule });
    const below = pen.text(party.name, x, y + 3, { size: design.size - 1, width: line });
    pen.text(role, x, below, { size: design.size - 2, color: theme.muted, width: line });
  });
}

/** Draws a contract or an addendum; `layout` forces a design by id. */
export async function makeContract(
  random: Random,
  type: 'contract' | 'addendum',
  language: Language,
  layout?: string,
): Promise<MadeContract> {
  const region = pickRegion(random, language);
  const manner = createManner(random.fork('manner'), region);
  const ledger: Ledger = createLedger(type);
  const designs = type === 'contract' ? CONTRACTS : ADDENDA;
  const design = layout === undefined ? random.pick(designs) : designs.find((candidate) => candidate.id === layout);
  if (!design) throw new RangeError(`no layout ${layout} for ${type}`);
  const agreement = drawAgreement(random.fork('agreement'), region, manner, ledger, type === 'addendum');
  const theme = drawTheme(random.fork('theme'), design.family, design.size);
  const [width, height] = region.paper === 'A4' ? [595.28, 841.89] : [612, 792];
  const pen = createPen({
    width,
    height,
    family: design.family,
    size: design.size,
    ink: theme.ink,
    compress: random.chance(0.8),
    title: random.chance(0.5) ? agreement.title : '',
    producer: 'LexWriter 9',
    created: agreement.executed,
  });
  const content = width - 2 * design.margin;
  const flow: Flow = {
    pen,
    theme,
    design,
    x: design.margin,
    y: design.margin,
    width: content,
    column: 0,
    columnTop: design.margin,
  };
  drawOpening(flow, agreement, random);
  if (type === 'contract' && random.chance(0.5)) {
    const number = drawNumber(random, 'contract', agreement.executed);
    const text = `${agreement.clauses.terms.number} ${number}`;
    ledger.state('number', number, number);
    flow.y =
      pen.text(text, flow.x, flow.y - 4, { width: content, align: design.title === 'centred' ? 'center' : 'left' }) +
      10;
  }
  if (design.columns === 2) {
    flow.width = (content - 22) / 2;
    flow.columnTop = flow.y;
  }
  drawParties(flow, agreement, manner);
  if (design.keyTerms) drawKeyTerms(flow, agreement);
  agreement.sections.forEach(({ heading, text }, i) => {
    if (design.headings === 'run-in') flowText(flow, `${heading}. ${text}`);
    else {
      flowText(flow, headingOf(design, i, heading), { weight: 'bold' }, 40);
      flow.y += 1;
      flowText(flow, text);
    }
    flow.y += 8;
  });
  drawSignatures(flow, agreement);
  if (pen.pageCount() > 1 || random.chance(0.4)) {
    pen.onEveryPage((p, n) => {
      pen.text(fill(manner.word(manner.words.page), { p, n }), design.margin, height - 36, {
        size: 8.5,
        align: 'center',
        width: content,
      });
    });
  }
  return { pdf: await pen.finish(), truth: ledger.truth(), layout: design.id, region: region.id };
}
