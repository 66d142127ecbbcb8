// A composed posting on pages.
import { createPen } from '../page/pen.ts';
import { drawTheme } from '../page/theme.ts';
import type { Random } from '../random.ts';
import { type Column, flow, flowBullet, gapOf, lineStep, makeRoom } from '../resume/draw/column.ts';
import { drawTitle } from '../resume/draw/draw-titles.ts';
import type { PostingSectionView, PostingView } from './compose-posting.ts';
import type { PostingDesign } from './layouts/posting-design.ts';

const SIZES = { A4: [595.28, 841.89], LETTER: [612, 792] } as const;
const GUTTER = 24;

export function drawPosting(
  random: Random,
  view: PostingView,
  { design, paper }: { design: PostingDesign; paper: 'A4' | 'LETTER' },
): Promise<Buffer> {
  const { look } = design;
  const [width, height] = SIZES[paper];
  const theme = drawTheme(random, look.family, look.size, look.coloured);
  const pen = createPen({
    width,
    height,
    family: theme.family,
    size: theme.size,
    ink: theme.ink,
    compress: random.chance(0.9),
    title: view.title,
    producer: random.pick(['Microsoft Word for Microsoft 365', 'Chromium', 'LibreOffice 24.2']),
    created: '2026-06-01',
  });
  const column: Column = {
    pen,
    theme,
    design: look,
    x: look.margin,
    width: width - 2 * look.margin,
    y: look.margin,
    page: 0,
    bottom: height - look.margin,
    top: look.margin,
    ink: theme.ink,
    muted: theme.muted,
    accent: theme.accent,
    size: theme.size,
    open: () => undefined,
  };
  drawHead(column, view, design);
  if (look.columns === 'halves') drawHalves(column, view);
  else {
    if (design.facts === 'sidebar') drawSidebar(column, view);
    else drawFacts(column, view, design);
    for (const section of view.sections) drawSection(column, section);
  }
  return pen.finish();
}

function drawHead(column: Column, view: PostingView, { head, look }: PostingDesign): void {
  const { size, theme, pen } = column;
  const align = head === 'centred' ? ({ align: 'center' } as const) : {};
  if (head === 'band') {
    pen.box(0, 0, pen.width, look.margin + size * 5.5, { fill: theme.accent });
    flow(column, view.employer, { style: { color: '#ffffff' } });
    flow(column, view.title, { style: { size: size * 1.9, weight: 'bold', color: '#ffffff' } });
    column.y = look.margin + size * 5.5 + 12;
    return;
  }
  flow(column, view.title, { style: { size: size * 1.9, weight: 'bold', color: column.accent, ...align } });
  flow(column, view.employer, { style: { size: size * 1.2, color: column.muted, ...align } });
  column.y += gapOf(column, 0.5);
}

function drawFacts(column: Column, { facts }: PostingView, design: PostingDesign): void {
  const { pen, size } = column;
  if (facts.length === 0) return;
  if (design.facts === 'inline') {
    flow(column, facts.map(({ text }) => text).join(' | '), { style: { color: column.muted } });
    return;
  }
  for (const { label, text } of facts) {
    makeRoom(column, lineStep(column) + 4);
    if (design.facts === 'table') {
      pen.rule(column.x, column.y, column.x + column.width, column.y, { color: '#aaaaaa' });
      column.y += 3;
      pen.text(label, column.x + 4, column.y, { size, weight: 'bold', color: column.ink });
      flow(column, text, { indent: 150 });
      column.y += 2;
    } else flow(column, `${label}: ${text}`);
  }
}

function drawSidebar(column: Column, { facts }: PostingView): void {
  const { pen, theme, design } = column;
  const whole = column.width;
  const width = (whole - GUTTER) * design.sidebarShare;
  const x = column.x + whole - width;
  const height = facts.length * lineStep(column) * 2.8 + 18;
  pen.box(x - 10, column.y, width + 20, height, { fill: theme.tint });
  const aside: Column = { ...column, x, width, y: column.y + 8 };
  for (const { label, text } of facts) {
    flow(aside, label, { style: { weight: 'bold' } });
    flow(aside, text);
    aside.y += lineStep(aside) * 0.5;
  }
  column.width = whole - GUTTER - width;
}

/** Sections left and right, shared out by their length. */
function drawHalves(column: Column, view: PostingView): void {
  drawFacts(column, view, { facts: 'inline' } as PostingDesign);
  const width = (column.width - GUTTER) / 2;
  const left: Column = { ...column, width };
  const right: Column = { ...column, width, x: column.x + width + GUTTER };
  const weigh = ({ items }: PostingSectionView): number => items.join(' ').length + 80;
  const total = view.sections.reduce((sum, section) => sum + weigh(section), 0);
  let done = 0;
  for (const section of view.sections) {
    const side = done < total / 2 ? left : right;
    if (side === right && side.page === 0 && side.pen.pageCount() > 1) side.pen.turnTo(0);
    drawSection(side, section);
    done += weigh(section);
  }
}

function drawSection(column: Column, { title, kind, items }: PostingSectionView): void {
  if (title === undefined) column.y += gapOf(column, 0.6);
  else drawTitle(column, title);
  for (const item of items) {
    if (kind === 'bullets') flowBullet(column, item, 0, column.width);
    else flow(column, item);
  }
  column.y += gapOf(column, 0.2);
}
