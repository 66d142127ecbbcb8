// One-time links: /#sign-in=TOKEN and its like. Imported before anything else, so that the token leaves the address bar
// (and the history) before a line of anything else has run.

const purposes = ['sign-in', 'reset-password', 'verify-email', 'invitation'];

/** undefined, or {purpose, token}. Tokens stand behind "#", which browsers send to no server. */
export const openedLink = takeLink();

function takeLink() {
  const [, purpose, token] = /^#([a-z-]+)=(.+)$/.exec(location.hash) ?? [];
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
  if (purposes.some((purpose) => location.hash.startsWith(`#${purpose}=`))) location.reload();
});
