// The head of a résumé: name, title and how to reach the person, in a band, centred, split, boxed or as a table.
import type { ContactView, ResumeView } from '../compose/resume-view.ts';
import { type Column, flow, gapOf, lineStep, makeRoom } from './column.ts';

export function drawHead(column: Column, view: ResumeView): void {
  const { pen, design, theme, size } = column;
  const name = { size: size * 2.1, weight: 'bold', color: column.accent } as const;
  const label = { size: size * 1.15, color: column.muted } as const;
  const centred = { align: 'center' } as const;
  switch (design.head) {
    case 'band': {
      const top = column.y;
      pen.box(0, 0, pen.width, top + size * 5, { fill: theme.accent });
      flow(column, view.name, { style: { ...name, color: '#ffffff' } });
      if (view.label !== undefined) flow(column, view.label, { style: { ...label, color: '#ffffff' } });
      column.y = top + size * 5 + 10;
      drawContact(column, view.contact);
      break;
    }
    case 'centred':
      flow(column, view.name, { style: { ...name, ...centred } });
      if (view.label !== undefined) flow(column, view.label, { style: { ...label, ...centred } });
      drawContact(column, view.contact, { centred: true });
      break;
    case 'split':
      drawSplit(column, view);
      break;
    case 'boxed': {
      const top = column.y;
      column.y += 8;
      flow(column, view.name, { indent: 10, style: name });
      if (view.label !== undefined) flow(column, view.label, { indent: 10, style: label });
      drawContact(column, view.contact, { indent: 10 });
      pen.box(column.x, top, column.width, column.y - top + 6, { stroke: column.accent, lineWidth: 1 });
      column.y += 8;
      break;
    }
    case 'table':
      drawTable(column, view);
      break;
    case 'heading-then-name':
      flow(column, view.heading, { style: { size: size * 1.5, weight: 'bold', color: column.muted } });
      column.y += gapOf(column, 0.5);
      flow(column, view.name, { style: { ...name, size: size * 1.6 } });
      if (view.label !== undefined) flow(column, view.label, { style: label });
      drawContact(column, view.contact);
      break;
    case 'left':
    case 'sidebar':
      flow(column, view.name, { style: name });
      if (view.label !== undefined) flow(column, view.label, { style: label });
      drawContact(column, view.contact);
      break;
  }
  column.y += gapOf(column, 0.4);
}

function drawSplit(column: Column, view: ResumeView): void {
  const { size, width } = column;
  const half = width * 0.55;
  const { y } = column;
  flow(column, view.name, { width: half, style: { size: size * 2, weight: 'bold', color: column.accent } });
  if (view.label !== undefined) flow(column, view.label, { width: half, style: { color: column.muted } });
  const left = column.y;
  column.y = y;
  for (const item of view.contact) {
    const text = column.design.contact === 'labelled' ? `${item.label}: ${item.text}` : item.text;
    flow(column, text, { indent: half, width: width - half, style: { align: 'right' } });
  }
  column.y = Math.max(left, column.y);
}

/** "Name: …", "Anschrift: …", with room for a photograph. */
function drawTable(column: Column, view: ResumeView): void {
  const { pen, size, width } = column;
  flow(column, view.heading, { style: { size: size * 1.8, weight: 'bold', color: column.accent } });
  column.y += gapOf(column, 0.6);
  const rows: { label: string; text: string }[] = [
    { label: '', text: view.name },
    ...(view.label === undefined ? [] : [{ label: '', text: view.label }]),
    ...view.contact,
    ...view.personal,
  ];
  const photo = column.design.photo;
  if (photo) drawPhoto(column, column.x + width - 84, column.y);
  for (const { label, text } of rows) {
    makeRoom(column, lineStep(column));
    if (label !== '') pen.text(`${label}:`, column.x, column.y, { size, color: column.muted });
    flow(column, text, {
      indent: label === '' ? 0 : 130,
      width: width - 130 - (photo ? 95 : 0),
      style: label === '' ? { weight: 'bold' } : {},
    });
  }
}

export function drawPhoto(column: Column, x: number, y: number): void {
  const { pen } = column;
  pen.box(x, y, 80, 100, { fill: '#dddddd', stroke: '#999999' });
  pen.circle(x + 40, y + 40, 18, { fill: '#aaaaaa' });
  pen.polygon(
    [
      [x + 10, y + 100],
      [x + 24, y + 66],
      [x + 56, y + 66],
      [x + 70, y + 100],
    ],
    '#aaaaaa',
  );
}

export function drawContact(
  column: Column,
  items: readonly ContactView[],
  { indent = 0, centred = false }: { indent?: number; centred?: boolean } = {},
): void {
  const { design } = column;
  const align = centred ? ({ align: 'center' } as const) : {};
  if (items.length === 0) return;
  const isNarrow = column.width < 220;
  if (design.contact === 'inline' && !isNarrow) {
    for (const line of packed(
      column,
      items.map(({ text }) => text),
    ))
      flow(column, line, { indent, style: align });
    return;
  }
  for (const item of items) {
    if (design.contact === 'labelled') {
      if (isNarrow) flow(column, item.label, { indent, style: { weight: 'bold' } });
      flow(column, isNarrow ? item.text : `${item.label}: ${item.text}`, { indent, style: align });
    } else if (design.contact === 'icons') {
      makeRoom(column, lineStep(column));
      drawIcon(column, item.kind, indent);
      flow(column, item.text, { indent: indent + 16 });
    } else flow(column, item.text, { indent, style: align });
  }
}

/** As many as go on a line: none is broken in two. */
function packed(column: Column, texts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const longer = lines.length === 0 ? text : `${lines.at(-1)}${column.design.separator}${text}`;
    if (lines.length > 0 && column.pen.measure(longer, { size: column.size }) <= column.width - 20)
      lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return lines;
}

/** Shapes instead of words: a letter, a receiver, a pin, a globe. */
function drawIcon(column: Column, kind: ContactView['kind'], indent: number): void {
  const { pen } = column;
  const [x, y, s] = [column.x + indent, column.y + 1, column.size * 0.8];
  const line = { stroke: column.accent, lineWidth: 0.8 };
  if (kind === 'email') {
    pen.box(x, y, s * 1.2, s * 0.8, line);
    pen.rule(x, y, x + s * 0.6, y + s * 0.45, { color: column.accent });
    pen.rule(x + s * 1.2, y, x + s * 0.6, y + s * 0.45, { color: column.accent });
  } else if (kind === 'phone') pen.box(x + s * 0.2, y - 1, s * 0.6, s * 1.1, { ...line, radius: 1.5 });
  else if (kind === 'place') {
    pen.circle(x + s * 0.5, y + s * 0.35, s * 0.35, { fill: column.accent });
    pen.polygon(
      [
        [x + s * 0.2, y + s * 0.5],
        [x + s * 0.8, y + s * 0.5],
        [x + s * 0.5, y + s * 1.1],
      ],
      column.accent,
    );
  } else {
    pen.circle(x + s * 0.5, y + s * 0.5, s * 0.5, line);
    pen.rule(x, y + s * 0.5, x + s, y + s * 0.5, { color: column.accent });
  }
}
