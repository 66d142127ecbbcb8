// Line items as a table; the columns are those that any line has, in the type's order.

import { el } from './dom.js';
import { origins, percent, showValue, titleOf } from './format.js';

export function createLineTable({ record, type, onPoint }) {
  if (record.lines.length === 0) return { node: null, light() {} };
  const titles = new Map((type?.lineFields ?? []).map((spec, index) => [spec.path, { ...spec, index }]));
  const order = (column) => titles.get(column)?.index ?? 99;
  const columns = [...new Set(record.lines.flatMap((line) => Object.keys(line)))].sort((a, b) => order(a) - order(b));
  const cells = new Map();
  const rows = record.lines.map((line, index) =>
    el(
      'tr',
      {},
      ...columns.map((column) => {
        const value = line[column];
        const path = `lines[${index}].${column}`;
        const cell = el(
          typeof value?.value === 'number' ? 'td.number' : 'td',
          cellEvents(value, path, onPoint),
          showValue(value?.value, titles.get(column)?.kind),
        );
        cells.set(path, cell);
        return cell;
      }),
    ),
  );
  const head = el(
    'tr',
    {},
    ...columns.map((column) => el('th', { scope: 'col' }, titles.get(column)?.title ?? titleOf(column))),
  );
  return {
    node: el(
      'section',
      { 'aria-label': 'Line items' },
      el('h2', {}, `Line items (${record.lines.length})`),
      ...proofOf(record),
      el('div.scroll', { tabindex: '0' }, el('table.lines', {}, el('thead', {}, head), el('tbody', {}, ...rows))),
    ),
    light(path) {
      for (const [key, cell] of cells) cell.classList.toggle('lit', key === path);
    },
  };
}

/** A sentence on whether these are all the lines there are. */
function proofOf({ lineProof: proof }) {
  if (!proof) return [];
  const proved = proof.agrees === true && proof.rowsReturned >= proof.rowsSeen;
  return [el(proved ? 'p.proof' : 'p.proof.doubtful', {}, proof.summary)];
}

function cellEvents(value, path, onPoint) {
  if (!value) return {};
  const origin = origins[value.origin]?.[0] ?? value.origin;
  return {
    title: `${origin}, ${percent(value.confidence)}`,
    onpointerenter: () => onPoint(path, true),
    onpointerleave: () => onPoint(null, false),
  };
}
