// Saved searches: kept from a search that is open, listed where none is.

import { askingButton, loaded, rows } from '../account/parts.js';
import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { writeAsked } from './asked.js';
import { deleteSaved, listSaved, save } from './search-api.js';

const alerts = { off: 'No', immediately: 'At once', daily: 'Once a day' };
const told = { off: 'tells of nothing', immediately: 'tells at once', daily: 'tells once a day' };

export function saveForm(asked) {
  const form = createForm({
    fields: [
      { name: 'name', label: 'Name', value: asked.q.slice(0, 100), maxlength: 100, autocomplete: 'off' },
      {
        name: 'alert',
        label: 'Tell me of what is new',
        type: 'select',
        value: 'off',
        options: Object.entries(alerts).map(([value, label]) => ({ value, label })),
      },
    ],
    submit: 'Save this search',
    onSubmit: async ({ name, alert }) => {
      await save(asked, { name, alert });
      tellBriefly(`“${name}” is saved. You find it where nothing is searched for.`);
    },
  });
  return el('details.save', {}, el('summary', {}, 'Save this search'), form.node);
}

export function savedList() {
  return loaded(listSaved, (saved, again) =>
    rows(saved, {
      label: 'Saved searches',
      empty: 'You have saved none yet. Search for something, and save it to be told of what is new.',
      row: (one) => savedRow(one, again),
    }),
  );
}

function savedRow(one, again) {
  const filters = Object.entries(one.filters).flatMap(([facet, value]) =>
    [value].flat().map((each) => said(facet, each)),
  );
  return {
    title: el('a', { href: writeAsked({ q: one.q, filters, collection: one.collections?.[0] }) }, one.name),
    detail: told[one.alert],
    actions: [
      askingButton('Delete', {
        name: `Delete ${one.name}`,
        ask: 'What it found is forgotten, too.',
        yes: 'Delete',
        done: `“${one.name}” is deleted.`,
        act: () => deleteSaved(one.id).then(again),
      }),
    ],
  };
}

const said = (facet, value) =>
  typeof value === 'object' ? `${facet}:${value.from ?? ''}..${value.to ?? ''}` : `${facet}:${value}`;
