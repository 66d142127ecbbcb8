// Below a record that cases are about: where its case stands, or what begins one.

import { button, loaded } from '../account/parts.js';
import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { listCasesOf, listTypes, openCase } from './board-api.js';
import { since, titleOf } from './board-words.js';

/** Empty for records that nothing is tracked of. */
export function trackRecord(record, { mayEdit }) {
  return loaded(
    async () => {
      const types = (await listTypes()).filter(({ subject }) => subject?.recordTypes.includes(record.type));
      return { types, cases: types.length > 0 ? await listCasesOf(record.id) : [] };
    },
    ({ types, cases }, again) => types.map((type) => tracked({ record, type, cases, mayEdit, again })),
  );
}

function tracked({ record, type, cases, mayEdit, again }) {
  const mine = cases.filter((one) => one.type === type.id);
  const begin = (state) =>
    button(
      titleOf(type, state),
      async () => {
        await openCase({ type: type.id, state, subject: { record: record.id } });
        tellBriefly('It is on the board.');
        await again();
      },
      { name: `${type.title}: ${titleOf(type, state)}` },
    );
  const mayBegin = mayEdit && !mine.some(({ open }) => open);
  return el(
    'section.tracked',
    { 'aria-label': type.title },
    el('h2', {}, type.title),
    ...mine.map((one) =>
      el(
        'p',
        {},
        el('a', { href: `#/board/${one.id}` }, `${titleOf(type, one.state)} ${since(one.stateSince)}`),
        one.title ? el('span.quiet', {}, ` ${one.title}`) : null,
      ),
    ),
    mayBegin ? el('div.decide', {}, el('span.quiet', {}, 'Put it on the board as'), ...type.initial.map(begin)) : null,
    !mayBegin && mine.length === 0 ? el('p.hint', {}, 'It is not on the board.') : null,
  );
}
