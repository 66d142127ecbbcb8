// Turns a design into a page: head, parties, numbers, table, sums, small print, in that order.
import type { TextStyle } from '../page/pen.ts';
import { drawTable } from '../page/table.ts';
import type { Pair } from '../trade/pairs.ts';
import {
  drawFooterColumns,
  drawFooterLine,
  drawPairBoxes,
  drawPairColumns,
  drawPairDots,
  drawPairGrid,
  drawPairLines,
  drawPairStack,
  drawParty,
  drawShipTo,
  FOOTER_HEIGHT,
} from './blocks.ts';
import type { Context } from './context.ts';
import { numberPages } from './context.ts';
import type { Design } from './design.ts';
import { type Area, drawHead, fitSize } from './heads.ts';
import { drawTail } from './tail.ts';

const SIDEBAR = 168;
/** Room for sums and closing below a table whose frame is drawn to its full height. */
const FULL_TABLE_REST = 225;

function drawTitle(context: Context, design: Design, area: Area, y: number): number {
  const { pen, sheet, theme } = context;
  const headed =
    !design.sidebar && (design.head === 'band' || design.head === 'issuer-title' || design.head === 'thin');
  if (headed || design.title === 'in-head') return y;
  if (design.title === 'number')
    return (
      pen.text(sheet.titleWithNumber(), area.x, y, { size: theme.size + 4, weight: 'bold', width: area.width }) + 6
    );
  if (design.title === 'number-date') {
    const number = sheet.titleWithNumber();
    const date = sheet.takeMeta({ only: ['issueDate'] })[0];
    const joint = { en: 'of', de: 'vom', fr: 'du', es: 'de fecha', it: 'del', pt: 'de', nl: 'van' }[
      sheet.manner.region.language
    ];
    return (
      pen.text(date ? `${number} ${joint} ${date.text}` : number, area.x, y, {
        size: theme.size + 3,
        weight: 'bold',
        width: area.width,
      }) + 6
    );
  }
  const title = sheet.title();
  const size = fitSize(context, title, area.width, design.title === 'large' ? 24 : theme.size + 6);
  const style: TextStyle = { size, weight: 'bold', width: area.width };
  if (design.title === 'boxed') {
    pen.box(area.x, y, area.width, size * 1.25 + 8, { fill: theme.tint, stroke: theme.rule });
    return pen.text(title, area.x, y + 5, { ...style, align: 'center' }) + 10;
  }
  const color = design.title === 'large' ? { color: theme.accent } : {};
  return (
    pen.text(title, area.x, y, {
      ...style,
      ...color,
      ...(design.title === 'centred' ? { align: 'center' as const } : {}),
    }) + 6
  );
}

function drawParties(context: Context, design: Design, area: Area, y: number): { y: number; used: number } {
  const { pen, theme } = context;
  const half = area.width / 2;
  const withTax = context.random.chance(0.5);
  const heading: TextStyle = { color: theme.accent, size: theme.size - 0.5 };
  switch (design.parties) {
    case 'left':
      return {
        y: drawParty(context, area.x, y, half, {
          which: 'recipient',
          heading: context.random.chance(0.5),
          headingStyle: heading,
          attention: true,
          taxNumber: withTax,
        }),
        used: half,
      };
    case 'right-frame':
    case 'left-frame': {
      const x = design.parties === 'right-frame' ? area.x + half : area.x;
      const end = drawParty(context, x + 9, y + 8, half - 18, {
        which: 'recipient',
        heading: context.random.chance(0.5),
        headingStyle: heading,
        boldName: true,
        taxNumber: withTax,
      });
      pen.box(x, y, half, end - y + 8, { stroke: theme.rule, radius: context.random.chance(0.5) ? 5 : 0 });
      return { y: end + 14, used: half };
    }
    case 'columns': {
      const left = drawParty(context, area.x, y, half - 12, {
        which: 'recipient',
        heading: true,
        headingStyle: heading,
        attention: true,
        taxNumber: withTax,
      });
      const right = drawShipTo(context, area.x + half, y, half - 12, heading);
      return { y: Math.max(left, right), used: area.width };
    }
    case 'three-columns': {
      const third = area.width / 3;
      const a = drawParty(context, area.x, y, third - 10, { which: 'issuer', heading: true, headingStyle: heading });
      const b = drawParty(context, area.x + third, y, third - 10, {
        which: 'recipient',
        heading: true,
        headingStyle: heading,
        taxNumber: withTax,
      });
      const c = drawShipTo(context, area.x + 2 * third, y, third - 10, heading);
      return { y: Math.max(a, b, c), used: area.width };
    }
    case 'filled-boxes': {
      const bar = theme.size * 1.25 + 6;
      const white: TextStyle = { color: '#ffffff', weight: 'bold' };
      const cell = half - 8;
      const hasShip = context.sheet.deal.shipTo !== undefined;
      pen.box(area.x, y, cell, bar, { fill: theme.accent });
      if (hasShip) pen.box(area.x + half + 8, y, cell, bar, { fill: theme.accent });
      // The heading stands in the bar, the address below it.
      const inBar: TextStyle = { ...white, leading: 1.25 + 5 / theme.size };
      const left = drawParty(context, area.x + 6, y + 4, cell - 12, {
        which: 'recipient',
        heading: true,
        headingStyle: inBar,
        taxNumber: withTax,
      });
      const right = hasShip ? drawShipTo(context, area.x + half + 14, y + 4, cell - 12, inBar) : y;
      const bottom = Math.max(left, right) + 6;
      pen.box(area.x, y, cell, bottom - y, { stroke: theme.rule });
      if (hasShip) pen.box(area.x + half + 8, y, cell, bottom - y, { stroke: theme.rule });
      return { y: bottom, used: area.width };
    }
    default:
      return { y, used: 0 };
  }
}

