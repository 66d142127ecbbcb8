// "Download as …": the formats that a record can be written in, and what is missing for the others.

import { el, failed, replaceChildren } from './dom.js';
import { downloadFrom } from './download.js';
import { base, getJson } from './http.js';

const MOST_SHOWN = 8;

/** Asks when it is opened, each time: a correction may have filled what was missing. Nothing for types that no format is for. */
export const createRecordExports = ({ id }) => createExports(`/records/${id}`);

/** `of`: the address of what is exported, below that of the API. */
export function createExports(of) {
  const list = el('ul', {}, el('li.quiet', {}, 'Looking …'));
  const load = async () => {
    try {
      const { items } = await getJson(`${of}/exports`);
      const none = el('li.quiet', {}, 'There is no format for this.');
      replaceChildren(list, ...(items.length > 0 ? items.map((item) => exportItem(of, item)) : [none]));
    } catch (error) {
      replaceChildren(list, el('li', {}, failed(error, load)));
    }
  };
  const node = el('details', {}, el('summary', {}, 'Download as …'), list);
  node.addEventListener('toggle', () => {
    if (node.open) void load();
  });
  return node;
}

function exportItem(of, { format, title, profile, missing, notes, options }) {
  if (profile === null) {
    const more = missing.length - MOST_SHOWN;
    return el(
      'li',
      {},
      `${title}: not yet. The record lacks:`,
      el(
        'ul',
        {},
        ...missing.slice(0, MOST_SHOWN).map(({ pointer, message }) => el('li.quiet', {}, placeText(pointer), message)),
        more > 0 ? el('li.quiet', {}, `… and ${more} more.`) : null,
      ),
    );
  }
  const link = el('a', { download: '', onclick: downloadFrom }, title);
  const chosen = new URLSearchParams({ format });
  const show = () => {
    link.href = `${base}${of}/export?${chosen}`;
  };
  show();
  return el(
    'li',
    {},
    link,
    el('span.quiet', {}, ` ${profile}`),
    ...options.map((option) => optionField(option, chosen, show)),
    ...notes.map((note) => el('p.quiet', {}, note)),
  );
}

function optionField({ id, title, values, usual }, chosen, show) {
  const select = el(
    'select',
    {},
    usual === null ? el('option', { value: '' }, 'As the record') : null,
    ...values.map((value) => el('option', { value: value.id }, value.title)),
  );
  select.value = usual ?? '';
  select.addEventListener('change', () => {
    if (select.value === '') chosen.delete(id);
    else chosen.set(id, select.value);
    show();
  });
  return el('label', {}, ` ${title}: `, select);
}

/** `/lines/0/unit` → "Line 1, unit: ". */
function placeText(pointer) {
  const line = /^\/lines\/(\d+)\/(.+)$/.exec(pointer);
  if (line) return `Line ${Number(line[1]) + 1}, ${line[2]}: `;
  return pointer.startsWith('/fields/') ? `${pointer.slice('/fields/'.length)}: ` : '';
}
