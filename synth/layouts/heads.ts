// Beginnings of pages. Each returns the y below itself and what it has already placed.
import { drawMark } from '../page/logo.ts';
import type { TextStyle } from '../page/pen.ts';
import { drawPairLines, drawParty } from './blocks.ts';
import type { Context } from './context.ts';
import type { Design } from './design.ts';

export interface Area {
  x: number;
  width: number;
}

const LABEL_SIZE = 7.5;

function drawContactLines(
  context: Context,
  x: number,
  y: number,
  width: number,
  align: 'left' | 'right',
  withIds: boolean,
): number {
  const { pen, sheet, theme } = context;
  const pairs = [...sheet.contactPairs(), ...(withIds ? sheet.registrationPairs() : [])];
  let top = y;
  for (const pair of pairs) {
    const colon = /[.:]$/.test(pair.label) ? '' : ':';
    top = pen.text(pair.key === 'website' ? pair.text : `${pair.label}${colon} ${pair.text}`, x, top, {
      size: theme.size - 1.5,
      width,
      align,
    });
  }
  return top;
}

function drawBrand(context: Context, x: number, y: number, style: TextStyle): number {
  const { pen, sheet, theme } = context;
  drawMark(pen, context.random.fork('mark'), x, y, 34, theme.accent);
  return pen.text(sheet.issuer.brand, x + 42, y + 7, { size: 16, weight: 'bold', color: theme.accent, ...style });
}

/** Large enough to read as a title, small enough to fit. */
export function fitSize(context: Context, text: string, width: number, wanted: number): number {
  let size = wanted;
  while (size > 5 && context.pen.measure(text, { size, weight: 'bold' }) > width) size -= 0.5;
  return size;
}

function drawWindow(context: Context, area: Area, named: boolean): number {
  const { pen, sheet, theme } = context;
  if (named) {
    const size = fitSize(context, sheet.issuer.name, area.width - 215, 17);
    pen.text(sheet.issuer.name, area.x, 42, { size, weight: 'bold', color: theme.accent });
    drawContactLines(context, area.x + area.width - 200, 42, 200, 'right', false);
  } else {
    drawMark(pen, context.random.fork('mark'), area.x + area.width - 46, 40, 46, theme.accent);
  }
  const sender = sheet.senderLine(context.random.pick([' - ', ', ', ' · ']));
  let size = 7;
  while (size > 5 && pen.measure(sender, { size }) > 235) size -= 0.25;
  pen.text(sender, area.x, 127, { size, color: theme.muted });
  pen.rule(area.x, 137, area.x + Math.min(235, pen.measure(sender, { size })), 137, {
    color: theme.muted,
    lineWidth: 0.4,
  });
  return drawParty(context, area.x, 143, 235, { which: 'recipient', attention: true });
}