function drawMeta(context: Context, design: Design, area: Area, y: number): number {
  const { pen, sheet, theme } = context;
  const pairs = sheet.takeMeta();
  if (pairs.length === 0) return y;
  const half = area.width / 2;
  switch (design.meta) {
    case 'lines':
      return drawPairLines(context, pairs, area.x, y, { width: area.width });
    case 'row-frame':
      return drawPairBoxes(context, pairs, area.x, y, area.width, { perRow: 4, frame: true });
    case 'row-open':
      pen.rule(area.x, y - 2, area.x + area.width, y - 2, { color: theme.rule });
      return drawPairBoxes(context, pairs, area.x, y, area.width, { perRow: 5 });
    case 'row-filled':
      return drawPairBoxes(context, pairs, area.x, y, area.width, { perRow: 5, frame: true, fillLabels: true });
    case 'grid':
      return drawPairGrid(context, pairs, area.x, y, half);
    case 'stack': {
      const perColumn = Math.ceil(pairs.length / 3);
      const ends = [0, 1, 2].map((i) =>
        drawPairStack(
          context,
          pairs.slice(i * perColumn, (i + 1) * perColumn),
          area.x + (i * area.width) / 3,
          y,
          area.width / 3 - 12,
          { value: { weight: 'bold' } },
        ),
      );
      return Math.max(...ends);
    }
    case 'dots':
      return drawPairDots(context, pairs, area.x, y, 26);
    case 'two-lists': {
      const middle = Math.ceil(pairs.length / 2);
      const left = drawPairColumns(context, pairs.slice(0, middle), area.x, y, half - 14);
      return Math.max(left, drawPairColumns(context, pairs.slice(middle), area.x + half, y, half - 4));
    }
    default:
      return drawPairColumns(context, pairs, area.x, y, half, { labels: { weight: 'bold' } });
  }
}

function drawMetaBeside(
  context: Context,
  design: Design,
  pairs: readonly Pair[],
  at: { x: number; y: number; width: number },
): number {
  if (design.meta === 'grid-beside') return drawPairGrid(context, pairs, at.x, at.y, at.width);
  return drawPairColumns(
    context,
    pairs,
    at.x,
    at.y,
    at.width,
    design.meta === 'beside-right' ? { values: 'right', labels: { weight: 'bold' } } : {},
  );
}

function drawSidebar(context: Context, side: 'left' | 'right'): void {
  const { pen, sheet, theme } = context;
  const x = side === 'left' ? 0 : pen.width - SIDEBAR;
  const dark = side === 'left';
  pen.box(x, 0, SIDEBAR, pen.height, { fill: dark ? theme.accent : theme.tint });
  const color = dark ? '#ffffff' : theme.ink;
  const text: TextStyle = { color, size: theme.size - 0.5 };
  const label: TextStyle = { color: dark ? '#dddddd' : theme.muted };
  const width = SIDEBAR - 34;
  let y =
    pen.text(sheet.issuer.brand, x + 18, 46, {
      ...text,
      size: fitSize(context, sheet.issuer.brand, width, 15),
      weight: 'bold',
      width,
    }) + 14;
  y = drawParty(context, x + 18, y, width, { which: 'issuer', style: text }) + 8;
  for (const pair of sheet.contactPairs())
    y = pen.text(pair.text, x + 18, y, { ...text, size: fitSize(context, pair.text, width, theme.size - 1), width });
  y = drawPairStack(context, sheet.takeMeta(), x + 18, y + 18, width, { label, value: text });
  y = drawPairStack(context, sheet.registrationPairs(), x + 18, y + 14, width, {
    label,
    value: { ...text, size: theme.size - 1.5 },
  });
  if (sheet.priced) {
    for (const pair of sheet.bankPairs()) {
      y = drawPairStack(context, [pair], x + 18, y, width, {
        label,
        value: { ...text, size: fitSize(context, pair.text, width * 0.93, theme.size - 1.5) - 1.5 },
      });
    }
  }
}

