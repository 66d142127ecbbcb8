// Another password; the first one for who came without.

import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { emailField, newPasswordField } from '../door/fields.js';
import { createForm } from '../form.js';
import * as api from './me-api.js';
import { opener, section } from './parts.js';

export function passwordSection({ account, reload }) {
  return account.hasPassword
    ? section(
        'Password',
        'Every other device is signed out when you change it.',
        opener('Change password', () => another({ account, reload })),
      )
    : first({ account, reload });
}

/** The owner whom the first start made: nobody's address, which they replace by their own. */
const isNameless = ({ email }) => email === 'owner@sheaf.local';
export const lacksWayBack = (account) => !account.hasPassword && isNameless(account);

/** What the person signs in with from now on. `onSet(account)`. */
export function credentialsForm({ onSet }) {
  return createForm({
    fields: [{ ...emailField(), hint: 'Mails go there, such as a link for a forgotten password.' }, newPasswordField],
    submit: 'Set both',
    busy: 'Setting …',
    async onSubmit(given) {
      await onSet(await api.setCredentials(given));
    },
  });
}

/** The first password of an account that has none. */
function firstPasswordForm({ account, onSet }) {
  const form = createForm({
    fields: [newPasswordField],
    submit: 'Set password',
    busy: 'Setting …',
    async onSubmit({ password }) {
      await api.setPassword(password);
      await onSet();
    },
  });
  form.node.prepend(usernameOf(account));
  return form;
}

function first({ account, reload }) {
  const nameless = isNameless(account);
  const onSet = async (changed) => {
    tellBriefly(
      changed?.emailVerified === false
        ? `Both are set. A link to confirm your address is on its way to ${changed.email}.`
        : 'Your password is set.',
    );
    await reload();
  };
  const form = nameless ? credentialsForm({ onSet }) : firstPasswordForm({ account, onSet });
  return section(
    nameless ? 'E-mail and password' : 'Password',
    nameless
      ? 'You have none yet, so nothing lets you in again once this session has ended.'
      : ['You have none yet. With one, you sign in as ', el('strong', {}, account.email), '.'],
    form.node,
  );
}

function another({ account, reload }) {
  const form = createForm({
    fields: [
      {
        name: 'currentPassword',
        label: 'Password now',
        type: 'password',
        autocomplete: 'current-password',
        maxlength: 1000,
      },
      { ...newPasswordField, name: 'newPassword', label: 'New password' },
    ],
    submit: 'Change password',
    busy: 'Changing …',
    async onSubmit(given) {
      await api.changePassword(given);
      tellBriefly('Your password is changed. All other sessions were ended.');
      await reload();
    },
  });
  form.node.prepend(usernameOf(account));
  return form;
}

/** Password managers learn from it whose password this is. */
export const usernameOf = (account) =>
  el('input.unseen', {
    type: 'text',
    autocomplete: 'username',
    value: account.email,
    readonly: true,
    tabindex: '-1',
    'aria-hidden': 'true',
  });
