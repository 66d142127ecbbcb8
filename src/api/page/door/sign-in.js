// E-mail and password, then the second factor when the account has one.

import { completeSignIn, signIn } from '../auth-api.js';
import { createForm } from '../form.js';
import { linkButton, panelOf } from './door.js';
import { emailField } from './fields.js';
import { otherWays } from './other-ways.js';
import { forgotPanel } from './password.js';
import { confirmFirstPanel, registerPanel } from './register.js';

/** `onIn()` when the person is signed in. `email` fills the field; `notice` says why they are asked. */
export const signInPanel =
  ({ onIn, email, notice }) =>
  (go) => {
    const again = (more) => go(signInPanel({ onIn, ...more }));
    const form = createForm({
      fields: [
        emailField(email),
        { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password', maxlength: 1000 },
      ],
      submit: 'Sign in',
      busy: 'Signing in …',
      async onSubmit(given) {
        try {
          const answer = await signIn(given);
          if (answer.status === 'second-factor') go(secondFactorPanel({ ...answer, onIn, again }));
          else await onIn();
        } catch (error) {
          if (error.code !== 'account.not-verified') throw error;
          go(confirmFirstPanel({ email: given.email, again, sent: false }));
        }
      },
    });
    const typed = () => form.control('email').value();
    const ways = otherWays({ onIn, form });
    return panelOf({
      title: 'Sign in',
      notice,
      form,
      below: [
        ways,
        linkButton('Forgot your password?', () => go(forgotPanel({ email: typed(), again }))),
        linkButton('Create an account', () => go(registerPanel({ email: typed(), onIn, again }))),
      ],
    });
  };

/** `again({email, notice})` leads back to the first step. */
export function secondFactorPanel({ challenge, onIn, again, byRecovery = false }) {
  return (go) => {
    const form = createForm({
      fields: [
        byRecovery
          ? {
              name: 'recoveryCode',
              label: 'Recovery code',
              hint: 'One of those that you kept when you set up the second factor. Each works once.',
              autocomplete: 'off',
              autocapitalize: 'none',
              spellcheck: 'false',
              maxlength: 50,
            }
          : {
              name: 'code',
              label: 'Six-digit code',
              autocomplete: 'one-time-code',
              inputmode: 'numeric',
              pattern: '\\s*(\\d\\s*){6}',
              title: 'The code has six digits',
              maxlength: 12,
            },
      ],
      submit: 'Go on',
      busy: 'Checking …',
      async onSubmit({ code, recoveryCode }) {
        try {
          await completeSignIn({
            challenge,
            ...(byRecovery ? { recoveryCode } : { code: code.replaceAll(/\s/g, '') }),
          });
        } catch (error) {
          if (error.code === 'auth.challenge-invalid') return again({ notice: error.message });
          if (!byRecovery && error.code === 'auth.code-invalid') form.control('code').input.select();
          throw error;
        }
        await onIn();
      },
    });
    const { input } = form.control(byRecovery ? 'recoveryCode' : 'code');
    if (!byRecovery) {
      input.addEventListener('input', () => {
        if (/^\d{6}$/.test(input.value.replaceAll(/\s/g, ''))) form.submit();
      });
    }
    return panelOf({
      title: 'Second factor',
      lead: byRecovery ? undefined : 'Open your authenticator app and enter the code that it shows for Sheaf.',
      form,
      below: [
        linkButton(byRecovery ? 'Use the code of the app' : 'Use a recovery code', () =>
          go(secondFactorPanel({ challenge, onIn, again, byRecovery: !byRecovery })),
        ),
        linkButton('Back', () => again({})),
      ],
    });
  };
}
