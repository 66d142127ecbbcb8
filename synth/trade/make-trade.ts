// One trade document of any type: deal, manner, design, page.

import { drawDesign } from '../layouts/compose.ts';
import { DESIGNS } from '../layouts/designs.ts';
import { createPen } from '../page/pen.ts';
import { drawTheme } from '../page/theme.ts';
import type { Random } from '../random.ts';
import { pickRegion, REGIONS } from '../regions/all.ts';
import type { Language } from '../regions/region.ts';
import { createLedger, type SynthType, type Truth } from '../truth.ts';
import { WORDS } from '../words/all.ts';
import { drawDeal } from './deal.ts';
import { createManner } from './manner.ts';
import { ownSums } from './oddities.ts';
import type { Sender } from './sender.ts';
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

/** Draws a document of the type; `layout` forces a design by id. With a sender, all but its contents is as the sender's always are. */
export async function makeTrade(
  random: Random,
  type: SynthType,
  language: Language,
  { layout, sender }: { layout?: string | undefined; sender?: Sender | undefined } = {},
): Promise<MadeDocument> {
  const habits = sender?.habits ?? random;
  const region = pickRegion(habits, language);
  const neighbours = REGIONS.filter((other) => other.country !== region.country && other.taxNumberPath === 'vatId');
  const foreign = region.taxNumberPath === 'vatId' && random.chance(0.1) ? random.pick(neighbours) : undefined;
  const dealt = random.fork('deal');
  const deal = drawDeal(dealt, type, region, foreign, sender ? habits.fork('deal') : dealt);
  const manners = habits.fork('manner');
  const own = sender && ownSums(WORDS[language], sender.oddity, habits);
  const manner = createManner(manners, region, own && { steady: true, own });
  const ledger = createLedger(type);
  const contents = sender ? { sender, contents: random.fork('sheet') } : {};
  const sheet = createSheet(habits.fork('sheet'), deal, manner, ledger, contents);
  const candidates = DESIGNS.filter((design) => design.types.includes(type));
  const found =
    layout === undefined ? habits.pick(candidates) : candidates.find((candidate) => candidate.id === layout);
  if (!found) throw new RangeError(`no layout ${layout} for ${type}`);
  // A title that holds the number says what it is.
  const hides = sender && sender.oddity !== 'none' && found.title.startsWith('number');
  const design = hides ? { ...found, title: 'plain' as const } : found;
  const family = design.family ?? habits.pick(FAMILIES);
  const theme = drawTheme(habits.fork('theme'), family, design.size ?? 9.5, !design.plain);
  const [short, long] = PAPER[region.paper];
  const pen = createPen({
    width: design.landscape ? long : short,
    height: design.landscape ? short : long,
    family,
    size: theme.size,
    ink: theme.ink,
    compress: habits.chance(0.8),
    title: habits.chance(0.5) ? '' : sheet.title(),
    producer: habits.pick(PRODUCERS),
    created: deal.issueDate,
  });
  drawDesign({ pen, theme, sheet, random: habits.fork('layout'), margin: design.margin ?? 48 }, design);
  return { pdf: await pen.finish(), truth: ledger.truth(), layout: design.id, region: region.id };
}
