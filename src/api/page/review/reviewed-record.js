// The record of a review beside its pages: each field with what it could have been, to choose by a click.

import { el, replaceChildren } from '../dom.js';
import { createFieldList } from '../field-list.js';
import { placeOf, showValue } from '../format.js';
import { createLineTable } from '../line-table.js';
import { createPageViewer } from '../page-viewer.js';
import { placesOf } from '../record-places.js';

const MOST_CANDIDATES = 6;

/** `onCorrected(record)`. Returns {node, light(path), edit(path), first: a path}. */
export function reviewedRecord({ document, record, candidates, type, mayCorrect, onCorrected }) {
  const parts = [];
  const onPoint = (path, scroll) => {
    for (const part of parts) part.light(path, scroll);
  };
  const candidatesOf = (path, choose) => {
    const found = (candidates[path] ?? []).slice(0, MOST_CANDIDATES);
    const kind = type?.fields.find((spec) => spec.path === path.replace(/\[\d+\]/g, '[]'))?.kind;
    if (found.length === 0) return null;
    return el(
      'ul.candidates',
      { 'aria-label': 'What it could be' },
      ...found.map((candidate, index) => candidateRow({ candidate, index, kind, choose, onPoint })),
    );
  };
  const fields = createFieldList({ record, type, mayCorrect, onPoint, onCorrected, candidatesOf });
  const lines = createLineTable({ record, type, onPoint });
  const viewer = createPageViewer({
    document,
    places: [...placesOf(record), ...candidatePlaces(candidates)],
    onPoint: (path) => onPoint(path, false),
    onChoose: mayCorrect ? (path) => fields.edit(path) : undefined,
  });
  parts.push(fields, lines, viewer);
  const node = el('div.record');
  replaceChildren(node, el('div.facts', {}, fields.node, ...(lines.node ? [lines.node] : [])), viewer.node);
  return {
    node,
    light: (path) => onPoint(path, true),
    edit: (path) => fields.edit(path),
    first: Object.keys(record.fields)[0],
  };
}

const keyOf = (path, index) => `${path} ${index}`;

function candidateRow({ candidate, index, kind, choose, onPoint }) {
  const { path, value, raw, evidence, source } = candidate;
  const text = showValue(value, kind);
  const place = evidence.find(({ page }) => page > 0);
  const why = [place ? placeOf(place) : null, raw && raw !== text ? `“${raw}”` : null, source.replace(/[-/]/g, ' ')];
  const light = () => onPoint(keyOf(path, index), true);
  return el(
    'li',
    {},
    el(
      'button.candidate',
      { type: 'button', onclick: () => choose(value), onpointerenter: light, onfocus: light },
      el('strong', {}, text),
      el('span.quiet', {}, ` ${why.filter(Boolean).join(', ')}`),
    ),
  );
}

/** Seen only while they are pointed at. */
const candidatePlaces = (candidates) =>
  Object.entries(candidates).flatMap(([path, found]) =>
    found
      .slice(0, MOST_CANDIDATES)
      .flatMap(({ evidence, raw }, index) =>
        evidence
          .filter(({ page }) => page > 0)
          .map(({ page, box }) => ({ path: keyOf(path, index), page, box, label: raw, quiet: true })),
      ),
  );
