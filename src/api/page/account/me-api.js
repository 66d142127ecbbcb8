// The person's own side of the API: profile, proofs, devices, keys.

import { getJson, sendJson } from '../http.js';

export const getMe = () => getJson('/me');
export const changeMe = (given) => sendJson('PATCH', '/me', given);

/** For an account that has none yet. */
export const setPassword = (newPassword) => sendJson('POST', '/me/password', { newPassword });
/** {email, password}: both at once, for the owner whom the first start made without a name. Gives the account. */
export const setCredentials = (given) => sendJson('POST', '/me/credentials', given);
/** {currentPassword, newPassword} */
export const changePassword = (given) => sendJson('PUT', '/me/password', given);
/** {email, password}: a link goes to the new address. */
export const changeEmail = (given) => sendJson('POST', '/me/email', given);

export const listSessions = async () => (await getJson('/auth/sessions')).items;
export const endSession = (id) => sendJson('DELETE', `/auth/sessions/${id}`);
export const endOtherSessions = () => sendJson('DELETE', '/auth/sessions');

/** `proof`: {password}, or {} where there is none. */
export const startSecondFactor = (proof) => sendJson('POST', '/auth/second-factor', proof);
export const confirmSecondFactor = (code) => sendJson('POST', '/auth/second-factor/confirm', { code });
export const disableSecondFactor = (proof) => sendJson('POST', '/auth/second-factor/disable', proof);
export const makeRecoveryCodes = async (proof) =>
  (await sendJson('POST', '/auth/second-factor/recovery-codes', proof)).recoveryCodes;

export const listPasskeys = async () => (await getJson('/auth/passkeys')).items;
export const beginPasskey = (proof) => sendJson('POST', '/auth/passkeys/options', proof);
export const finishPasskey = (given) => sendJson('POST', '/auth/passkeys', given);
export const renamePasskey = (id, name) => sendJson('PATCH', `/auth/passkeys/${id}`, { name });
export const removePasskey = (id) => sendJson('DELETE', `/auth/passkeys/${id}`);

export const listKeys = async () => (await getJson('/keys')).items;
export const makeKey = (given) => sendJson('POST', '/keys', given);
export const revokeKey = (id) => sendJson('DELETE', `/keys/${id}`);
