// Settings of accounts for tests that put them together by hand.

import type { IdentitySettings } from '../../src/identity/identity.ts';

export const identitySettings: IdentitySettings = {
  secret: 'a secret for tests that is long enough',
  issuer: 'urn:sheaf',
  audience: 'urn:sheaf:api',
  accessTokenSeconds: 600,
  sessionSeconds: 3600,
  requireVerification: false,
  registration: 'open',
  oidcProviders: [],
  workspacesPerPerson: 100,
};
