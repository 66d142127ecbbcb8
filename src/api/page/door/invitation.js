// An invitation to a workspace: accepted with the account that there is, or with a new one.

import { register } from '../auth-api.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { sendJson } from '../http.js';
import { linkButton, panelOf } from './door.js';
import { emailField, nameField, newPasswordField } from './fields.js';

const post = (act, token, options) => sendJson('POST', `/invitations/${act}`, { token }, options);

export const lookAtInvitation = (token) => post('look', token, { session: false });
export const acceptInvitation = (token) => post('accept', token);

/** `onIn()` when a new person has joined; `accept()` for one who has an account; `again({notice})` leads to signing in. */
export const invitationPanel =
  ({ token, invitation, onIn, accept, again }) =>
  () => {
    const form = createForm({
      fields: [{ ...emailField(), hint: 'The address that the invitation was sent to.' }, nameField, newPasswordField],
      submit: 'Create account and join',
      busy: 'Joining …',
      async onSubmit({ name, ...given }) {
        await register({ ...given, name: name || undefined, invitation: token });
        await onIn();
      },
    });
    const decline = async () => {
      try {
        await post('decline', token, { session: false });
        again({ notice: 'You declined the invitation.' });
      } catch (error) {
        form.say(error.message);
      }
    };
    return panelOf({
      title: `Join ${invitation.workspace}`,
      lead: [
        invitation.inviter ?? 'Somebody',
        ' invites you to the workspace ',
        el('strong', {}, invitation.workspace),
        ` as ${invitation.role}.`,
      ],
      form,
      below: [linkButton('I have an account', accept), linkButton('Decline', decline)],
    });
  };
