// English mail texts.

import type { MailLanguage } from './mail-phrases.ts';

export const mailEnglish: MailLanguage = {
  tag: 'en-GB',
  common: {
    greeting: 'Hello {{ name }},',
    greetingNobody: 'Hello,',
    when: 'When',
    device: 'Device',
    ip: 'From address',
    account: 'Account',
    newEmail: 'New address',
    workspace: 'Workspace',
    role: 'Your role',
    invitedBy: 'Invited by',
    linkHint: 'If the button does not work, copy this address into your browser:',
    unsubscribe: 'No more mails of this kind',
    settings: 'What you are told, and how, is up to you: it stands under the bell.',
    more: 'and {{ more }} more',
    footer: 'Sheaf sent this mail to {{ recipient }} by itself. Answers to it are not read.',
  },
  roles: {
    owner: 'Owner',
    admin: 'Administrator',
    editor: 'Editor',
    reviewer: 'Reviewer',
    viewer: 'Viewer',
    guest: 'Guest',
  },
  mails: {
    'verify-email': {
      subject: 'Confirm your e-mail address',
      intro: 'This address was given for a Sheaf account. Please confirm that it is yours.',
      action: 'Confirm address',
      after: 'The link works once, until {{ validUntil }}. After that, sign in and ask for a new one.',
      notYou: 'It was not you? Then do nothing: without your confirmation the address is not used.',
    },
    'reset-password': {
      subject: 'Reset your password',
      intro: 'Somebody, we hope you, asked to set a new password for your Sheaf account.',
      action: 'Set a new password',
      after: 'The link works once, until {{ validUntil }}. Never pass it on: whoever has it can take over the account.',
      notYou: 'It was not you? Then do nothing: your password stays as it is.',
    },
    'password-changed': {
      subject: 'Your password was changed',
      intro: 'The password of your Sheaf account was changed. All other sessions have been signed out.',
      action: 'Reset the password',
      after: 'If it was you, there is nothing to do.',
      notYou: 'It was not you? Reset the password at once, and tell whoever runs this server.',
    },
    invitation: {
      subject: '{{ inviter }} invites you to “{{ workspace }}”',
      intro: '{{ inviter }} ({{ inviterEmail }}) invites you to work in the Sheaf workspace “{{ workspace }}”.',
      action: 'Look at the invitation',
      after: 'The invitation holds until {{ validUntil }}. It is for {{ recipient }} only.',
      notYou: 'You do not know {{ inviter }}, or did not expect this? Then do nothing: you join only if you accept.',
    },
    'new-sign-in': {
      subject: 'New sign-in to your account',
      intro: 'Somebody signed in to your Sheaf account from a device that we have not seen before.',
      action: 'Look at your sessions',
      after: 'If it was you, there is nothing to do.',
      notYou: 'It was not you? End that session, and change your password at once.',
    },
    'account-locked': {
      subject: 'Your account is locked for a while',
      intro:
        'There were too many failed attempts to sign in to your Sheaf account. It is locked until {{ lockedUntil }}.',
      action: 'Reset the password',
      after: 'If it was you, try again after {{ lockedUntil }}, or reset the password.',
      notYou: 'It was not you? None of these attempts got in. If it happens again, tell whoever runs this server.',
    },
    'email-changed': {
      subject: 'Your account has a new address',
      intro: 'Your Sheaf account uses another e-mail address from now on. This one can no longer sign in.',
      action: '',
      after: '',
      notYou: 'It was not you? Tell whoever runs this server at once: the account may be in other hands.',
    },
    'account-deleted': {
      subject: 'Your account was deleted',
      intro: 'Your Sheaf account was deleted. What it held is erased for good on {{ erasedAt }}.',
      action: 'Keep the account',
      after:
        '{% if link %}You can take it back until {{ erasedAt }}.{% else %}Whoever runs this server may be able to restore it until then.{% endif %}',
      notYou:
        'It was not you? {% if link %}Take it back with the link, and{% else %}At once{% endif %} tell whoever runs this server.',
    },
    notice: {
      subject: '{{ title }}',
      intro: '{{ text }}',
      action: 'Look at it',
      after: '',
      notYou: '',
    },
    'notice-digest': {
      subject: '{{ count }} notices from “{{ workspace }}”',
      intro: 'This is what happened in your workspace “{{ workspace }}”.',
      action: 'Look at them',
      after: '',
      notYou: '',
    },
  },
};
