// The session of this browser. Its tokens are in cookies that no script can read. Several requests, several tabs and a page
// that was loaded again meanwhile exchange the refresh token once: one that comes twice ends the session.

/** When an exchange began that is not known to be over: milliseconds. */
const BEGAN_AT = 'sheaf-exchange-began';
/** Until then it may still be under way. */
const EXCHANGE_MS = 10_000;
const LOOK_MS = 300;
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('sheaf-session') : undefined;
let refreshing;
let askToSignIn;
let asking;
let leaving = false;

addEventListener('pagehide', () => {
  leaving = true;
});
addEventListener('pageshow', () => {
  leaving = false;
});

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
 * Sees to an access token that counts: another tab's, or one for the refresh token. True: there is a session. False: it is
 * over. Throws when the server cannot be asked.
 */
export function refresh() {
  refreshing ??= alone(async () => (await renewedElsewhere()) || exchange()).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/**
 * Another tab may have done it since the refusal. Or the page was loaded again in the middle of it: its request is under
 * way still, and sending the same token along would end the session, so its answer is waited for.
 */
async function renewedElsewhere() {
  for (;;) {
    const underWay = isUnderWay();
    const { ok } = await fetch('/api/v1/me', { cache: 'no-store' });
    if (ok) noteBegin(undefined);
    if (ok || !underWay) return ok;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function exchange() {
  noteBegin(Date.now());
  try {
    // Outlives the page, so that the new cookies arrive also when it is left.
    const response = await fetch('/api/v1/auth/refresh', { method: 'POST', keepalive: true });
    noteBegin(undefined);
    if (!response.ok && response.status !== 401) throw new Error(`refresh answered ${response.status}`);
    return response.ok;
  } catch (error) {
    // Some browsers tell a page that is being left that its request failed, though it goes on.
    if (!leaving) noteBegin(undefined);
    throw error;
  }
}

function noteBegin(time) {
  try {
    if (time === undefined) localStorage.removeItem(BEGAN_AT);
    else localStorage.setItem(BEGAN_AT, String(time));
  } catch {
    // Storage is off: each page counts for itself.
  }
}

function isUnderWay() {
  try {
    const age = Date.now() - Number(localStorage.getItem(BEGAN_AT) ?? 0);
    return age >= 0 && age < EXCHANGE_MS;
  } catch {
    return false;
  }
}

/** One tab at a time, where the browser can (over plain HTTP beyond this machine it cannot). */
const alone = (work) => (navigator.locks ? navigator.locks.request('sheaf-refresh', work) : work());

/** `news`: signed-in or signed-out. */
export const tellOtherTabs = (news) => channel?.postMessage(news);

export function onNewsOfOtherTabs(listener) {
  channel?.addEventListener('message', ({ data }) => listener(data));
}
