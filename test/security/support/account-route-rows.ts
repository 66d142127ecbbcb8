// Lines about the routes of accounts: signing in, one's own account, its keys, factors and sessions.

import { password, type RouteRow } from './route-row.ts';

const wrongLink = { body: () => ({ token: 'x' }), status: 400 };

export const accountRouteRows: Readonly<Record<string, RouteRow>> = {
  'POST /api/v1/auth/register': {
    access: 'public',
    body: () => ({ email: `${crypto.randomUUID()}@example.com`, password }),
  },
  'POST /api/v1/auth/login': { access: 'public', body: () => ({ email: 'boss@example.com', password }) },
  'POST /api/v1/auth/login/second-factor': {
    access: 'public',
    body: () => ({ challenge: 'x', code: '123456' }),
    status: 401,
  },
  'POST /api/v1/auth/login/link': { access: 'public', ...wrongLink },
  'POST /api/v1/auth/refresh': { access: 'public', body: () => ({ refresh_token: 'x' }), status: 401 },
  'POST /api/v1/auth/logout': { access: 'account' },
  'POST /api/v1/auth/verify': { access: 'public', ...wrongLink },
  'POST /api/v1/auth/verify/resend': { access: 'public', body: () => ({ email: 'boss@example.com' }) },
  'POST /api/v1/auth/password/forgot': { access: 'public', body: () => ({ email: 'boss@example.com' }) },
  'POST /api/v1/auth/password/reset': { access: 'public', body: () => ({ token: 'x', password }), status: 400 },
  'GET /api/v1/auth/jwks': { access: 'public' },

  // The password is missing, and with it nobody of these is closed.
  'POST /api/v1/me/close': { access: 'account', body: () => ({}), status: 403 },
  'POST /api/v1/auth/restore': { access: 'public', ...wrongLink },
  'GET /api/v1/me': { access: 'account' },
  'PATCH /api/v1/me': { access: 'account', body: () => ({ name: 'Renamed' }) },
  'POST /api/v1/me/email': {
    access: 'account',
    body: () => ({ email: `${crypto.randomUUID()}@example.com`, password }),
  },
  'POST /api/v1/auth/email/confirm': { access: 'public', ...wrongLink },
  'PUT /api/v1/me/password': {
    access: 'account',
    body: () => ({ currentPassword: password, newPassword: `${password} 2` }),
  },
  'POST /api/v1/me/password': { access: 'account', body: () => ({ newPassword: `${password} 2` }), status: 409 },
  'POST /api/v1/me/credentials': {
    access: 'account',
    body: () => ({ email: `${crypto.randomUUID()}@example.com`, password }),
    status: 409,
  },
  'GET /api/v1/keys': { access: 'keys.manage' },
  'POST /api/v1/keys': { access: 'keys.manage', body: () => ({ name: 'robot', scopes: ['documents.read'] }) },
  'DELETE /api/v1/keys/:id': { access: 'keys.manage', status: 404 }, // keys are one's own: a random id; KEYS of others are ACCOUNTS' test
  'POST /api/v1/auth/passkeys/options': { access: 'account' },
  'POST /api/v1/auth/passkeys': { access: 'account', status: 400 },
  'GET /api/v1/auth/passkeys': { access: 'account' },
  'PATCH /api/v1/auth/passkeys/:id': { access: 'account', body: () => ({ name: 'x' }), status: 404 },
  'DELETE /api/v1/auth/passkeys/:id': { access: 'account', status: 404 },
  'POST /api/v1/auth/login/passkey/options': { access: 'public' },
  'POST /api/v1/auth/login/passkey': { access: 'public', status: 400 },
  'POST /api/v1/auth/second-factor': { access: 'account' },
  'POST /api/v1/auth/second-factor/confirm': { access: 'account', body: () => ({ code: '123456' }), status: 401 },
  'POST /api/v1/auth/second-factor/disable': { access: 'account' },
  'POST /api/v1/auth/second-factor/recovery-codes': { access: 'account', status: 409 },
  'GET /api/v1/auth/sessions': { access: 'account' },
  'DELETE /api/v1/auth/sessions/:id': { access: 'account', status: 404 },
  'DELETE /api/v1/auth/sessions': { access: 'account' },
  'GET /api/v1/auth/oidc': { access: 'public' },
  'GET /api/v1/auth/oidc/:provider/start': { access: 'public', status: 404 },
  'GET /api/v1/auth/oidc/:provider/callback': { access: 'public' }, // fetch follows the 303 to the page
  'POST /api/v1/system/signing-keys/rotate': { access: 'system' },
};
