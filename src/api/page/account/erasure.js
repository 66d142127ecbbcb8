// For good: the workspace, or the account. Whoever does it types the name of what goes.

import { el } from '../dom.js';
import { createForm } from '../form.js';
import { showDate } from '../format.js';
import { sendJson } from '../http.js';
import { opener, section } from './parts.js';
import { proofFields } from './proof.js';

export function eraseWorkspaceSection({ account, workspace, choose }) {
  return section(
    'Delete this workspace',
    'For everybody in it, at once and for good: nothing of it lies in the trash.',
    opener('Delete workspace', () =>
      erasing({
        name: workspace.name,
        goes: 'All documents, records, corrections, exports, invitations and API keys.',
        stays:
          'The accounts of its members and their other workspaces. The audit log, which holds ids and no names. Copies in backups, until those are too old.',
        fields: proofFields(account),
        act: async (how) => {
          await sendJson('POST', '/workspace/erasure', { confirm: workspace.id, ...how });
          await choose(undefined);
        },
      }),
    ),
  );
}

/** With a way back by mail. `forget(why)` empties the page. */
export function closeAccountSection({ account, forget }) {
  const form = createForm({
    fields: [...proofFields(account), { name: 'reason', label: 'Why (if you like)', required: false, maxlength: 500 }],
    submit: 'Close account',
    busy: 'Closing …',
    danger: true,
    async onSubmit({ password, reason }) {
      const { erasedAt } = await sendJson('POST', '/me/close', {
        ...(password ? { password } : {}),
        ...(reason ? { reason } : {}),
      });
      forget(`Your account is closed. The link that was mailed to you opens it again until ${showDate(erasedAt)}.`);
    },
  });
  return section(
    'Close your account',
    'You are signed out everywhere at once. Until the account is erased, a mailed link opens it again.',
    opener('Close account', () => form),
  );
}

/** `forget(why)` empties the page. */
export function eraseAccountSection({ account, forget }) {
  return section(
    'Delete your account',
    'At once and for good. Want to keep something? Make an archive under Export first.',
    opener('Delete account', () =>
      erasing({
        name: account.email,
        goes: 'Your account, sessions, passkeys and API keys, and the workspaces that nobody else belongs to.',
        stays:
          'Workspaces with other people, without your name. The audit log, which holds ids and no names. Copies in backups, until those are too old.',
        fields: [
          ...proofFields(account),
          {
            name: 'uploads',
            label: 'What you uploaded where others are',
            type: 'select',
            value: 'keep',
            options: [
              { value: 'keep', label: 'stays with them' },
              { value: 'erase', label: 'goes, too' },
            ],
          },
        ],
        act: async (how) => {
          await sendJson('POST', '/account/erasure', { confirm: account.id, ...how });
          forget('Your account is deleted.');
        },
      }),
    ),
  );
}

function erasing({ name, goes, stays, fields = [], act }) {
  const form = createForm({
    fields: [
      ...fields,
      {
        name: 'despiteRetention',
        label: 'Also what must still be kept by the rules under Keeping',
        type: 'checkbox',
        required: false,
      },
      {
        name: 'typed',
        label: `Type ${name} to confirm`,
        autocomplete: 'off',
        autocapitalize: 'none',
        spellcheck: 'false',
      },
    ],
    submit: 'Delete for good',
    busy: 'Deleting …',
    danger: true,
    async onSubmit({ typed, ...how }) {
      if (typed !== name.trim()) {
        form.control('typed').complain(`That is not ${name}`);
        form.control('typed').focus();
        return;
      }
      await act(how);
    },
  });
  form.node.prepend(el('p', {}, el('strong', {}, 'Goes: '), goes), el('p', {}, el('strong', {}, 'Stays: '), stays));
  return form;
}
