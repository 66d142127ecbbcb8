// The workspace: which one, its name; another one; handing over, leaving, deleting.

import { tellBriefly } from '../banner.js';
import { createForm } from '../form.js';
import { showDate } from '../format.js';
import { eraseWorkspaceSection } from './erasure.js';
import { handOverSection } from './hand-over.js';
import { askingButton, button, loaded, opener, rows, section } from './parts.js';
import * as api from './workspace-api.js';

/** `choose(id)` makes a workspace the person's own choice and begins the page anew. */
export function workspaceSection({ workspace, account, may, choose, reload }) {
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
    workspace && may('workspace.transfer') ? handOverSection({ workspace, account, reload }) : null,
    workspace ? leaving({ workspace, choose }) : null,
    workspace && may('workspace.erase') ? eraseWorkspaceSection({ account, workspace, choose }) : null,
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
      ({ name }) => {
        const readonly = !may('workspace.update');
        const form = createForm({
          fields: [{ name: 'name', label: 'Name', value: name, maxlength: 200, autocomplete: 'off', readonly }],
          submit: 'Save',
          busy: 'Saving …',
          async onSubmit(given) {
            await api.changeWorkspace(workspace.id, given);
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
