// Titles of sections in their dress.
import { type Column, flow, gapOf, lineStep, makeRoom } from './column.ts';

/** Room that a title keeps below it. */
const KEEP = 44;

/** Returns how far the section's content is moved in. */
export function drawTitle(column: Column, title: string): number {
  const { pen, design, theme, size } = column;
  const { x, width } = column;
  column.y += gapOf(column, 0.9);
  makeRoom(column, lineStep(column) + KEEP);
  const large = size * 1.2;
  const bold = { size: large, weight: 'bold', color: column.accent } as const;
  const upper = title.toLocaleUpperCase();
  switch (design.titles) {
    case 'plain':
      flow(column, title, { style: bold });
      break;
    case 'caps':
      flow(column, upper, { style: { ...bold, size } });
      break;
    case 'spaced':
      flow(column, upper, { style: { ...bold, size, spacing: 2.2 } });
      break;
    case 'underlined':
      flow(column, title, { style: bold });
      pen.rule(x, column.y, x + width, column.y, { color: column.accent, lineWidth: 0.8 });
      column.y += 3;
      break;
    case 'above-rule':
      pen.rule(x, column.y - 2, x + width, column.y - 2, { color: column.ink, lineWidth: 0.5 });
      column.y += 2;
      flow(column, upper, { style: { ...bold, size: size * 1.05 } });
      break;
    case 'ruled': {
      const { y } = column;
      const taken = pen.measure(title, bold);
      flow(column, title, { style: bold });
      if (taken + 8 < width)
        pen.rule(x + taken + 8, y + large * 0.6, x + width, y + large * 0.6, { color: column.accent });
      break;
    }
    case 'band':
      pen.box(x - 3, column.y - 2, width + 6, large * 1.5, { fill: theme.tint });
      flow(column, title, { style: { ...bold, size: size * 1.1 } });
      column.y += size * 0.4;
      break;
    case 'boxed':
      pen.box(x, column.y - 2, width, large * 1.5, { stroke: column.accent });
      flow(column, upper, { style: { ...bold, size, align: 'center' } });
      column.y += size * 0.5;
      break;
    case 'small-caps':
      drawSmallCaps(column, title, large);
      break;
    case 'margin':
      return drawMarginTitle(column, title);
  }
  column.y += gapOf(column, 0.2);
  return 0;
}

/** Initials large, the rest as small capitals: pieces of two sizes on one line, as text programs write them. */
function drawSmallCaps(column: Column, title: string, large: number): void {
  const { pen } = column;
  let at = column.x;
  for (const [i, word] of title.split(' ').entries()) {
    if (i > 0) at += large * 0.3;
    const [first, rest] = [word.slice(0, 1).toLocaleUpperCase(), word.slice(1).toLocaleUpperCase()];
    const big = { size: large, color: column.accent };
    const small = { size: large * 0.78, color: column.accent };
    pen.text(first, at, column.y, big);
    at += pen.measure(first, big);
    pen.text(rest, at, column.y + large * 0.2, small);
    at += pen.measure(rest, small);
  }
  column.y += large * 1.3;
  pen.rule(column.x, column.y, column.x + column.width, column.y, { color: column.ink, lineWidth: 0.4 });
  column.y += 3;
}

/** Beside the content, at the height of its first line. */
function drawMarginTitle(column: Column, title: string): number {
  const { pen, size } = column;
  const share = 108;
  const style = { size: size * 1.05, weight: 'bold', color: column.accent } as const;
  pen.rule(column.x, column.y - 3, column.x + column.width, column.y - 3, { color: '#bbbbbb', lineWidth: 0.4 });
  let { y } = column;
  for (const line of pen.wrap(title, share - 12, style)) y = pen.text(line, column.x, y, style);
  return share;
}
