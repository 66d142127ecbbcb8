// API keys: for programs, with a list of what they may do; shown once.

import { tellBriefly } from '../banner.js';
import { el, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import { showDate } from '../format.js';
import * as api from './me-api.js';
import { askingButton, loaded, rows, section, showAgo, shownOnce } from './parts.js';

const DAY_MS = 86_400_000;
/** What only a person may do. */
const forPeople = ['keys.manage', 'workspace.transfer', 'workspace.erase'];

export function keysSection({ permissions, may }) {
  let reload = () => {};
  const holder = el('div.loaded');
  const list = loaded(api.listKeys, (keys, again) => {
    reload = again;
    return rows(keys, { label: 'API keys', empty: 'There are none yet.', row: (key) => rowOf(key, again) });
  });
  const scopes = permissions.filter(({ id }) => may(id) && !forPeople.includes(id));
  const showForm = () => replaceChildren(holder, newKeyForm({ scopes, onMade }));
  const onMade = async ({ key, name }) => {
    replaceChildren(
      holder,
      el('p', {}, el('strong', {}, `The key “${name}”. `), 'Copy it now: it is not shown again.'),
      shownOnce({ label: 'API key', text: key }),
      el('div.row-actions', {}, el('button', { type: 'button', onclick: showForm }, 'Make another')),
    );
    holder.querySelector('pre').focus();
    await reload();
  };
  showForm();
  return [
    section(
      null,
      'For programs that call Sheaf in your name, in this workspace. Send one as “Authorization: Bearer …”.',
      list,
    ),
    section('New key', null, holder),
  ];
}

function newKeyForm({ scopes, onMade }) {
  const boxes = scopes.map(({ id, title }) => {
    const input = el('input', { type: 'checkbox', value: id });
    return { input, node: el('label.choice', {}, input, el('span', {}, title)) };
  });
  const form = createForm({
    fields: [
      {
        name: 'name',
        label: 'Name',
        autocomplete: 'off',
        maxlength: 100,
        hint: 'What it is for, such as “Night import”.',
      },
      {
        name: 'days',
        label: 'Counts for',
        type: 'select',
        value: '90',
        options: [
          { value: '30', label: '30 days' },
          { value: '90', label: '90 days' },
          { value: '365', label: 'a year' },
          { value: 'always', label: 'as long as nobody revokes it' },
        ],
      },
    ],
    submit: 'Make the key',
    busy: 'Making …',
    async onSubmit({ name, days }) {
      const chosen = boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
      if (chosen.length === 0) throw new Error('Choose at least one thing that the key may do.');
      const expiresAt = days !== 'always' ? new Date(Date.now() + Number(days) * DAY_MS).toISOString() : null;
      await onMade({ ...(await api.makeKey({ name, scopes: chosen, expiresAt })), name });
      tellBriefly('The key is made.');
    },
  });
  form
    .control('days')
    .node.after(
      el(
        'fieldset.field',
        {},
        el('legend', {}, 'What it may do'),
        el('div.choices', {}, ...boxes.map(({ node }) => node)),
      ),
    );
  return form.node;
}

function rowOf({ id, name, hint, scopes, createdAt, lastUsedAt, expiresAt }, again) {
  const over = expiresAt && new Date(expiresAt) <= new Date();
  return {
    title: name,
    badges: over ? ['too old'] : [],
    detail: [
      `${hint}…`,
      `${scopes.length} ${scopes.length === 1 ? 'right' : 'rights'}`,
      lastUsedAt ? `last used ${showAgo(lastUsedAt)}` : `made ${showAgo(createdAt)}, never used`,
      expiresAt ? `until ${showDate(expiresAt)}` : 'without end',
    ].join(' · '),
    actions: [
      askingButton('Revoke', {
        name: `Revoke ${name}`,
        ask: 'Programs that use it will be refused.',
        yes: 'Revoke',
        done: 'Revoked.',
        act: () => api.revokeKey(id).then(again),
      }),
    ],
  };
}
