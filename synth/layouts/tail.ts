// What follows the line table: taxes, sums, payment, conditions by type, signatures.
import type { DrawnTable } from '../page/table.ts';
import {
  drawBank,
  drawClosing,
  drawPairColumns,
  drawSignature,
  drawTaxTable,
  drawTotalBoxes,
  drawTotals,
} from './blocks.ts';
import { type Context, ensureSpace } from './context.ts';
import type { Design } from './design.ts';
import type { Area } from './heads.ts';

/** Scope and award criteria of a request for quotation. */
function drawRequest(context: Context, area: Area, y: number): number {
  const { pen, sheet, random } = context;
  const { words, word } = sheet.manner;
  let top = y;
  if (random.chance(0.6)) {
    const scope = random.pick(words.scopes);
    top = pen.text(word(words.scopeHeading), area.x, top, { weight: 'bold' });
    top = pen.text(scope, area.x, top, { width: area.width }) + 8;
    sheet.ledger.state('scope', scope, scope, false);
  }
  if (random.chance(0.5)) {
    top = pen.text(word(words.evaluation.heading), area.x, top, { weight: 'bold' }) + 1;
    const criteria = random.sample(words.evaluation.criteria, random.int(2, 4));
    const first = random.pick([40, 50, 60]);
    const weights = criteria.map((_, i) => (i === 0 ? first : Math.floor((100 - first) / (criteria.length - 1))));
    weights[weights.length - 1]! += 100 - weights.reduce((sum, weight) => sum + weight, 0);
    criteria.forEach((criterion, i) => {
      pen.text(criterion, area.x + 8, top, { width: 180 });
      top = pen.text(`${weights[i]} %`, area.x + 190, top, { align: 'right', width: 50 });
      sheet.ledger.state(`evaluation[${i}].criterion`, criterion, criterion);
      sheet.ledger.state(`evaluation[${i}].weight`, weights[i]!, String(weights[i]));
    });
    top += 8;
  }
  return top;
}

function drawExclusions(context: Context, area: Area, y: number): number {
  const { pen, sheet, random } = context;
  if (!random.chance(0.4)) return y;
  const { words, word } = sheet.manner;
  const item = random.pick(words.exclusions.items);
  sheet.ledger.state('exclusions', item, item, false);
  return pen.text(`${word(words.exclusions.heading)}: ${item}`, area.x, y, { width: area.width }) + 4;
}

function drawSums(context: Context, design: Design, area: Area, table: DrawnTable, y: number, bottom: number): number {
  const { sheet, pen } = context;
  const rows = sheet.totals();
  const look = design.totalsLook ?? 'plain';
  const width = Math.min(250, area.width * 0.55);
  const right = area.x + area.width;
  const ruledTaxes = design.taxes === 'left-ruled';
  const left = Math.min(area.width - width - 16, 230);
  switch (design.totals) {
    case 'left': {
      const end = drawTotals(context, rows, area.x, y, width, look);
      return design.bank === 'beside'
        ? Math.max(end, drawBank(context, area.x + width + 24, y, area.width - width - 24))
        : end;
    }
    case 'boxes': {
      const top = design.taxes ? drawTaxTable(context, area.x, y, left, ruledTaxes) + 8 : y;
      return drawTotalBoxes(context, rows, area.x, top, area.width);
    }
    case 'full':
      return drawTotals(context, rows, area.x, y, area.width, look);
    case 'under-table': {
      // Rows go on in the table's own grid: labels end where the amount column begins.
      const narrow = table.columns.find(({ x }) => right - x <= width) ?? table.columns.at(-1)!;
      const start = right - narrow.x < 150 ? right - 200 : narrow.x;
      const end = drawTotals(context, rows, start, table.y, right - start, 'grid');
      return design.taxes
        ? Math.max(end, drawTaxTable(context, area.x, table.y + 8, Math.min(left, start - area.x - 12), ruledTaxes))
        : end;
    }
    default: {
      const top = design.totals === 'fixed-bottom' && pen.pageCount() === 1 ? Math.max(y, bottom - 135) : y;
      const end = drawTotals(context, rows, right - width, top, width, look);
      const beside =
        design.taxes === 'left' || ruledTaxes ? drawTaxTable(context, area.x, top + 2, left, ruledTaxes) : top;
      const bank = design.bank === 'beside' ? drawBank(context, area.x, beside + 8, left) : beside;
      return Math.max(end, beside, bank);
    }
  }
}

/** Draws everything below the table. */
export function drawTail(context: Context, design: Design, area: Area, table: DrawnTable, bottom: number): void {
  const { pen, sheet, random, theme } = context;
  let y = table.y + 10;
  const type = sheet.deal.type;
  if (sheet.priced) {
    // Nine rows, three tax rates and their labels fit in this.
    const room = design.table.fullHeight ? bottom : bottom - 14;
    const fits = ensureSpace(context, y, 150, room);
    y =
      fits === y
        ? drawSums(context, design, area, table, y, bottom)
        : drawSums(context, design, area, { ...table, y: fits }, fits, bottom);
    if (design.taxes === 'below') y = drawTaxTable(context, area.x, y + 10, Math.min(260, area.width), true);
  }
  y = ensureSpace(context, y + 14, 60, bottom);
  if (type === 'rfq') y = drawRequest(context, area, ensureSpace(context, y, 110, bottom));
  if (type === 'quotation') y = drawExclusions(context, area, y);
  if (type === 'rfq' || type === 'delivery_note') {
    const rest = sheet.takeMeta();
    if (rest.length > 0) y = drawPairColumns(context, rest, area.x, y, area.width) + 6;
  }
  y = drawClosing(context, area.x, y, area.width);
  if (design.bank === 'below' && sheet.priced && (type === 'invoice' || type === 'credit_note' || random.chance(0.3))) {
    y = drawBank(context, area.x, ensureSpace(context, y + 8, 60, bottom), area.width);
  }
  if (design.signature || type === 'delivery_note') {
    const caption = sheet.manner.word(
      type === 'delivery_note' ? sheet.manner.words.delivered : sheet.manner.words.signature,
    );
    y = ensureSpace(context, y + 10, 60, bottom);
    drawSignature(context, area.x, y, Math.min(180, area.width / 2 - 12), caption);
    if (random.chance(0.4))
      pen.box(area.x + area.width / 2 + 10, y, Math.min(180, area.width / 2 - 12), 46, { stroke: theme.rule });
  }
}
