// What the XML inside a file states against what its page shows.

import { el } from './dom.js';
import { showValue, titleOf } from './format.js';

const OTHERS = ['agrees', 'page says more', 'page does not say'];
const words = {
  agrees: (n) => `${n} ${n === 1 ? 'value agrees' : 'values agree'}`,
  'page says more': (n) => `${n} on the page alone`,
  'page does not say': (n) => `${n} not found on the page`,
};

/** null when there was nothing to compare. `onPoint(path | null, scroll)`. */
export function createComparisonView({ record, type, onPoint }) {
  const { comparison, structured } = record;
  if (!structured) return null;
  const differing = (comparison ?? []).filter(({ verdict }) => verdict === 'differs');
  const sum = OTHERS.flatMap((verdict) => {
    const count = (comparison ?? []).filter((field) => field.verdict === verdict).length;
    return count > 0 ? [words[verdict](count)] : [];
  });
  return el(
    'section.comparison',
    { 'aria-label': 'XML and page' },
    el('h2', {}, comparison ? 'XML and page' : 'XML'),
    el('p.quiet', {}, sourceOf(structured)),
    differing.length > 0 ? table({ differing, type, onPoint }) : null,
    comparison && differing.length === 0 ? el('p', {}, 'Nothing on the page differs from the XML.') : null,
    sum.length > 0 ? el('p.quiet', {}, `${sum.join(', ')}.`) : null,
  );
}

function sourceOf({ file, syntax, profile }) {
  const kind = profile ? `${syntax}, ${profile}` : syntax;
  return file ? `The values are those of ${file} (${kind}).` : `The values are those of the file itself (${kind}).`;
}

function table({ differing, type, onPoint }) {
  const specs = new Map((type?.fields ?? []).map((spec) => [spec.path, spec]));
  const rows = differing.map(({ path, xml, page }) => {
    const spec = specs.get(path);
    const cell = (side) => el('td', {}, side ? showValue(side.value, spec?.kind) : '');
    return el(
      'tr',
      {
        tabindex: '0',
        onpointerenter: () => onPoint(path, true),
        onpointerleave: () => onPoint(null, false),
        onfocusin: () => onPoint(path, true),
        onfocusout: () => onPoint(null, false),
      },
      el('th', { scope: 'row' }, spec?.title ?? titleOf(path)),
      cell(xml),
      cell(page),
    );
  });
  const head = ['Differs', 'XML', 'Page'].map((title) => el('th', { scope: 'col' }, title));
  return el('table.differences', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
}
