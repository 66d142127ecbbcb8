// Signing in without a password: with a passkey, or with an account elsewhere.

import { beginPasskeySignIn, finishPasskeySignIn, listSignIns } from '../auth-api.js';
import { el } from '../dom.js';
import { PasskeyCancelled, passkeysPossible, usePasskey } from '../passkey.js';

let offer = new AbortController();
let offering = Promise.resolve();

/** A browser asks for one passkey at a time: what it offers in the field makes way for everything else. */
export function stopOffering() {
  offer.abort();
  offer = new AbortController();
  return offering;
}

/** What stands below the form. Complaints go to the form. */
export function otherWays({ onIn, form }) {
  const holder = el('div.other-ways');
  const enter = async (how) => {
    const { options, challenge } = await beginPasskeySignIn();
    const credential = await usePasskey(options, how);
    await finishPasskeySignIn({ challenge, credential });
    await onIn();
  };
  if (passkeysPossible) {
    const chosen = async () => {
      form.say('');
      await stopOffering();
      await enter({}).catch((error) => form.say(error.message));
    };
    holder.append(el('button', { type: 'button', onclick: chosen }, 'Sign in with a passkey'));
    offering = offerInField(enter, offer.signal, form);
  }
  void listSignIns().then(
    (issuers) =>
      holder.append(
        ...issuers.map(({ name, start }) => el('a.button', { href: `${start}?returnTo=/` }, `Continue with ${name}`)),
      ),
    // Without the list, the form above still works, and says what is the matter.
    () => {},
  );
  return holder;
}

/** The browser names passkeys among the suggestions of the e-mail field. */
async function offerInField(enter, signal, form) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  await enter({ mediation: 'conditional', signal }).catch((error) => {
    // Nobody asked for it aloud: only what the server refused is worth a word.
    if (!(error instanceof PasskeyCancelled) && error.status === 401) form.say(error.message);
  });
}
