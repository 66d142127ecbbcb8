// Who belongs to the workspace, and who is invited.

import { tellBriefly } from '../banner.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { showDate } from '../format.js';
import { askingButton, button, pagedRows, rows, section, showAgo } from './parts.js';
import * as api from './workspace-api.js';

/** `roles`: [{id, title}], highest first. `may(permission)` says what the person may do in `workspace`. */
export function membersSection({ workspace, account, roles, may }) {
  const manages = may('members.manage');
  const parts = [
    section(
      null,
      null,
      pagedRows(
        (cursor) => api.listMembers(workspace.id, cursor),
        (members, again) => memberRows({ workspace, account, roles, manages, members, again }),
      ),
    ),
  ];
  if (manages) parts.push(invitationSection({ workspace, roles: givable(roles, workspace.role) }));
  return parts;
}

/** Nobody gives a role above their own. */
const givable = (roles, own) => roles.slice(roles.findIndex((role) => role.id === own));

function memberRows({ workspace, account, roles, manages, members, again }) {
  return rows(members, {
    label: 'Members',
    empty: 'Nobody.',
    row(member) {
      const self = member.userId === account.id;
      const mayChange = manages && !self && givable(roles, workspace.role).some((role) => role.id === member.role);
      return {
        title: member.name,
        badges: [self && 'you', member.disabled && 'closed'].filter(Boolean),
        detail: `${member.email} · since ${showDate(member.joinedAt)}`,
        actions: mayChange
          ? [
              roleSelect({ workspace, roles: givable(roles, workspace.role), member, again }),
              askingButton('Remove', {
                name: `Remove ${member.name}`,
                ask: `Remove ${member.name}? What they made stays.`,
                yes: 'Remove',
                done: 'Removed.',
                act: () => api.removeMember(workspace.id, member.userId).then(again),
              }),
            ]
          : [el('span.role', {}, member.role)],
      };
    },
  });
}

function roleSelect({ workspace, roles, member, again }) {
  const options = roles.map(({ id, title }) => el('option', { value: id, title, selected: id === member.role }, id));
  const select = el('select', { 'aria-label': `Role of ${member.name}` }, ...options);
  select.addEventListener('change', async () => {
    select.disabled = true;
    try {
      await api.changeRole(workspace.id, member.userId, select.value);
      tellBriefly(`${member.name} is ${select.value} now.`);
    } catch (error) {
      tellBriefly(error.message);
    }
    await again();
  });
  return select;
}

function invitationSection({ workspace, roles }) {
  let reload = () => {};
  const form = createForm({
    fields: [
      { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'off', maxlength: 254 },
      {
        name: 'role',
        label: 'Role',
        type: 'select',
        value: 'editor',
        options: roles.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` })),
      },
    ],
    submit: 'Invite',
    busy: 'Inviting …',
    async onSubmit(given) {
      await api.invite(workspace.id, given);
      tellBriefly(`An invitation is on its way to ${given.email}.`);
      form.control('email').input.value = '';
      await reload();
    },
  });
  const list = pagedRows(
    (cursor) => api.listInvitations(workspace.id, cursor),
    (invitations, again) => {
      reload = again;
      return invitationRows({ workspace, invitations, again });
    },
  );
  return section('Invitations', 'They get a mail with a link that counts for seven days.', form.node, list);
}

function invitationRows({ workspace, invitations, again }) {
  return rows(invitations, {
    label: 'Invitations',
    empty: 'Nobody has been invited yet.',
    row(invitation) {
      const { id, email, role, status } = invitation;
      const pending = status === 'pending' || status === 'expired';
      return {
        title: email,
        badges: [role, status],
        detail: `sent ${showAgo(invitation.sentAt)}${status === 'pending' ? `, counts until ${showDate(invitation.expiresAt)}` : ''}`,
        actions: pending
          ? [
              button(
                'Send again',
                async () => {
                  await api.resendInvitation(workspace.id, id);
                  tellBriefly(`A new link is on its way to ${email}.`);
                  await again();
                },
                { name: `Send the invitation to ${email} again` },
              ),
              askingButton('Take back', {
                name: `Take the invitation to ${email} back`,
                ask: 'The link will count no more.',
                yes: 'Take back',
                act: () => api.revokeInvitation(workspace.id, id).then(again),
              }),
            ]
          : [],
      };
    },
  });
}
