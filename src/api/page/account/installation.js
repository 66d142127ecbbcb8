// Accounts and workspaces of the whole installation, for who administers it. What is in a workspace stays closed to them.

import { tellBriefly } from '../banner.js';
import { el, replaceChildren } from '../dom.js';
import { createForm } from '../form.js';
import { showDate, showMoment } from '../format.js';
import * as api from './installation-api.js';
import { askingButton, button, pagedRows, rows, section } from './parts.js';

export function installationSection({ account }) {
  return [
    section(
      'Accounts',
      null,
      ...searchable(api.listAccounts, (items, again) => accountRows({ items, again, account })),
    ),
    section('Workspaces', null, ...searchable(api.listAllWorkspaces, workspaceRows)),
  ];
}

/** A field to search by, and the list of what is found. */
function searchable(list, draw) {
  const holder = el('div.loaded');
  const show = (search) =>
    replaceChildren(
      holder,
      pagedRows((cursor) => list({ search, cursor }), draw),
    );
  const form = createForm({
    fields: [
      { name: 'search', label: 'Part of a name or address', type: 'search', required: false, autocomplete: 'off' },
    ],
    submit: 'Search',
    onSubmit: ({ search }) => show(search),
  });
  show('');
  return [form.node, holder];
}

function accountRows({ items, again, account }) {
  return rows(items, {
    label: 'Accounts',
    empty: 'Nobody is called so.',
    row(person) {
      const { id, email, name, createdAt, disabledAt, lockedUntil } = person;
      return {
        title: name,
        badges: [
          person.systemAdministrator && 'administrator',
          disabledAt && 'closed',
          lockedUntil && 'locked',
          !person.emailVerified && 'address not confirmed',
          person.secondFactor && 'second factor',
        ].filter(Boolean),
        detail: [
          email,
          `since ${showDate(createdAt)}`,
          lockedUntil && `too many failed sign-ins: locked until ${showMoment(lockedUntil)}`,
        ]
          .filter(Boolean)
          .join(' · '),
        actions: [
          lockedUntil ? acting('Unlock', person, () => api.unlock(id), again) : null,
          disabledAt ? acting('Open', person, () => api.open(id), again) : null,
          !disabledAt && id !== account.id
            ? askingButton('Close', {
                name: `Close the account ${email}`,
                ask: `${name} is signed out everywhere and cannot sign in. What they made stays.`,
                yes: 'Close',
                done: 'Closed.',
                act: () => api.close(id).then(again),
              })
            : null,
        ].filter(Boolean),
      };
    },
  });
}

function acting(label, { email }, act, again) {
  return button(
    label,
    async () => {
      await act();
      await again();
    },
    { name: `${label} the account ${email}` },
  );
}

function workspaceRows(items) {
  return rows(items, {
    label: 'Workspaces',
    empty: 'None is called so.',
    row: ({ id, name, createdAt, members, owners }) => ({
      title: name,
      detail: `${members === 1 ? '1 member' : `${members} members`} · owned by ${owners.join(', ') || 'nobody'} · since ${showDate(createdAt)}`,
      actions: [tierSelect(id, name)],
    }),
  });
}

/** The list does not say which tier a workspace has: it is chosen anew. */
function tierSelect(id, name) {
  const options = [
    ['', 'Set tier …'],
    ['default', 'as the installation has it'],
    ...['free', 'pro', 'enterprise'].map((tier) => [tier, tier]),
  ];
  const select = el(
    'select',
    { 'aria-label': `Tier of ${name}` },
    ...options.map(([value, label]) => el('option', { value }, label)),
  );
  select.addEventListener('change', async () => {
    if (select.value === '') return;
    select.disabled = true;
    try {
      const { tier } = await api.setTier(id, select.value === 'default' ? null : select.value);
      tellBriefly(`${name} is on the ${tier} tier now.`);
    } catch (error) {
      tellBriefly(error.message);
    }
    select.value = '';
    select.disabled = false;
  });
  return select;
}
