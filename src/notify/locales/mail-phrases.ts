// The shape of a language's mail texts. A phrase is Liquid over the data of its mail; it is escaped as a whole in HTML.

import type { roles } from '../../store/roles.ts';
import type { MailTemplate } from '../mail-data.ts';

interface Phrases {
  subject: string;
  /** What happened or was asked, in one or two sentences. */
  intro: string;
  /** The words on the button, or before the link in the text version; '' = the mail has no link. */
  action: string;
  /** How long, and what follows; '' = nothing to add. */
  after: string;
  /** What to do if it was not you. */
  notYou: string;
}

export interface MailLanguage {
  /** For dates: a BCP 47 tag. */
  tag: string;
  common: {
    greeting: string;
    greetingNobody: string;
    when: string;
    device: string;
    ip: string;
    account: string;
    newEmail: string;
    workspace: string;
    role: string;
    invitedBy: string;
    linkHint: string;
    unsubscribe: string;
    settings: string;
    more: string;
    footer: string;
  };
  roles: Record<(typeof roles)[number], string>;
  mails: Record<MailTemplate, Phrases>;
}