/** Draws the head; `beside` is where data may stand next to what was drawn. */
export function drawHead(
  context: Context,
  design: Design,
  area: Area,
): { y: number; beside?: { x: number; y: number; width: number } } {
  const { pen, sheet, theme, margin } = context;
  const top = design.sidebar === undefined ? margin : margin + 4;
  const half = area.width / 2;
  const right = area.x + area.width;
  switch (design.head) {
    case 'window':
    case 'window-named': {
      const below = drawWindow(context, area, design.head === 'window-named');
      return { y: Math.max(below, 222), beside: { x: right - 205, y: 130, width: 205 } };
    }
    case 'brand-left': {
      const brandEnd = drawBrand(context, area.x, top, { width: half - 45 });
      const contactEnd = drawContactLines(context, right - 190, top, 190, 'right', true);
      const addressEnd = drawParty(context, area.x, Math.max(brandEnd + 14, top + 42), half, {
        which: 'issuer',
        style: { size: theme.size - 1 },
      });
      return { y: Math.max(addressEnd, contactEnd) + 18 };
    }
    case 'brand-right': {
      drawMark(pen, context.random.fork('mark'), right - 150, top, 40, theme.accent);
      const address = drawParty(context, right - 150, top + 48, 150, {
        which: 'issuer',
        boldName: true,
        style: { size: theme.size - 1 },
      });
      const below = drawContactLines(context, right - 150, address + 4, 150, 'left', true);
      return { y: Math.max(top + 50, below - 70), beside: { x: area.x, y: top + 50, width: area.width - 165 } };
    }
    case 'centred': {
      const size = fitSize(context, sheet.issuer.name, area.width, 20);
      let y = pen.text(sheet.issuer.name, area.x, top, {
        size,
        weight: 'bold',
        align: 'center',
        width: area.width,
        color: theme.accent,
      });
      const address = sheet.partyLines('issuer', { country: false, taxNumber: false });
      y = pen.text(address.slice(1).join(', '), area.x, y + 2, { align: 'center', width: area.width });
      const contact = [...sheet.contactPairs(), ...sheet.registrationPairs()].map(
        (pair) => `${pair.label}${/[.:]$/.test(pair.label) ? '' : ':'} ${pair.text}`,
      );
      y = pen.text(contact.slice(0, 3).join('   '), area.x, y, {
        size: LABEL_SIZE,
        align: 'center',
        width: area.width,
      });
      y = pen.text(contact.slice(3).join('   '), area.x, y, { size: LABEL_SIZE, align: 'center', width: area.width });
      pen.rule(area.x, y + 4, right, y + 4, { color: theme.accent, lineWidth: 1.2 });
      pen.rule(area.x, y + 7, right, y + 7, { color: theme.accent, lineWidth: 0.4 });
      return { y: y + 22 };
    }
    case 'band': {
      pen.box(0, 0, pen.width, 92, { fill: theme.accent });
      const title = sheet.title();
      pen.text(title.toUpperCase(), area.x, 30, {
        size: fitSize(context, title.toUpperCase(), half, 26),
        weight: 'bold',
        color: '#ffffff',
      });
      pen.text(sheet.issuer.brand, area.x + half, 38, {
        size: fitSize(context, sheet.issuer.brand, half, 14),
        color: '#ffffff',
        align: 'right',
        width: half,
      });
      return { y: 112 };
    }
    case 'issuer-title': {
      const below = drawParty(context, area.x, top, half - 10, { which: 'issuer', boldName: true });
      const contactEnd = drawContactLines(context, area.x, below + 2, half - 10, 'left', true);
      const title = sheet.title();
      const size = fitSize(context, title, half, 24);
      const titleEnd = pen.text(title, area.x + half, top - 4, {
        size,
        weight: 'bold',
        color: theme.accent,
        align: 'right',
        width: half,
      });
      return { y: contactEnd + 16, beside: { x: area.x + half + 20, y: titleEnd + 6, width: half - 20 } };
    }
    case 'mark-only':
      drawMark(pen, context.random.fork('mark'), area.x, top, 54, theme.accent);
      return { y: top + 70, beside: { x: right - 210, y: top, width: 210 } };
    case 'line-printer': {
      let y = pen.lines(sheet.partyLines('issuer', { country: false }), area.x, top);
      y = drawPairLines(context, [...sheet.contactPairs(1), ...sheet.registrationPairs()], area.x, y, {
        width: area.width,
      });
      pen.text('='.repeat(Math.floor(area.width / pen.measure('='))), area.x, y);
      return { y: y + 18 };
    }
    case 'thin': {
      pen.text(sheet.issuer.brand, area.x, top, { weight: 'bold', size: 11 });
      const contactEnd = drawContactLines(context, right - 220, top, 220, 'right', false);
      pen.rule(area.x, contactEnd + 5, right, contactEnd + 5, { color: theme.accent, lineWidth: 2.5 });
      const title = sheet.title();
      const y = pen.text(title, area.x, contactEnd + 20, {
        size: fitSize(context, title, area.width, 30),
        color: theme.accent,
      });
      return { y: y + 8 };
    }
    default: {
      const drawFrame = (which: 'issuer' | 'recipient', x: number): number =>
        drawParty(context, x + 8, top + 7, half - 26, {
          which,
          heading: true,
          headingStyle: { size: LABEL_SIZE, weight: 'regular', color: theme.muted },
          boldName: true,
          taxNumber: which === 'issuer' || design.types.includes('invoice'),
        });
      let left = drawFrame('issuer', area.x);
      left = drawContactLines(context, area.x + 8, left, half - 26, 'left', false);
      const bottom = Math.max(left, drawFrame('recipient', area.x + half + 6)) + 6;
      pen.box(area.x, top, half - 6, bottom - top, { stroke: theme.rule });
      pen.box(area.x + half + 6, top, half - 6, bottom - top, { stroke: theme.rule });
      return { y: bottom + 14 };
    }
  }
}