/** Bare values over everything else: which is the number and which the date, whoever reads it has to know. */
function drawLoose(context: Context, design: Design, area: Area): void {
  const { pen, sheet, theme } = context;
  const color = design.head === 'band' && !design.sidebar ? '#ffffff' : theme.ink;
  sheet.takeLoose().forEach(({ text }, i) => {
    const align = i === 0 ? ('left' as const) : ('right' as const);
    pen.text(text, area.x, 14, { size: theme.size - 1, color, align, width: area.width });
  });
}

/** Draws the whole document. */
export function drawDesign(context: Context, design: Design): void {
  const { pen, sheet, theme, margin } = context;
  const area: Area =
    design.sidebar === 'left'
      ? { x: SIDEBAR + 26, width: pen.width - SIDEBAR - 26 - 34 }
      : design.sidebar === 'right'
        ? { x: margin, width: pen.width - SIDEBAR - margin - 22 }
        : { x: margin, width: pen.width - 2 * margin };
  if (design.sidebar) drawSidebar(context, design.sidebar);

  const head = design.sidebar ? { y: margin + 4, beside: undefined } : drawHead(context, design, area);
  drawLoose(context, design, area);
  let y = head.y;
  let besideEnd = 0;
  const wantsBeside = design.meta === 'beside' || design.meta === 'beside-right' || design.meta === 'grid-beside';
  const titleFirst =
    design.head === 'line-printer' ||
    design.head === 'frames' ||
    design.sidebar !== undefined ||
    design.title === 'boxed' ||
    design.title === 'centred' ||
    design.title === 'large';
  if (titleFirst) y = drawTitle(context, design, area, y + 4) + 6;
  if (wantsBeside && head.beside) {
    if (!titleFirst && design.title.startsWith('number')) {
      // Number and date belong to the title below: the list beside takes the rest.
      besideEnd = drawMetaBeside(
        context,
        design,
        sheet.takeMeta({ except: design.title === 'number-date' ? ['number', 'issueDate'] : ['number'] }),
        head.beside,
      );
    } else besideEnd = drawMetaBeside(context, design, sheet.takeMeta(), head.beside);
  }
  const wide = design.parties === 'columns' || design.parties === 'filled-boxes' || design.parties === 'three-columns';
  const placed = drawParties(context, design, area, Math.max(y + 4, wide ? besideEnd + 8 : 0));
  if (wantsBeside && !head.beside) {
    const at =
      design.parties === 'right-frame'
        ? { x: area.x, y: y + 8, width: area.width / 2 - 14 }
        : { x: area.x + area.width / 2 + 14, y: y + 4, width: area.width / 2 - 14 };
    const free = placed.used <= area.width / 2 + 1;
    besideEnd = drawMetaBeside(
      context,
      design,
      sheet.takeMeta({ except: titleFirst || !design.title.startsWith('number') ? [] : ['number', 'issueDate'] }),
      free ? at : { ...at, x: area.x, y: placed.y + 10, width: area.width * 0.6 },
    );
  }
  y = Math.max(placed.y, besideEnd, y) + 16;
  if (!titleFirst) y = drawTitle(context, design, area, y);
  y = drawMeta(context, design, area, y + 2) + 12;

  const intro = sheet.intro();
  if (intro) y = pen.text(intro, area.x, y, { width: area.width }) + 8;
  const footed = design.foot !== 'none';
  const bottom = pen.height - (footed ? FOOTER_HEIGHT : 50);
  const table = drawTable(
    pen,
    theme,
    sheet,
    sheet.columns(design.order),
    {
      x: area.x,
      y,
      width: area.width,
      bottom: design.table.fullHeight ? bottom - FULL_TABLE_REST : bottom,
      nextBottom: design.table.fullHeight ? bottom - FULL_TABLE_REST : bottom,
      onBreak: () => {
        if (design.sidebar)
          pen.box(design.sidebar === 'left' ? 0 : pen.width - SIDEBAR, 0, SIDEBAR, pen.height, {
            fill: design.sidebar === 'left' ? theme.accent : theme.tint,
          });
        return pen.text(sheet.title(), area.x, margin, { size: theme.size, weight: 'bold', color: theme.muted }) + 8;
      },
    },
    design.table,
  );
  drawTail(context, design, area, table, bottom);

  if (design.foot === 'columns') drawFooterColumns(context, { bank: sheet.priced });
  else if (design.foot === 'columns-no-bank') drawFooterColumns(context, { bank: false });
  else if (design.foot === 'line' || design.foot === 'line-bank')
    drawFooterLine(context, { bank: design.foot === 'line-bank' && sheet.priced });
  if (!design.sidebar) numberPages(context, pen.height - 18, design.pages, context.random.chance(0.5));
}
