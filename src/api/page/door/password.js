// A forgotten password: asking for the link, and the new password behind it.

import { requestReset, resetPassword } from '../auth-api.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { linkButton, panelOf } from './door.js';
import { emailField, newPasswordField } from './fields.js';

/** `again({email, notice})` leads to signing in. */
export const forgotPanel =
  ({ email, notice, again }) =>
  (go) => {
    const form = createForm({
      fields: [emailField(email)],
      submit: 'Send the link',
      busy: 'Sending …',
      async onSubmit(given) {
        await requestReset(given.email);
        go(sentPanel({ email: given.email, again }));
      },
    });
    return panelOf({
      title: 'Forgot your password?',
      notice,
      lead: 'You get a link by mail with which you set a new one.',
      form,
      below: [linkButton('Back to signing in', () => again({ email: form.control('email').value() }))],
    });
  };

function sentPanel({ email, again }) {
  return () =>
    panelOf({
      title: 'Look into your mail',
      // The same words whether there is an account or not: nobody finds out here who has one.
      lead: [
        'If there is an account for ',
        el('strong', {}, email),
        ', a link is on its way. It works once, for an hour. Nothing there after a few minutes? Look among the spam.',
      ],
      below: [linkButton('Back to signing in', () => again({ email }))],
    });
}

export const resetPanel =
  ({ token, again }) =>
  (go) => {
    const form = createForm({
      fields: [{ ...newPasswordField, label: 'New password' }],
      submit: 'Set password',
      busy: 'Setting …',
      async onSubmit({ password }) {
        try {
          await resetPassword({ token, password });
        } catch (error) {
          if (error.code !== 'auth.link-invalid') throw error;
          go(
            forgotPanel({
              again,
              notice: 'This link was used already, is older than an hour, or is not whole. Ask for a new one.',
            }),
          );
          return;
        }
        again({ notice: 'Your new password is set, and all sessions were ended. Sign in with it.' });
      },
    });
    return panelOf({
      title: 'Set a new password',
      lead: 'Every device that is signed in now will have to sign in again.',
      form,
      below: [linkButton('Back to signing in', () => again({}))],
    });
  };
