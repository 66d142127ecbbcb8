// The browser's side of passkeys (WebAuthn level 3): options and answers travel as JSON.

/** Passkeys are bound to a name: at an address of numbers there are none. */
const hasName = !/^(\[|[\d.]+$)/.test(location.hostname);

export const passkeysPossible =
  hasName && typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

/** Why not, for the person. */
export const whyNoPasskeys = hasName
  ? 'This browser cannot make passkeys for this address.'
  : 'Passkeys belong to a name: open this page by the name of the server instead of its number (on this machine, http://localhost and the port).';

export async function makePasskey(options) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return told(() => navigator.credentials.create({ publicKey }));
}

export async function usePasskey(options, { mediation, signal } = {}) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return told(() => navigator.credentials.get({ publicKey, mediation, signal }));
}

/** Browsers say NotAllowedError for nearly everything that can happen. */
async function told(ask) {
  try {
    return (await ask()).toJSON();
  } catch (error) {
    if (error.name === 'InvalidStateError') throw new Error('This device has a passkey for your account already.');
    if (error.name === 'NotAllowedError' || error.name === 'AbortError') throw new PasskeyCancelled();
    throw new Error('The browser could not use a passkey here.');
  }
}

export class PasskeyCancelled extends Error {
  constructor() {
    super('No passkey was used: it was cancelled, took too long, or this device has none.');
  }
}
