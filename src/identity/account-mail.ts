// What the account flows ask to be sent. Who sends it, and how, is decided where they are put together.

export interface AccountMail {
  template:
    | 'verify-email'
    | 'reset-password'
    | 'password-changed'
    | 'new-sign-in'
    | 'account-locked'
    | 'email-changed'
    | 'account-deleted'
    | 'invitation';
  to: string;
  /** Of the account that it goes to, when there is one. */
  userId?: string | undefined;
  locale: string;
  /** Values of the template; moments as ISO 8601. */
  data: Record<string, string | number | null>;
  /** The same key is never sent twice. */
  dedupeKey?: string;
}

export type SendAccountMail = (mail: AccountMail) => Promise<void>;

/** The token stands behind '#': browsers do not send it to any server, so that it reaches no log on the way. */
export const mailedLink = (publicUrl: URL, purpose: string, token?: string): string =>
  `${publicUrl.origin}/#${purpose}${token === undefined ? '' : `=${encodeURIComponent(token)}`}`;
