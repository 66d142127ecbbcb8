// Two records side by side: what was compared, what it says for and against, and all their values.

import { getDocument } from '../api.js';
import { el, replaceChildren } from '../dom.js';
import { showValue, titleOf, typeTitle } from '../format.js';

/** `left`, `right`: records; `types` names their fields. */
export function comparison({ match, left, right, types }) {
  const heads = [left, right].map((record) => recordHead(record, types));
  return el(
    'div.comparison',
    {},
    reasonTable(match.explanation, heads),
    assignmentNote(match.explanation.assignment),
    valueTable([left, right], types),
  );
}

function recordHead(record, types) {
  const name = el('a', { href: `#/documents/${record.document}` }, 'Open its document');
  // Its name says more; until it is here, and if it cannot be had, the link says enough.
  getDocument(record.document).then(
    (document) => replaceChildren(name, document.name),
    () => {},
  );
  return { title: typeTitle(types.get(record.type), record.type), node: name };
}

function reasonTable({ for: reasons, against, unknown, veto }, heads) {
  const row = (says, mark, { title, left, right, text }) =>
    el(
      `tr.${says}`,
      {},
      el('th', { scope: 'row' }, title),
      el('td', { 'data-head': heads[0].title }, left),
      el('td', { 'data-head': heads[1].title }, right),
      el('td.says', { title: text }, mark),
    );
  const body = [
    veto
      ? el(
          'tr.against',
          {},
          el('th', { scope: 'row' }, veto.title),
          el('td', { colspan: '2' }, veto.text),
          el('td.says', {}, '✕ rules it out'),
        )
      : null,
    ...reasons.map((reason) => row('for', '✓ for it', reason)),
    ...against.map((reason) => row('against', '✕ against it', reason)),
  ].filter(Boolean);
  return el(
    'section',
    { 'aria-label': 'Reasons' },
    el('h3', {}, 'What was compared'),
    el(
      'table.reasons',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, 'Compared'),
          ...heads.map(({ title, node }) => el('th', { scope: 'col' }, title, el('br'), node)),
          el('th', { scope: 'col' }, 'Speaks'),
        ),
      ),
      el('tbody', {}, ...body),
    ),
    body.length === 0 ? el('p.hint', {}, 'Nothing was compared that both records have.') : null,
    unknown.length > 0
      ? el(
          'p.quiet',
          {},
          `Not known of one of them: ${unknown.map(({ title }) => title).join(', ')}. That counts neither way.`,
        )
      : null,
  );
}

function assignmentNote(assignment) {
  if (!assignment) return null;
  const links = assignment.others.map((other, i) =>
    el(
      'li',
      {},
      el(
        'a',
        { href: `#/matches/${other.match}` },
        `${assignment.given === 'here' ? 'Instead of' : 'Given up for'} match ${i + 1}`,
      ),
    ),
  );
  return el('div.notice.mild', {}, el('p', {}, assignment.text), el('ul.plain', {}, ...links));
}

/** Field by field, those that both have first. */
function valueTable(records, types) {
  const paths = [...new Set(records.flatMap(({ fields }) => Object.keys(fields)))];
  const ofBoth = (path) => records.every(({ fields }) => path in fields);
  const ordered = [...paths.filter(ofBoth), ...paths.filter((path) => !ofBoth(path))];
  const specOf = (record, path) => types.get(record.type)?.fields.find((field) => field.path === path);
  const cell = (record, path) => {
    const value = record.fields[path];
    const head = typeTitle(types.get(record.type), record.type);
    return value
      ? el('td', { 'data-head': head }, showValue(value.value, specOf(record, path)?.kind))
      : el('td.quiet', { 'data-head': head }, 'not there');
  };
  return el(
    'details',
    {},
    el('summary', {}, `All values (${ordered.length})`),
    el(
      'table.reasons',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, 'Field'),
          ...records.map((record) => el('th', { scope: 'col' }, typeTitle(types.get(record.type), record.type))),
        ),
      ),
      el(
        'tbody',
        {},
        ...ordered.map((path) => {
          const spec = specOf(records[0], path) ?? specOf(records[1], path);
          return el(
            'tr',
            {},
            el('th', { scope: 'row' }, spec?.title ?? titleOf(path)),
            ...records.map((record) => cell(record, path)),
          );
        }),
      ),
    ),
  );
}
