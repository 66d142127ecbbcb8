// Where secrets may be kept instead of in the environment: `scheme:…`, as `file:/run/secrets/database-url`.

export interface SecretSource {
  /** Before the colon. */
  scheme: string;
  /**
   * The secret that the rest of the reference, after the colon, leads to. Throws SecretUnavailable; gives up when
   * `signal` fires.
   */
  resolve(rest: string, signal: AbortSignal): Promise<string>;
}

/** Longest secret: a vault of Azure takes 25 kB. */
export const MAX_SECRET_BYTES = 64 * 1024;

/** The message is for the operator: it says what is wrong with the reference, and repeats nothing that it led to. */
export class SecretUnavailable extends Error {}

/** Text of the bytes without the line break that editors and `echo` put at their end. Throws SecretUnavailable. */
export function secretText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SecretUnavailable('what it leads to is no text in UTF-8');
  }
  const secret = text.replace(/\r?\n$/, '');
  if (secret.trim() === '') throw new SecretUnavailable('what it leads to is empty');
  if (secret.includes('\0')) throw new SecretUnavailable('what it leads to is no text');
  return secret;
}
