// One-time links: /#sign-in=TOKEN and its like. Loaded before anything else, so that the token leaves the address bar (and
// the history) before a line of anything else has run.

/** The last two come without a token, or with a word that is none. */
const purposes = [
  ...['sign-in', 'reset-password', 'verify-email', 'email-change', 'invitation', 'second-factor'],
  ...['restore-account', 'unsubscribe'],
  ...['forgot-password', 'sign-in-failed'],
];

/** undefined, or {purpose, token}. Tokens stand behind "#", which browsers send to no server. */
export const openedLink = takeLink();

function takeLink() {
  const [, purpose, token = ''] = /^#([a-z-]+)(?:=(.+))?$/.exec(location.hash) ?? [];
  if (!purposes.includes(purpose)) return undefined;
  history.replaceState(null, '', location.pathname);
  try {
    return { purpose, token: decodeURIComponent(token) };
  } catch {
    // Cut in the middle of an escaped character: the server will say that the link is not whole.
    return { purpose, token };
  }
}

// A link that is opened in a tab where the page is open already changes only the hash.
addEventListener('hashchange', () => {
  if (purposes.includes(/^#([a-z-]+)/.exec(location.hash)?.[1])) location.reload();
});
