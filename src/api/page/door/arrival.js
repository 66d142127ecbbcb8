// How a person comes in: by a one-time link, or asked at the door.

import { signInByLink, verifyEmail } from '../auth-api.js';
import { onNewsOfOtherTabs } from '../session.js';
import { leaveDoor, showPanel } from './door.js';
import { resetPanel } from './password.js';
import { signInPanel } from './sign-in.js';

const SAID = 'sheaf-said';
const LINK_USED =
  'This link was used already, or is older than a day. The server prints a new one each time it starts, until you have set a password.';

/** Resolves when somebody has signed in, here or in another tab. Asked again meanwhile, the first answer counts. */
export function askWho({ panel, notice, email } = {}) {
  return new Promise((resolve) => {
    const onIn = () => {
      leaveDoor();
      resolve();
    };
    const again = (more) => showPanel(signInPanel({ onIn, ...more }));
    onNewsOfOtherTabs((news) => news === 'signed-in' && onIn());
    if (panel) showPanel(panel({ onIn, again }));
    else again({ notice: notice ?? saidBefore(), email });
  });
}

/** Does what the link is for. Resolves when the page may begin; whether somebody is signed in shows then. */
export async function arrive(link) {
  if (link?.purpose === 'sign-in') {
    await signInByLink(link.token).catch((error) =>
      askWho({ notice: error.code === 'auth.link-invalid' ? LINK_USED : error.message }),
    );
  } else if (link?.purpose === 'reset-password') {
    await askWho({ panel: (ways) => resetPanel({ ...ways, token: link.token }) });
  } else if (link?.purpose === 'verify-email') {
    const notice = await verifyEmail(link.token).then(
      () => 'Your address is confirmed.',
      (error) =>
        error.code === 'auth.link-invalid'
          ? 'This link was used already, or is older than a day. Sign in to get a new one.'
          : error.message,
    );
    sayAfterReload(notice);
  }
}

/** One sentence for the person after the page has forgotten all else. */
export function sayAfterReload(text) {
  try {
    sessionStorage.setItem(SAID, text);
  } catch {
    // Storage is off: they see the form without a word.
  }
}

function saidBefore() {
  try {
    const text = sessionStorage.getItem(SAID);
    sessionStorage.removeItem(SAID);
    return text ?? undefined;
  } catch {
    return undefined;
  }
}
