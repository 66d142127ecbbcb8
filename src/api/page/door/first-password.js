// Who came by the one-time link of the first start has no way back yet: they are asked for a password.

import { firstPasswordForm } from '../account/password.js';
import { el } from '../dom.js';
import { linkButton, panelOf, showPanel } from './door.js';

const LATER = 'sheaf-password-later';

/** Resolves when there is a password, or is to be one later. `mayComeBack`: there is another way to sign in. */
export function ensureWayBack({ account, mayComeBack }) {
  if (account.hasPassword || mayComeBack || sessionStorage.getItem(LATER)) return Promise.resolve();
  return new Promise((resolve) => {
    const later = () => {
      sessionStorage.setItem(LATER, 'yes');
      resolve();
    };
    showPanel(() =>
      panelOf({
        title: 'Welcome to Sheaf',
        lead: [
          'You are in. The link that brought you here works only once: set a password, and sign in as ',
          el('strong', {}, account.email),
          ' from now on. You can change the address in your profile.',
        ],
        form: firstPasswordForm({ account, onSet: resolve }),
        below: [linkButton('Later', later)],
      }),
    );
  });
}
