// What the workspace used of its tier.

import { el } from '../dom.js';
import { showMoment } from '../format.js';
import { loaded, section } from './parts.js';
import { getUsage } from './workspace-api.js';

const titles = { documents: 'Documents this month', exports: 'Exports this month', apiCalls: 'API calls today' };
/** From here on it is worth a warning. */
const NEARLY = 0.8;

export function usageSection() {
  return [
    section(
      null,
      null,
      loaded(getUsage, ({ tier, usage }) => [
        el('p', {}, 'This workspace is on the ', el('strong', {}, tier), ' tier.'),
        el('ul.rows', { 'aria-label': 'Usage' }, ...usage.map(quota)),
      ]),
    ),
  ];
}

function quota({ kind, used, limit, resetsAt }) {
  const title = titles[kind] ?? kind;
  if (limit === null) {
    return el(
      'li.quota',
      {},
      el('div.quota-head', {}, title, el('span', {}, `${used.toLocaleString('en')}, no limit`)),
    );
  }
  const share = limit === 0 ? 1 : used / limit;
  const state = share >= 1 ? 'used up' : share >= NEARLY ? 'nearly used up' : '';
  const bar = el('progress', { max: limit || 1, value: Math.min(used, limit || 1), 'aria-label': title });
  if (share >= NEARLY) bar.className = share >= 1 ? 'over' : 'nearly';
  return el(
    'li.quota',
    {},
    el(
      'div.quota-head',
      {},
      title,
      el('span', {}, `${used.toLocaleString('en')} of ${limit.toLocaleString('en')}${state ? `, ${state}` : ''}`),
    ),
    bar,
    el('div.row-detail', {}, `Counts from zero again on ${showMoment(resetsAt)}.`),
  );
}
