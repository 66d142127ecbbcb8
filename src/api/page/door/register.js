// A new account, and the confirmation of its address where the server asks for it.

import { register, resendVerification } from '../auth-api.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { linkButton, panelOf } from './door.js';
import { emailField, nameField, newPasswordField } from './fields.js';

/** `again({email, notice})` leads to signing in. */
export const registerPanel =
  ({ email, onIn, again }) =>
  (go) => {
    const form = createForm({
      fields: [nameField, emailField(email), newPasswordField],
      submit: 'Create account',
      busy: 'Creating …',
      async onSubmit({ name, ...given }) {
        const { tokens } = await register({ ...given, name: name || undefined });
        if (tokens) await onIn();
        else go(confirmFirstPanel({ email: given.email, again, sent: true }));
      },
    });
    return panelOf({
      title: 'Create an account',
      form,
      below: [linkButton('I have an account', () => again({ email: form.control('email').value() }))],
    });
  };

/** `sent`: a link is on its way already. */
export function confirmFirstPanel({ email, again, sent }) {
  return (go) => {
    const form = createForm({
      submit: sent ? 'Send it again' : 'Send the link',
      busy: 'Sending …',
      async onSubmit() {
        await resendVerification(email);
        go(confirmFirstPanel({ email, again, sent: true }));
      },
    });
    return panelOf({
      title: sent ? 'Look into your mail' : 'Confirm your address',
      lead: sent
        ? [
            'A link to confirm your address is on its way to ',
            el('strong', {}, email),
            '. Open it, then sign in. Nothing there after a few minutes? Look among the spam.',
          ]
        : ['Nobody can sign in as ', el('strong', {}, email), ' before the address is confirmed.'],
      form,
      below: [linkButton('Back to signing in', () => again({ email }))],
    });
  };
}
