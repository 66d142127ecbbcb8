// The description that a feed states, HTML or plain text, as paragraphs, bullets and titles. Its place is the element that states it.

import { Parser } from 'htmlparser2';
import type { Evidence } from '../../../../document/value.ts';
import type { PostingItem } from './posting-item.ts';

const BLOCKS: ReadonlySet<string> = new Set(
  'p div li ul ol br h1 h2 h3 h4 h5 h6 tr td th table section article header footer dt dd dl blockquote hr pre'.split(
    ' ',
  ),
);
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object']);
const BULLET = /^(?:[•●▪■◦‣∙·○◆❖✓✔✅➤►▸▶→»*+–—-]|\d{1,2}[.)])\s+/u;
const MOST_CHARS = 400_000;
const MOST_ITEMS = 2000;

interface Growing {
  text: string;
  bullet: boolean;
  heading: boolean;
  /** Letters of it that are bold. */
  bold: number;
}

/** `place` says where a piece of the text stands; white space of it may differ from the source's. */
export function itemsOfMarkup(source: string, place: (text: string) => Evidence[]): PostingItem[] {
  const text = source.slice(0, MOST_CHARS);
  const markup = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i.test(text) ? text : escapedMarkup(text);
  const grown = markup === undefined ? linesOf(text) : blocksOf(markup);
  const items = grown.slice(0, MOST_ITEMS).map((one, i) => toItem(one, grown[i + 1], place));
  return items.filter((item) => item.text !== '');
}

/** Some boards escape the whole description once more. */
function escapedMarkup(text: string): string | undefined {
  if (!/&lt;\/?[a-z]/i.test(text)) return undefined;
  return unescaped(text);
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');

function linesOf(text: string): Growing[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => ({ text: line, bullet: false, heading: false, bold: 0 }));
}

function blocksOf(markup: string): Growing[] {
  const blocks: Growing[] = [];
  let open: Growing = { text: '', bullet: false, heading: false, bold: 0 };
  let bold = 0;
  let silent = 0;
  let items = 0;
  let headings = 0;
  const next = (): void => {
    if (open.text.trim() !== '' && blocks.length < MOST_ITEMS) blocks.push(open);
    open = { text: '', bullet: items > 0, heading: headings > 0, bold: 0 };
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (SILENT.has(name)) silent++;
        if (name === 'li') items++;
        if (/^h[1-6]$/.test(name)) headings++;
        if (name === 'b' || name === 'strong') bold++;
        if (BLOCKS.has(name)) next();
      },
      ontext(text) {
        if (silent > 0) return;
        open.text += text;
        if (bold > 0) open.bold += text.replace(/[^\p{L}]/gu, '').length;
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (name === 'b' || name === 'strong') bold = Math.max(0, bold - 1);
        if (BLOCKS.has(name)) next();
        if (name === 'li') items = Math.max(0, items - 1);
        if (/^h[1-6]$/.test(name)) headings = Math.max(0, headings - 1);
        if (name === 'li' || /^h[1-6]$/.test(name)) open = { ...open, bullet: items > 0, heading: headings > 0 };
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(markup);
  next();
  return blocks;
}

function toItem(grown: Growing, next: Growing | undefined, place: (text: string) => Evidence[]): PostingItem {
  const whole = grown.text.replace(/[\s\p{Cc}\u00a0]+/gu, ' ').trim();
  const sign = BULLET.exec(whole)?.[0] ?? '';
  const text = whole.slice(sign.length);
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  const short = text.length <= 90 && text.split(' ').length <= 12 && !/[.;,]$/.test(text);
  const bullet = grown.bullet || sign !== '';
  const strong = letters > 0 && grown.bold >= 0.9 * letters;
  const leads = next !== undefined && (next.bullet || BULLET.test(next.text.trim()));
  return {
    text,
    bullet,
    title: bullet || !short ? 0 : grown.heading ? 1 : strong ? 0.8 : leads ? 0.55 : /:$/.test(text) ? 0.5 : 0,
    evidence: (start, end) => place(text.slice(start, end)),
  };
}
