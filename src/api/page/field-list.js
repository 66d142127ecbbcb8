// The fields of a record: value, where it comes from, how sure; each can be corrected in place.

import { correct } from './api.js';
import { el } from './dom.js';
import { origins, percent, placeOf, showValue, titleOf } from './format.js';

const numericKinds = new Set(['money', 'number', 'percent']);

/**
 * `onPoint(path | null, scroll)`; `onCorrected(record)` with the record's next version. `candidatesOf(path, choose)`: what a field
 * could have been, as a node; then pressing a row opens it.
 */
export function createFieldList({ record, type, mayCorrect, onPoint, onCorrected, candidatesOf }) {
  const specs = new Map((type?.fields ?? []).map((spec, index) => [spec.path, { ...spec, index }]));
  const specOf = (path) => specs.get(path.replace(/\[\d+\]/g, '[]'));
  const order = (path) => specOf(path)?.index ?? Number.MAX_SAFE_INTEGER;
  const paths = Object.keys(record.fields).sort(
    (a, b) => order(a) - order(b) || a.localeCompare(b, 'en', { numeric: true }),
  );
  const rows = new Map();
  const edits = new Map();
  const body = el('tbody');
  for (const path of paths) {
    const { row, edit } = fieldRow({
      record,
      path,
      spec: specOf(path),
      mayCorrect,
      onPoint,
      onCorrected,
      candidatesOf,
    });
    rows.set(path, row);
    edits.set(path, edit);
    body.append(row);
  }
  const missing = (type?.fields ?? []).filter((spec) => !spec.path.includes('[]') && !(spec.path in record.fields));
  const adding = mayCorrect && missing.length > 0 ? addField({ record, missing, onCorrected }) : undefined;
  const node = el(
    'section',
    { 'aria-label': 'Fields' },
    el('h2', {}, 'Fields'),
    paths.length > 0
      ? el('table.fields', {}, body)
      : el('p.hint', {}, 'Nothing was found that this type has fields for.'),
    adding?.node ?? null,
  );
  return {
    node,
    /** Opens a field to be corrected; one that is missing, to be added. */
    edit(path) {
      if (!mayCorrect) return;
      if (edits.has(path)) edits.get(path)();
      else adding?.open(path);
    },
    light(path) {
      for (const [key, row] of rows) row.classList.toggle('lit', key === path);
      if (path) rows.get(path)?.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** The cell or paragraph that a value stands in; none where it has a place on a page to be shown. */
function placeInFile({ evidence = [] }) {
  const place = evidence.find(({ page, locator }) => page > 0 && locator && !locator.startsWith('/'));
  return place && placeOf(place);
}

function fieldRow({ record, path, spec, mayCorrect, onPoint, onCorrected, candidatesOf }) {
  const value = record.fields[path];
  const title = spec && !path.includes('[') ? spec.title : titleOf(path);
  const [origin, meaning] = origins[value.origin] ?? [value.origin, ''];
  const text = showValue(value.value, spec?.kind);
  const edit = () => {
    const form = editForm({
      spec,
      value: value.value,
      save: (given) => correct(record, path, given),
      onCorrected,
      onCancel: restore,
    });
    const choose = (given) => form.save(given);
    cell.replaceChildren(form.node, ...[candidatesOf?.(path, choose)].filter(Boolean));
    form.node.querySelector('input').select();
  };
  const shown = [
    el('span.value', { title: value.raw && value.raw !== text ? `On the page: ${value.raw}` : undefined }, text),
    placeInFile(value) ? el('span.quiet', {}, ` ${placeInFile(value)}`) : '',
    mayCorrect
      ? el('button.edit', { type: 'button', 'aria-label': `Correct ${title}`, title: 'Correct', onclick: edit }, '✎')
      : '',
  ];
  const cell = el('td.content', {}, ...shown);
  const restore = () => cell.replaceChildren(...shown);
  const problems = record.issues.filter((issue) => issue.path === path);
  const opens = (event) => {
    if (event.target.closest('form, button, ul') || cell.querySelector('form')) return;
    edit();
  };
  const row = el(
    'tr',
    {
      tabindex: '0',
      onclick: candidatesOf && mayCorrect ? opens : undefined,
      onpointerenter: () => onPoint(path, true),
      onpointerleave: () => onPoint(null, false),
      onfocusin: () => onPoint(path, true),
      onfocusout: () => onPoint(null, false),
    },
    el(
      'th',
      { scope: 'row' },
      title,
      problems.length > 0 ? el('span.flag', { title: problems[0].message }, ' !') : null,
    ),
    cell,
    el(
      'td.trust',
      {},
      el(`span.origin.${value.origin}`, { title: meaning }, origin),
      el('span.sure', { title: 'How sure' }, percent(value.confidence)),
    ),
  );
  return { row, edit };
}

/** A small form: Enter saves, Escape leaves; an empty value clears the field. */
function editForm({ spec, value, save, onCorrected, onCancel }) {
  const input = el('input', {
    type: 'text',
    value: value === null || value === undefined ? '' : String(value),
    'aria-label': 'New value',
  });
  const complaint = el('span.complaint', { role: 'alert' });
  const saveIt = async (given) => {
    try {
      onCorrected(await save(given));
    } catch (error) {
      complaint.textContent = error.message;
    }
  };
  const node = el(
    'form.edit-form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        void saveIt(parseInput(input.value, spec));
      },
      onkeydown: (event) => {
        if (event.key === 'Escape') onCancel();
      },
    },
    input,
    el('button', { type: 'submit' }, 'Save'),
    complaint,
  );
  return { node, save: saveIt };
}

function parseInput(text, spec) {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = Number(trimmed);
  return numericKinds.has(spec?.kind) && Number.isFinite(number) ? number : trimmed;
}

function addField({ record, missing, onCorrected }) {
  const select = el(
    'select',
    { 'aria-label': 'Field to add' },
    ...missing.map((spec) => el('option', { value: spec.path }, spec.title)),
  );
  const holder = el('span');
  const spec = () => missing.find((candidate) => candidate.path === select.value);
  const open = (path) => {
    if (path) select.value = path;
    const form = editForm({
      spec: spec(),
      value: '',
      save: (given) => correct(record, select.value, given),
      onCorrected,
      onCancel: () => holder.replaceChildren(),
    });
    holder.replaceChildren(form.node);
    form.node.querySelector('input').focus();
  };
  const add = el('button.quiet', { type: 'button', onclick: () => open() }, 'Add this field');
  return { node: el('p.add', {}, select, add, holder), open };
}
