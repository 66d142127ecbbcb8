// Who came by the one-time link of the first start has no way back yet: they are asked for an address and a password.

import { credentialsForm, lacksWayBack } from '../account/password.js';
import { el } from '../dom.js';
import { createForm } from '../form.js';
import { linkButton, panelOf, showPanel } from './door.js';

const LATER = 'sheaf-credentials-later';

/** Resolves when there is a way to sign in again, or is to be one later. True: the account has changed. */
export function ensureWayBack(account) {
  if (!lacksWayBack(account) || sessionStorage.getItem(LATER)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const later = () => {
      sessionStorage.setItem(LATER, 'yes');
      resolve(false);
    };
    const set = (account) => {
      if (account.emailVerified) resolve(true);
      else showPanel(confirmLater(account.email, () => resolve(true)));
    };
    showPanel(() =>
      panelOf({
        title: 'Welcome to Sheaf',
        lead: 'You are in, as the owner of this installation. The link that brought you here works only once: choose what you sign in with from now on.',
        form: credentialsForm({ onSet: set }),
        below: [linkButton('Later', later)],
      }),
    );
  });
}

/** Where mail is sent, an address counts when its owner has shown to receive it. */
const confirmLater = (email, goOn) => () =>
  panelOf({
    title: 'Look into your mail',
    lead: [
      'A link to confirm your address is on its way to ',
      el('strong', {}, email),
      '. Open it before you sign in the next time. Until then you are in.',
    ],
    form: createForm({ submit: 'Go on', onSubmit: goOn }),
  });
