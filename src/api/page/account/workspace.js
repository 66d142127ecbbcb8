// The workspace: which one, its name and country; another one; leaving, handing over.

import { tellBriefly } from '../banner.js';
import { createForm } from '../form.js';
import { askingButton, button, loaded, opener, rows, section, showDate } from './parts.js';
import * as api from './workspace-api.js';

/** `choose(id)` makes a workspace the person's own choice and begins the page anew. */
export function workspaceSection({ workspace, account, may, choose }) {
  return [
    section(
      'Your workspaces',
      'Documents belong to a workspace; you see those of one at a time.',
      rows(account.workspaces, {
        label: 'Your workspaces',
        empty: 'You belong to no workspace.',
        row: ({ id, name, role, createdAt }) => ({
          title: name,
          badges: [role, id === workspace?.id && 'open now'].filter(Boolean),
          detail: `since ${showDate(createdAt)}`,
          actions: id === workspace?.id ? [] : [button('Open', () => choose(id), { name: `Open ${name}` })],
        }),
      }),
      opener('New workspace', () => newWorkspace(choose)),
    ),
    workspace ? settings({ workspace, may }) : null,
    workspace ? leaving({ workspace, choose }) : null,
  ];
}

function newWorkspace(choose) {
  return createForm({
    fields: [{ name: 'name', label: 'Name of a new workspace', autocomplete: 'off', maxlength: 200 }],
    submit: 'Make and open it',
    busy: 'Making …',
    async onSubmit(given) {
      await choose((await api.makeWorkspace(given)).id);
    },
  });
}

function settings({ workspace, may }) {
  return section(
    'Settings of this workspace',
    null,
    loaded(
      () => api.getWorkspace(workspace.id),
      ({ name, jurisdiction }) => {
        const readonly = !may('workspace.update');
        const form = createForm({
          fields: [
            { name: 'name', label: 'Name', value: name, maxlength: 200, autocomplete: 'off', readonly },
            {
              name: 'jurisdiction',
              label: 'Country',
              value: jurisdiction ?? '',
              required: false,
              autocomplete: 'off',
              maxlength: 2,
              pattern: '[A-Za-z]{2}',
              title: 'Two letters, such as DE or US',
              hint: 'Two letters, such as DE. Its law says how long things are kept.',
              readonly,
            },
          ],
          submit: 'Save',
          busy: 'Saving …',
          async onSubmit(given) {
            await api.changeWorkspace(workspace.id, {
              name: given.name,
              jurisdiction: given.jurisdiction.toUpperCase() || null,
            });
            tellBriefly('Saved.');
          },
        });
        if (readonly) form.node.querySelector('.form-end').remove();
        return form.node;
      },
    ),
  );
}

function leaving({ workspace, choose }) {
  return section(
    'Leave this workspace',
    'You lose sight of its documents; they stay. An owner hands the workspace over first.',
    askingButton('Leave', {
      name: `Leave ${workspace.name}`,
      ask: `Leave ${workspace.name}?`,
      yes: 'Leave',
      act: () => api.leaveWorkspace(workspace.id).then(() => choose(undefined)),
    }),
  );
}
