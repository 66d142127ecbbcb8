// How a person comes in: by a link, or asked at the door.

import { confirmEmailChange, restoreAccount, signInByLink, unsubscribe, verifyEmail } from '../auth-api.js';
import { tellBriefly } from '../banner.js';
import { onNewsOfOtherTabs } from '../session.js';
import { leaveDoor, showPanel } from './door.js';
import { acceptInvitation, invitationPanel, lookAtInvitation } from './invitation.js';
import { forgotPanel, resetPanel } from './password.js';
import { secondFactorPanel, signInPanel } from './sign-in.js';

const SAID = 'sheaf-said';
const SIGN_IN_LINK_USED =
  'This link was used already, or is older than a day. The server prints a new one each time it starts, until you have set a password.';
const MAIL_LINK_USED = 'This link was used already, or is older than a day. Sign in to get a new one.';
const INVITATION_USED = 'This invitation was answered, taken back, or is older than seven days. Ask for a new one.';

/** What a sign-in elsewhere may come back with. */
const failures = {
  'oidc.refused': 'The sign-in there was not accepted. Try it again.',
  'oidc.unreachable': 'The provider does not answer. Try again later, or sign in with your password.',
  'oidc.email-unproven': 'The provider does not vouch for your address. Sign in with your password.',
  'account.not-linked': 'There is an account with this address that nobody has confirmed. Confirm it by mail first.',
  'account.registration-closed': 'New accounts are by invitation only. Ask somebody who uses this server for one.',
};

/** Resolves when somebody has signed in, here or in another tab. `panel(ways)` is shown first, or the form. */
export function askWho({ panel, notice } = {}) {
  return new Promise((resolve) => {
    const onIn = () => {
      leaveDoor();
      resolve();
    };
    const again = (more) => showPanel(signInPanel({ onIn, ...more }));
    onNewsOfOtherTabs((news) => news === 'signed-in' && onIn());
    if (panel) showPanel(panel({ onIn, again }));
    else again({ notice: notice ?? saidBefore() });
  });
}

/** Does what the link is for. Resolves when the page may begin; whether somebody is signed in shows then. */
export async function arrive(link) {
  if (link) await (arrivals[link.purpose] ?? (() => {}))(link.token);
}

const arrivals = {
  async 'sign-in'(token) {
    await signInByLink(token).catch((error) => askWho({ notice: wordsFor(error, SIGN_IN_LINK_USED) }));
  },
  async 'reset-password'(token) {
    await askWho({ panel: (ways) => resetPanel({ ...ways, token }) });
  },
  async 'forgot-password'() {
    await askWho({ panel: forgotPanel });
  },
  async 'second-factor'(challenge) {
    await askWho({ panel: (ways) => secondFactorPanel({ ...ways, challenge }) });
  },
  async 'sign-in-failed'(code) {
    await askWho({ notice: failures[code] ?? 'Signing in did not work. Try it again.' });
  },
  async 'verify-email'(token) {
    say(await outcome(verifyEmail(token), 'Your address is confirmed.', MAIL_LINK_USED));
  },
  async 'restore-account'(token) {
    say(await outcome(restoreAccount(token), 'Your account is open again: sign in.', MAIL_LINK_USED));
  },
  async unsubscribe(token) {
    say(
      await outcome(
        unsubscribe(token),
        'No more mails of notifications come to you from that workspace.',
        MAIL_LINK_USED,
      ),
    );
  },
  async 'email-change'(token) {
    say(await outcome(confirmEmailChange(token), 'Your new address counts from now on.', MAIL_LINK_USED));
  },
  async invitation(token) {
    const invitation = await lookAtInvitation(token).catch((error) => say(wordsFor(error, INVITATION_USED)));
    if (!invitation) return;
    const join = () => acceptInvitation(token).then(() => `You belong to ${invitation.workspace} now.`);
    await askWho({
      panel: (ways) =>
        invitationPanel({
          ...ways,
          token,
          invitation,
          // Who is not signed in is asked on the way, and the request goes on after that.
          accept: async () => {
            const said = await join().catch((error) => error.message);
            await ways.onIn();
            say(said);
          },
        }),
    });
  },
};

const wordsFor = (error, used) => (error.code === 'auth.link-invalid' ? used : error.message);

const outcome = (work, done, used) =>
  work.then(
    () => done,
    (error) => wordsFor(error, used),
  );

/** Above the form when it has to be shown, else at the top of the page. */
function say(text) {
  keep(text);
  said = text;
}

let said;

/** What the link did, for whom the page is open to. */
export function tellWhatWasSaid() {
  if (said && saidBefore()) tellBriefly(said);
  said = undefined;
}

/** One sentence for the person after the page has forgotten all else. */
export function keep(text) {
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
