// One trade document of any type: deal, manner, design, page.

import { drawDesign } from '../layouts/compose.ts';
import { DESIGNS } from '../layouts/designs.ts';
import { createPen } from '../page/pen.ts';
import { drawTheme } from '../page/theme.ts';
import type { Random } from '../random.ts';
import { pickRegion, REGIONS } from '../regions/all.ts';
import type { Language } from '../regions/region.ts';
import { createLedger, type SynthType, type Truth } from '../truth.ts';
import { drawDeal } from './deal.ts';
import { createManner } from './manner.ts';
import { createSheet } from './sheet.ts';

export interface MadeDocument {
  pdf: Buffer;
  truth: Truth;
  layout: string;
  region: string;
}

const PAPER = { A4: [595.28, 841.89], LETTER: [612, 792] } as const;

const FAMILIES = ['Helvetica', 'Helvetica', 'Times'] as const;
const PRODUCERS = ['Kontorista 4.2', 'FacturaPlusX', 'OfficeDocs PDF 11', 'Ledgerline', 'Printworks 3'];

/** Draws a document of the type; `layout` forces a design by id. */
export async function makeTrade(
  random: Random,
  type: SynthType,
  language: Language,
  layout?: string,
): Promise<MadeDocument> {
  const region = pickRegion(random, language);
  const neighbours = REGIONS.filter((other) => other.country !== region.country && other.taxNumberPath === 'vatId');
  const foreign = region.taxNumberPath === 'vatId' && random.chance(0.1) ? random.pick(neighbours) : undefined;
  const deal = drawDeal(random.fork('deal'), type, region, foreign);
  const manner = createManner(random.fork('manner'), region);
  const ledger = createLedger(type);
  const sheet = createSheet(random.fork('sheet'), deal, manner, ledger);
  const candidates = DESIGNS.filter((design) => design.types.includes(type));
  const design =
    layout === undefined ? random.pick(candidates) : candidates.find((candidate) => candidate.id === layout);
  if (!design) throw new RangeError(`no layout ${layout} for ${type}`);
  const family = design.family ?? random.pick(FAMILIES);
  const theme = drawTheme(random.fork('theme'), family, design.size ?? 9.5, !design.plain);
  const [short, long] = PAPER[region.paper];
  const pen = createPen({
    width: design.landscape ? long : short,
    height: design.landscape ? short : long,
    family,
    size: theme.size,
    ink: theme.ink,
    compress: random.chance(0.8),
    title: random.chance(0.5) ? '' : sheet.title(),
    producer: random.pick(PRODUCERS),
    created: deal.issueDate,
  });
  drawDesign({ pen, theme, sheet, random: random.fork('layout'), margin: design.margin ?? 48 }, design);
  return { pdf: await pen.finish(), truth: ledger.truth(), layout: design.id, region: region.id };
}
