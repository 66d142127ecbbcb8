// Errors of accounts, sessions, keys, workspaces and their quotas.

import type { ErrorEntry } from './error-entry.ts';

export const accountErrors = {
  'auth.required': {
    status: 401,
    title: 'You are not signed in',
    advice: 'Sign in, or send a valid access token or API key as "Authorization: Bearer …".',
  },
  'auth.forbidden': {
    status: 403,
    title: 'You may not do this',
    advice: 'Ask an administrator of the workspace for a role, or for a key with a scope, that allows it.',
  },
  'auth.invalid-credentials': {
    status: 401,
    title: 'E-mail or password is wrong',
    advice: 'Check both, or ask for a link to set a new password.',
  },
  'auth.locked': {
    status: 429,
    title: 'Too many failed attempts',
    advice: 'Wait as long as Retry-After says, or ask for a link to set a new password.',
  },
  'auth.link-invalid': {
    status: 400,
    title: 'This link or code is used up, too old, or not whole',
    advice: 'Ask for a new one.',
  },
  'auth.code-invalid': {
    status: 401,
    title: 'The code is wrong',
    advice: 'Enter the code that the app shows now, or one of your recovery codes.',
  },
  'auth.challenge-invalid': {
    status: 401,
    title: 'The sign-in took too long or was tried too often',
    advice: 'Begin again with e-mail and password.',
  },
  'auth.passkey-refused': {
    status: 401,
    title: 'The passkey was not accepted',
    advice: 'Try again, or sign in another way.',
  },
  'account.exists': {
    status: 409,
    title: 'There is an account with this e-mail already',
    advice: 'Sign in, or ask for a link to set a new password.',
  },
  'account.not-verified': {
    status: 403,
    title: 'The e-mail address is not confirmed yet',
    advice: 'Open the link in the mail that was sent to it, or ask for a new one.',
  },
  'account.weak-password': {
    status: 422,
    title: 'The password is too weak',
    advice: 'Take 8 to 128 characters that are not a common password and not your address; a few words are fine.',
  },
  'account.registration-closed': {
    status: 403,
    title: 'New accounts are by invitation only',
    advice: 'Ask somebody who uses this server for an invitation.',
  },
  'account.no-second-factor': {
    status: 409,
    title: 'No second factor is set up',
    advice: 'Set one up first.',
  },
  'account.second-factor-on': {
    status: 409,
    title: 'A second factor is set up already',
    advice: 'Turn it off first; that needs your password.',
  },
  'account.last-administrator': {
    status: 409,
    title: 'Nobody else administers this installation',
    advice: 'Keep the account, or take the whole installation down with its data.',
  },
  'account.proof-needed': {
    status: 403,
    title: 'This needs a proof that it is you',
    advice: 'Send your password with it; without a password, sign in again and repeat it within 15 minutes.',
  },
  'account.wrong-password': {
    status: 403,
    title: 'The current password is wrong',
    advice: 'Check it, or ask for a link to set a new password.',
  },
  'account.has-password': {
    status: 409,
    title: 'The account has a password already',
    advice: 'Change it by giving the current one.',
  },
  'account.last-credential': {
    status: 409,
    title: 'This is the only way to sign in to the account',
    advice: 'Set a password or add another passkey first.',
  },
  'account.not-linked': {
    status: 409,
    title: 'There is an account with this e-mail that was not confirmed',
    advice: 'Sign in with its password, or ask for a link to set a new one; after that you can sign in this way.',
  },
  'session.not-found': {
    status: 404,
    title: 'There is no such session',
    advice: 'Check the id, or list /api/v1/auth/sessions.',
  },
  'passkey.not-found': {
    status: 404,
    title: 'There is no such passkey',
    advice: 'Check the id, or list /api/v1/auth/passkeys.',
  },
  'key.not-found': { status: 404, title: 'There is no such key', advice: 'Check the id, or list /api/v1/keys.' },
  'key.too-many': { status: 409, title: 'There are too many keys', advice: 'Revoke keys that are not used any more.' },
  'oidc.unknown-provider': {
    status: 404,
    title: 'There is no such sign-in',
    advice: 'List the ones there are: /api/v1/auth/oidc.',
  },
  'oidc.refused': {
    status: 401,
    title: 'The sign-in elsewhere did not succeed',
    advice: 'Try again; if it stays, tell whoever runs this server, whose log says why.',
  },
  'oidc.email-unproven': {
    status: 403,
    title: 'The provider does not vouch for your e-mail address',
    advice: 'Confirm the address there, or sign in another way.',
  },
  'oidc.unreachable': {
    status: 503,
    title: 'The sign-in elsewhere cannot be reached',
    advice: 'Try again in a moment, or sign in another way.',
  },
  'workspace.not-found': {
    status: 404,
    title: 'There is no such workspace',
    advice: 'Check the id, or list /api/v1/workspaces.',
  },
  'workspace.limit': {
    status: 403,
    title: 'You have made as many workspaces as one person may',
    advice: 'Use one that you have, or ask the operator to raise WORKSPACES_PER_PERSON.',
  },
  'workspace.last-owner': {
    status: 409,
    title: 'The workspace would have no owner',
    advice: 'Hand it to another member first.',
  },
  'member.not-found': {
    status: 404,
    title: 'There is no such member',
    advice: 'Check the id, or list the members of the workspace.',
  },
  'member.exists': {
    status: 409,
    title: 'This person belongs to the workspace already',
    advice: 'Change their role instead.',
  },
  'member.disabled': {
    status: 409,
    title: 'This person’s account is closed',
    advice: 'Take another member, or ask the operator to open the account again.',
  },
  'invitation.not-found': {
    status: 404,
    title: 'There is no such invitation',
    advice: 'Check the id, or list the invitations of the workspace.',
  },
  'invitation.pending': {
    status: 409,
    title: 'This address has been invited already',
    advice: 'Send that invitation again, or revoke it first.',
  },
  'invitation.settled': {
    status: 409,
    title: 'The invitation was answered or revoked already',
    advice: 'Make a new one if it is needed.',
  },
  'invitation.limit': {
    status: 429,
    title: 'Too many invitations',
    advice: 'Try again later; a workspace sends 200 a day, and each of them at most five times.',
  },
  'invitation.other-address': {
    status: 403,
    title: 'The invitation is for another e-mail address',
    advice: 'Sign in with the account of the address that it was sent to.',
  },
  'account.not-found': {
    status: 404,
    title: 'There is no such account',
    advice: 'Check the id, or list /api/v1/admin/users.',
  },
  'account.own': {
    status: 409,
    title: 'This cannot be done to your own account',
    advice: 'Ask another administrator of the installation.',
  },
  'rate.limited': {
    status: 429,
    title: 'Too many requests',
    advice: 'Wait as long as Retry-After says. The RateLimit headers of every answer tell how many are left.',
  },
  'quota.exceeded': {
    status: 402,
    title: 'The quota of the workspace is used up',
    advice:
      'Wait until counting starts again, or ask the operator for a higher tier; /api/v1/usage shows what is left.',
  },
  'quota.calls-exceeded': {
    status: 429,
    title: 'The workspace’s API calls of today are used up',
    advice: 'Wait until counting starts again at midnight UTC, or ask the operator for a higher tier.',
  },
} as const satisfies Record<string, ErrorEntry>;
