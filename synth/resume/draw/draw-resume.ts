// A composed résumé on pages.
import { createPen, type Pen } from '../../page/pen.ts';
import { drawTheme, type Theme } from '../../page/theme.ts';
import type { Random } from '../../random.ts';
import { fill } from '../../trade/manner.ts';
import type { ResumeView, SectionView } from '../compose/resume-view.ts';
import type { ResumeDesign } from '../layouts/resume-design.ts';
import { type Column, flow, flowBullet, gapOf } from './column.ts';
import { drawEntries } from './draw-entries.ts';
import { drawContact, drawHead, drawPhoto } from './draw-head.ts';
import { drawPairs, drawSkills } from './draw-skills.ts';
import { drawTitle } from './draw-titles.ts';

const PRODUCERS = ['Microsoft Word for Microsoft 365', 'LibreOffice 24.2', 'Skia/PDF m128', 'pdfTeX-1.40.25', 'Canva'];
const SIZES = { A4: [595.28, 841.89], LETTER: [612, 792] } as const;
const GUTTER = 22;
/** What the standard fonts of PDF can print (Windows-1252). */
const WESTERN = /^[\p{ASCII}\u00a0-\u00ff–—‘’“”‚„•…€ŠšŽžŒœŸƒ†‡‰‹›™]*$/u;

export function drawResume(
  random: Random,
  view: ResumeView,
  { design, paper, page }: { design: ResumeDesign; paper: 'A4' | 'LETTER'; page: string },
): Promise<Buffer> {
  const wide = !WESTERN.test(JSON.stringify(view));
  const [width, height] = SIZES[paper];
  // The letters of the wide fonts are wider by a tenth.
  const theme = drawTheme(random, design.family, design.size * (wide ? 0.9 : 1), design.coloured);
  const pen = createPen({
    width,
    height,
    family: theme.family,
    size: theme.size,
    ink: theme.ink,
    compress: random.chance(0.9),
    title: view.heading,
    producer: random.pick(PRODUCERS),
    created: '2026-06-01',
    wide,
  });
  const [main, aside] = openColumns(pen, theme, design);
  const isSplit = aside !== undefined;
  const aboveBoth =
    isSplit && (design.head !== 'sidebar' || design.columns === 'halves') && design.sidebarFill === 'none';
  const mainSections = view.sections.filter(({ key }) => !isSplit || !design.sidebar.includes(key));
  const asideSections = isSplit ? view.sections.filter(({ key }) => design.sidebar.includes(key)) : [];
  asideSections.sort((a, b) => design.sidebar.indexOf(a.key) - design.sidebar.indexOf(b.key));
  if (aboveBoth) {
    const whole = { ...main, x: design.margin, width: width - 2 * design.margin };
    drawHead(whole, view);
    main.y = whole.y;
    aside.y = whole.y;
  }
  const drawMain = (): void => {
    if (!aboveBoth) drawHead(main, view);
    for (const section of mainSections) drawSection(main, section);
  };
  const drawAside = (): void => {
    if (!aside) return;
    if (design.photo) {
      drawPhoto(aside, aside.x + aside.width / 2 - 40, aside.y);
      aside.y += 112;
    }
    for (const section of asideSections) drawSection(aside, section);
  };
  if (design.sidebarFirst) {
    drawAside();
    if (main.pen.pageCount() > 1) pen.turnTo(0);
    drawMain();
  } else {
    drawMain();
    if (aside && pen.pageCount() > 1) pen.turnTo(0);
    drawAside();
  }
  drawRunning(pen, theme, { view, design, page });
  return pen.finish();
}

function openColumns(pen: Pen, theme: Theme, design: ResumeDesign): [Column, Column | undefined] {
  const { margin } = design;
  const whole = pen.width - 2 * margin;
  const shared = {
    pen,
    theme,
    design,
    y: margin,
    page: 0,
    bottom: pen.height - Math.max(margin, 44),
    top: margin + (design.runningHead ? 10 : 0),
    ink: theme.ink,
    muted: theme.muted,
    accent: theme.accent,
    size: theme.size,
  };
  if (design.columns === 'one') return [{ ...shared, x: margin, width: whole, open: () => undefined }, undefined];
  const asideWidth = (whole - GUTTER) * design.sidebarShare;
  const mainWidth = whole - GUTTER - asideWidth;
  const onLeft = design.columns === 'left';
  const asideX = onLeft ? margin : margin + mainWidth + GUTTER;
  const open = (): void => {
    if (design.sidebarFill === 'none') return;
    const fillColour = design.sidebarFill === 'dark' ? theme.accent : theme.tint;
    if (onLeft) pen.box(0, 0, asideX + asideWidth + GUTTER / 2, pen.height, { fill: fillColour });
    else pen.box(asideX - GUTTER / 2, 0, pen.width - asideX + GUTTER / 2, pen.height, { fill: fillColour });
  };
  open();
  const isDark = design.sidebarFill === 'dark';
  const light = isDark ? { ink: '#ffffff', muted: '#e8e8e8', accent: '#ffffff' } : {};
  return [
    { ...shared, x: onLeft ? asideX + asideWidth + GUTTER : margin, width: mainWidth, open },
    { ...shared, ...light, x: asideX, width: asideWidth, open },
  ];
}

function drawSection(column: Column, { title, content }: SectionView): void {
  const indent = drawTitle(column, title);
  switch (content.kind) {
    case 'text':
      flow(column, content.text, { indent });
      break;
    case 'entries':
      drawEntries(column, content.entries, indent, content.header);
      break;
    case 'skills':
      drawSkills(column, content.groups, indent);
      break;
    case 'pairs':
      drawPairs(column, content.pairs, indent);
      break;
    case 'list':
      for (const item of content.items) {
        if (column.design.skills === 'bullets') flowBullet(column, item, indent, column.width - indent);
        else flow(column, item, { indent });
      }
      break;
    case 'contact':
      drawContact(column, content.items, { indent });
      break;
  }
  column.y += gapOf(column, 0.3);
}

/** Name on every further page, numbers of pages on each. */
function drawRunning(
  pen: Pen,
  theme: Theme,
  { view, design, page }: { view: ResumeView; design: ResumeDesign; page: string },
): void {
  if (!design.runningHead && !design.footer) return;
  const style = { size: 8, color: theme.muted };
  const width = pen.width - 2 * design.margin;
  pen.onEveryPage((number, count) => {
    if (design.runningHead && number > 1)
      pen.text(`${view.name} – ${view.heading}`, design.margin, design.margin - 22, {
        ...style,
        width,
        align: 'right',
      });
    if (design.footer)
      pen.text(fill(page, { n: number, of: count }), design.margin, pen.height - 32, {
        ...style,
        width,
        align: 'center',
      });
  });
}
