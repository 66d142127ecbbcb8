// The session of this browser. Its tokens are in cookies that no script can read; what is known here is when they were
// last exchanged, so that several requests, and several tabs, do it once: a refresh token that comes twice ends the session.

const FRESH_AT = 'sheaf-fresh-at';
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('sheaf-session') : undefined;
let refreshing;
let askToSignIn;
let asking;

/** `ask` shows the way in, and resolves when the person is signed in. */
export function onSessionOver(ask) {
  askToSignIn = ask;
}

/** Resolves when somebody is signed in; those who ask at once wait for the same. */
export function signedIn() {
  asking ??= askToSignIn().finally(() => {
    asking = undefined;
  });
  return asking;
}

/**
 * Exchanges the refresh token unless that was done after `since` (milliseconds). True: there is a session. False: it is
 * over. Throws when the server cannot be asked.
 */
export function refresh(since) {
  refreshing ??= alone(async () => {
    if (freshAt() > since) return true;
    // Outlives the page: when a reload cut it short, the next page would come with a token that is used up.
    const response = await fetch('/api/v1/auth/refresh', { method: 'POST', keepalive: true });
    if (response.ok) noteFresh();
    else if (response.status !== 401) throw new Error(`refresh answered ${response.status}`);
    return response.ok;
  }).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

export function noteFresh() {
  try {
    localStorage.setItem(FRESH_AT, String(Date.now()));
  } catch {
    // Storage is off: each tab counts for itself.
  }
}

function freshAt() {
  try {
    return Number(localStorage.getItem(FRESH_AT) ?? 0);
  } catch {
    return 0;
  }
}

/** One tab at a time, where the browser can (over plain HTTP beyond this machine it cannot). */
const alone = (work) => (navigator.locks ? navigator.locks.request('sheaf-refresh', work) : work());

/** `news`: signed-in or signed-out. */
export const tellOtherTabs = (news) => channel?.postMessage(news);

export function onNewsOfOtherTabs(listener) {
  channel?.addEventListener('message', ({ data }) => listener(data));
}
