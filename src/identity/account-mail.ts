// What the account flows ask to be sent. Who sends it, and how, is decided where they are put together.

export interface AccountMail {
  template:
    | 'verify-email'
    | 'reset-password'
    | 'password-changed'
    | 'new-sign-in'
    | 'account-locked'
    | 'email-change'
    | 'account-deleted'
    | 'invitation';
  to: string;
  /** Of the account that it goes to, when there is one. */
  userId?: string | undefined;
  locale: string;
  /** Values of the template. */
  data: Record<string, string | number>;
  /** The same key is never sent twice. */
  dedupeKey?: string;
}

export type SendAccountMail = (mail: AccountMail) => Promise<void>;
