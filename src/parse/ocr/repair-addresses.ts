// E-mail and web addresses put together again. Most language models don't know "@": they read it as Q, O, E, & or a space,
// or tear the address apart at it. What is behind it tells: a domain that also stands on the page as a web address.

import type { OcrWord } from './engine.ts';

const DOMAIN = /[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,10}$/;
const WEB = /(?:^|\/\/|:)www\.(.+)$/;
/** What "@" is read as when a word of its own or grown onto the domain. */
const MISREAD_AT = /^(?:[@©®&€¢]|[QOEGC0eao](?![.\s])){1,2}$/u;
const SURE_AT = /[@©®]/u;
const MAILBOX = /^[a-z][a-z0-9]*(?:[._+-][a-z0-9]+)*$/;
const MAIL_LABEL = /^(?:e-?)?mail:?$|^(?:correo|courriel|e-?mail-?adresse):?$/i;
/** Mailboxes that businesses print; they tell where the name ends when "@" became a letter of it. */
const USUAL_MAILBOXES = new Set(
  `info contact kontakt contacto contatto office sales mail email hello hallo post admin service support kundenservice
  accounts accounting billing invoice invoices buchhaltung rechnung vertrieb einkauf orders order bestellung facturation
  compta comptabilite commercial commerciale facturacion ventas administracion pedidos compras amministrazione vendite
  ordini acquisti geral vendas financeiro encomendas compras administratie verkoop inkoop bestellingen`.split(/\s+/),
);
/** Gap between the parts, in word heights. */
const NEAR = 1.2;

/** Words in reading order, with torn addresses joined and misread "@" restored where the page bears it out. */
export function repairAddresses(words: readonly OcrWord[]): OcrWord[] {
  const joined = joinWeb(words);
  const domains = new Set(joined.flatMap((word) => domainOf(word.text) ?? []));
  const result: OcrWord[] = [];
  for (const word of joined) {
    const parts = splitDomain(word.text, domains);
    const mended = parts && !WEB.test(word.text.toLowerCase()) ? mendMail(result, word, parts) : undefined;
    if (mended) result.splice(result.length - mended.taken, mended.taken, mended.word);
    else result.push(word);
  }
  return result;
}

/** "www. example.org", "www .example.org" */
function joinWeb(words: readonly OcrWord[]): OcrWord[] {
  const result: OcrWord[] = [];
  for (const word of words) {
    const last = result.at(-1);
    const torn = last && /^(?:https?:\/\/)?www\.?$/i.test(last.text) && isNear(last, word);
    const rest = word.text.replace(/^\./, '');
    if (torn && DOMAIN.test(rest))
      result.splice(-1, 1, joinBoxes([last, word], `${last.text.replace(/\.$/, '')}.${rest}`));
    else result.push(word);
  }
  return result;
}

/** The domain of a web address, or of a mail address that was read whole. */
function domainOf(text: string): string | undefined {
  const lower = text.toLowerCase().replace(/[,;)]$/, '');
  const rest = WEB.exec(lower)?.[1] ?? /^[a-z][\w.+-]*@(.+)$/.exec(lower)?.[1];
  return rest !== undefined && DOMAIN.exec(rest)?.index === 0 ? rest : undefined;
}

interface AddressParts {
  /** What stands before the domain in the same word. */
  head: string;
  domain: string;
  /** The domain stands elsewhere on the page too. */
  known: boolean;
}

function splitDomain(text: string, domains: ReadonlySet<string>): AddressParts | undefined {
  const lower = text.toLowerCase();
  for (const domain of domains)
    if (lower.endsWith(domain)) return { head: text.slice(0, -domain.length), domain, known: true };
  const sign = /^[@©®&]+/u.exec(text)?.[0] ?? /^[QOEG]{1,2}(?=[a-z])/.exec(text)?.[0] ?? '';
  const domain = lower.slice(sign.length);
  return DOMAIN.exec(domain)?.index === 0 ? { head: sign, domain, known: false } : undefined;
}

/** `taken`: how many of the words before are part of the address. */
function mendMail(before: readonly OcrWord[], word: OcrWord, { head, domain, known }: AddressParts) {
  if (head !== '' && !MISREAD_AT.test(head)) {
    const own = /^(.{2,}?)([@©®&QOE]{1,2})$/u.exec(head);
    if (!own || own[2] === '@' || !MAILBOX.test(own[1]!)) return undefined;
    return known ? { word: { ...word, text: `${own[1]}@${domain}` }, taken: 0 } : undefined;
  }
  let sign = head;
  let at = before.length - 1;
  if (sign === '' && at >= 1 && MISREAD_AT.test(before[at]!.text) && isNear(before[at]!, word)) {
    sign = before[at]!.text;
    at--;
  }
  const name = before[at];
  if (!name || !isNear(name, before[at + 1] ?? word)) return undefined;
  const label = /^(.*:)?(.*)$/.exec(name.text)!;
  const mailbox = mailboxOf(label[2]!, sign);
  if (mailbox === undefined) return undefined;
  const labelled = MAIL_LABEL.test(label[1] ?? before[at - 1]?.text ?? '');
  if (!known && !labelled && !SURE_AT.test(sign)) return undefined;
  const used = [...before.slice(at), word];
  return { word: joinBoxes(used, `${label[1] ?? ''}${mailbox}@${domain}`), taken: used.length - 1 };
}

function mailboxOf(name: string, sign: string): string | undefined {
  const bare = name.replace(/[@©®&]+$/u, '');
  if (bare !== name || sign !== '') return MAILBOX.test(bare) ? bare : undefined;
  if (USUAL_MAILBOXES.has(name)) return name;
  const shorter = name.slice(0, -1);
  return USUAL_MAILBOXES.has(shorter) && MISREAD_AT.test(name.slice(-1)) ? shorter : undefined;
}

function isNear(left: OcrWord, right: OcrWord): boolean {
  const height = Math.max(left.y1 - left.y0, right.y1 - right.y0);
  const shared = Math.min(left.y1, right.y1) - Math.max(left.y0, right.y0);
  return shared > 0.3 * height && right.x0 - left.x1 < NEAR * height && right.x0 > left.x0;
}

function joinBoxes(words: readonly OcrWord[], text: string): OcrWord {
  return {
    text,
    line: words[0]!.line,
    x0: Math.min(...words.map((word) => word.x0)),
    y0: Math.min(...words.map((word) => word.y0)),
    x1: Math.max(...words.map((word) => word.x1)),
    y1: Math.max(...words.map((word) => word.y1)),
    confidence: Math.min(...words.map((word) => word.confidence)),
  };
}
