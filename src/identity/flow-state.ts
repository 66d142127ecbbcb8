// The library keeps the state of a half-done ceremony in a signed cookie of its own. Ours travels in the body, as opaque
// text, so that its cookies never reach a browser.

import { serializeSignedCookie } from 'better-call';
import type { BetterAuth } from './better-auth.ts';

/** Ends of the names of its cookies. */
export type FlowName = 'two_factor' | 'better-auth-passkey';

const CHALLENGE_SECONDS = 600;

/** The state in an answer of the library. */
export function stateIn(headers: Headers, flow: FlowName): string {
  const cookie = headers.getSetCookie().find((text) => text.slice(0, text.indexOf('=')).endsWith(flow));
  const pair = cookie?.split(';', 1)[0];
  if (!pair) throw new Error(`the library gave no cookie for ${flow}`);
  return Buffer.from(pair).toString('base64url');
}

/** The cookie for the library; undefined when the text is no state of this flow. Whether it is genuine, the library says. */
export function cookieOf(state: string, flow: FlowName): string | undefined {
  const pair = Buffer.from(state, 'base64url').toString('utf8');
  const [name, value, ...more] = pair.split('=');
  if (!name || !/^[\w.-]+$/.test(name) || !name.endsWith(flow)) return undefined;
  return /^[\w.%+/=-]+$/.test([value, ...more].join('=')) ? pair : undefined;
}

/** Asks for the second factor of a person whose first was proved without the library. */
export async function beginSecondFactor(auth: BetterAuth, userId: string): Promise<string> {
  const context = await auth.$context;
  const identifier = `2fa-${crypto.randomUUID()}`;
  const expiresAt = new Date(Date.now() + CHALLENGE_SECONDS * 1000);
  await context.internalAdapter.createVerificationValue({ identifier, value: userId, expiresAt });
  await context.internalAdapter.createVerificationValue({
    identifier: `2fa-attempts-${identifier}`,
    value: '0',
    expiresAt,
  });
  const { name } = context.createAuthCookie('two_factor');
  return Buffer.from(await serializeSignedCookie(name, identifier, context.secret)).toString('base64url');
}
