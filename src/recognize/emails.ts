// E-mail addresses, found by walking out from each '@' so that long lines cost linear time.

import type { Mention } from './mention.ts';

export type EmailMention = Mention<'email', string>;

const LOCAL_TAIL = /[\p{L}\p{N}._%+'&-]{1,64}$/u;
const DOMAIN_HEAD = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:\p{L}{2,24}|xn--[a-z0-9-]{2,40})/u;
/** Written around address harvesters: "name(at)firm.de", "name [at] firm [dot] com". */
const DISGUISED =
  /([\w.%+-]{1,64}) ?[[({](?:at|ät|arroba|chiocciola)[\])}] ?((?:[\w-]{1,63} ?(?:\.|[[({](?:dot|punkt|punto|point)[\])}]) ?){1,4}[a-z]{2,24})/gi;

/** E-mail addresses in a text; the domain is lower-cased, the local part kept as printed. */
export function findEmails(text: string): EmailMention[] {
  const found: EmailMention[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const mention = emailAround(text, at, from);
    if (!mention) continue;
    found.push(mention);
    from = mention.end;
  }
  if (/[[({](?:at|ät|arroba|chiocciola)[\])}]/i.test(text)) found.push(...disguisedEmails(text));
  return found;
}

function emailAround(text: string, at: number, from: number): EmailMention | undefined {
  // Typesetters and OCR put a space around the sign; it counts only when nothing else can be meant.
  const spaceBefore = text[at - 1] === ' ' && text[at + 1] === ' ';
  const localEnd = spaceBefore ? at - 1 : at;
  const domainStart = spaceBefore ? at + 2 : at + 1;
  const local = LOCAL_TAIL.exec(text.slice(Math.max(from, localEnd - 64), localEnd))?.[0].replace(/^[.'&%+-]+/, '');
  if (!local || local.endsWith('.') || local.includes('..')) return undefined;
  const domain = DOMAIN_HEAD.exec(text.slice(domainStart, domainStart + 254))?.[0];
  if (!domain) return undefined;
  const next = text.charCodeAt(domainStart + domain.length);
  if (next === 64) return undefined;
  const start = localEnd - local.length;
  const end = domainStart + domain.length;
  return {
    kind: 'email',
    start,
    end,
    raw: text.slice(start, end),
    value: `${local}@${domain.toLowerCase()}`,
    certainty: spaceBefore ? 0.7 : 0.98,
  };
}

function disguisedEmails(text: string): EmailMention[] {
  return Array.from(text.matchAll(DISGUISED), (match) => {
    const domain = match[2]!
      .replace(/ ?[[({](?:dot|punkt|punto|point)[\])}] ?/gi, '.')
      .replaceAll(' ', '')
      .toLowerCase();
    const end = match.index + match[0].length;
    return {
      kind: 'email' as const,
      start: match.index,
      end,
      raw: match[0],
      value: `${match[1]}@${domain}`,
      certainty: 0.85,
    };
  });
}
