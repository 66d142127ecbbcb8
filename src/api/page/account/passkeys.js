// Passkeys: a fingerprint, a face or the device's PIN instead of the password.

import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { showDate } from '../format.js';
import { makePasskey, passkeysPossible, whyNoPasskeys } from '../passkey.js';
import * as api from './me-api.js';
import { askingButton, button, loaded, opener, rows, section, showAgo } from './parts.js';
import { proofFields } from './proof.js';

export function passkeysSection({ account }) {
  let reload = () => {};
  const list = loaded(api.listPasskeys, (passkeys, again) => {
    reload = again;
    return rows(passkeys, { label: 'Passkeys', empty: 'You have none yet.', row: (passkey) => rowOf(passkey, again) });
  });
  return section(
    'Passkeys',
    'Sign in with a fingerprint, a face or the PIN of your device. Nothing to remember, nothing to be stolen from us.',
    list,
    passkeysPossible
      ? opener('Add a passkey', () => addForm({ account, reload: () => reload() }))
      : el('p.hint', {}, whyNoPasskeys),
  );
}

function addForm({ account, reload }) {
  return createForm({
    fields: [
      {
        name: 'name',
        label: 'Name of the new passkey',
        value: 'This device',
        autocomplete: 'off',
        maxlength: 100,
      },
      ...proofFields(account),
    ],
    submit: 'Add a passkey',
    busy: 'Waiting for your device …',
    async onSubmit({ name, ...proof }) {
      const { options, challenge } = await api.beginPasskey(proof);
      await api.finishPasskey({ name, challenge, credential: await makePasskey(options) });
      tellBriefly('The passkey is added.');
      await reload();
    },
  });
}

function rowOf({ id, name, createdAt, lastUsedAt }, again) {
  return {
    title: name,
    detail: `since ${showDate(createdAt)}${lastUsedAt ? `, last used ${showAgo(lastUsedAt)}` : ''}`,
    actions: [
      button(
        'Rename',
        async () => {
          const next = prompt('Name of this passkey', name)?.trim();
          if (!next || next === name) return;
          await api.renamePasskey(id, next);
          await again();
        },
        { name: `Rename ${name}` },
      ),
      askingButton('Remove', {
        name: `Remove ${name}`,
        ask: 'It will open nothing here any more.',
        yes: 'Remove',
        act: () => api.removePasskey(id).then(again),
      }),
    ],
  };
}
