// The API's ways in. Tokens come as cookies; nothing here ever sees one, except those of one-time links.

import { getJson, sendJson } from './http.js';
import { refresh, tellOtherTabs } from './session.js';

const outside = { session: false };
const post = (path, body) => sendJson('POST', `/auth/${path}`, body, outside);

/** After this, the browser has a session. */
async function enter(path, body) {
  const answer = await post(path, { ...body, cookies: true });
  if (answer.status !== 'second-factor' && answer.tokens !== null) tellOtherTabs('signed-in');
  return answer;
}

/** {status: 'signed-in'}, or {status: 'second-factor', challenge}. */
export const signIn = (given) => enter('login', given);
/** `given`: {challenge} with either {code} or {recoveryCode}. */
export const completeSignIn = (given) => enter('login/second-factor', given);
export const signInByLink = (token) => enter('login/link', { token });
/** {account, tokens}; tokens null: the address must be confirmed first. */
export const register = (given) => enter('register', given);

export const verifyEmail = (token) => post('verify', { token });
export const restoreAccount = (token) => post('restore', { token });
export const resendVerification = (email) => post('verify/resend', { email });
export const requestReset = (email) => post('password/forgot', { email });
export const resetPassword = (given) => post('password/reset', given);

/** Ends the session, also one whose access token ran out just now. */
export async function signOut() {
  try {
    await post('logout');
  } catch (error) {
    if (error.status !== 401) throw error;
    if (await refresh()) await post('logout');
  }
  tellOtherTabs('signed-out');
}

/** {options, challenge} */
export const beginPasskeySignIn = () => post('login/passkey/options');
/** `given`: {challenge, credential} */
export const finishPasskeySignIn = (given) => enter('login/passkey', given);
/** Issuers where people may sign in instead of here: [{id, name, start}]. */
export const listSignIns = async () => (await getJson('/auth/oidc', outside)).items;
export const confirmEmailChange = (token) => post('email/confirm', { token });
/** No more mails of notifications; needs no session. */
export const unsubscribe = (token) =>
  sendJson('POST', `/notifications/unsubscribe?token=${encodeURIComponent(token)}`, undefined, outside);
