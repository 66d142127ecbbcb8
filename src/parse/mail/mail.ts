// A mail as all its formats give it: what it says about itself, its text, and what is attached to it.

export interface MailPart {
  /** As the mail names it; empty when it does not. */
  name: string;
  mediaType: string;
  /** Without angle brackets. */
  contentId?: string;
  /** The mail says that it belongs into its text, and not beside it. */
  inline: boolean;
  bytes: Uint8Array;
}

export interface Mail {
  from: string;
  to: string;
  cc: string;
  subject: string;
  /** As it was written, or ISO 8601. */
  date: string;
  html?: string;
  text?: string;
  parts: MailPart[];
}

/** A list of a thousand recipients says nothing about the mail. */
const LONGEST_VALUE = 500;

/** The lines that stand above a mail when it is printed; values that are not there are left out. */
export function headerLines({ subject, from, to, cc, date }: Mail): string[] {
  const named = { Subject: subject, From: from, To: to, Cc: cc, Date: date };
  return Object.entries(named).flatMap(([name, value]) => {
    const shown = cut(value.replace(/\s+/g, ' ').trim());
    return shown === '' ? [] : [`${name}: ${shown}`];
  });
}

const cut = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text);
