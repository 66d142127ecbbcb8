// Skills as lists, chips, bars, columns, tables; languages with dots.
import type { SkillGroupView } from '../compose/resume-view.ts';
import { type Column, flow, flowBullet, lineStep, makeRoom } from './column.ts';

const said = ({ text, level }: SkillGroupView['items'][number]): string =>
  level === undefined ? text : `${text} (${level})`;

export function drawSkills(column: Column, groups: readonly SkillGroupView[], indent: number): void {
  const { skills } = column.design;
  for (const { label, items } of groups) {
    const texts = items.map(said);
    if (skills === 'chips') drawChips(column, texts, indent);
    else if (skills === 'bars') drawBars(column, items, indent);
    else if (skills === 'columns') drawColumns(column, texts, indent);
    else if (skills === 'lines' || skills === 'bullets') {
      if (label !== undefined) flow(column, label, { indent, style: { weight: 'bold' }, keep: lineStep(column) });
      for (const text of texts)
        if (skills === 'lines') flow(column, text, { indent });
        else flowBullet(column, text, indent, column.width - indent);
    } else if (skills === 'table' && label !== undefined) {
      makeRoom(column, lineStep(column) * 2);
      column.pen.text(label, column.x + indent, column.y, { size: column.size, weight: 'bold', color: column.ink });
      flow(column, texts.join(', '), { indent: indent + 110 });
    } else if (label === undefined) flow(column, texts.join(', '), { indent });
    else flow(column, `${label}: ${texts.join(', ')}`, { indent });
  }
}

function drawChips(column: Column, texts: readonly string[], indent: number): void {
  const { pen, size, theme } = column;
  const height = size * 1.7;
  let at = indent;
  for (const text of texts) {
    const width = pen.measure(text, { size }) + 14;
    if (at > indent && at + width > column.width) {
      at = indent;
      column.y += height + 4;
    }
    makeRoom(column, height + 4);
    pen.box(column.x + at, column.y, width, height, { fill: theme.tint, radius: 4 });
    pen.text(text, column.x + at + 7, column.y + size * 0.32, { size, color: '#111111' });
    at += width + 5;
  }
  column.y += height + 4;
}

function drawBars(column: Column, items: SkillGroupView['items'], indent: number): void {
  const { pen } = column;
  const width = column.width - indent;
  for (const [i, { text }] of items.entries()) {
    makeRoom(column, lineStep(column) + 9);
    flow(column, text, { indent });
    pen.box(column.x + indent, column.y, width, 3.5, { fill: '#c9c9c9' });
    pen.box(column.x + indent, column.y, width * (0.9 - 0.06 * (i % 7)), 3.5, { fill: column.muted });
    column.y += 8;
  }
}

function drawColumns(column: Column, texts: readonly string[], indent: number): void {
  const third = (column.width - indent) / 3;
  for (let i = 0; i < texts.length; i += 3) {
    const row = texts.slice(i, i + 3);
    const lines = row.map((text) => column.pen.wrap(text, third - 10, { size: column.size }));
    const most = Math.max(...lines.map(({ length }) => length));
    makeRoom(column, lineStep(column) * most);
    for (const [c, cell] of lines.entries())
      for (const [k, line] of cell.entries())
        column.pen.text(line, column.x + indent + c * third, column.y + k * lineStep(column), {
          size: column.size,
          color: column.ink,
        });
    column.y += lineStep(column) * most;
  }
}

/** Name left; level right, or as drawn dots. */
export function drawPairs(column: Column, pairs: readonly { left: string; right?: string }[], indent: number): void {
  const { pen, size } = column;
  for (const [i, { left, right }] of pairs.entries()) {
    makeRoom(column, lineStep(column));
    const { y } = column;
    flow(column, left, { indent });
    if (column.design.languages !== 'dots') {
      if (right !== undefined) pen.text(right, column.x + indent + 110, y, { size, color: column.muted });
      continue;
    }
    for (let dot = 0; dot < 5; dot++) {
      const x = column.x + column.width - 8 - (4 - dot) * 10;
      pen.circle(
        x,
        y + size * 0.5,
        3,
        dot < 5 - (i % 4) ? { fill: column.accent } : { stroke: column.accent, lineWidth: 0.6 },
      );
    }
  }
}
