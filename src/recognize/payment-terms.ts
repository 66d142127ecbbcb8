// Payment terms in a line: net days, early-payment discount, and terms without days.

import type { Mention } from './mention.ts';
import {
  DISCOUNT_PATTERNS,
  DUE_PATTERNS,
  END_OF_MONTH,
  GUARD,
  NET_PATTERNS,
  type PaymentDue,
  WEAK_NET_PATTERNS,
} from './payment-terms-patterns.ts';

export interface PaymentTermsValue {
  /** Days until the full amount is due. */
  netDays?: number;
  /** The days count from the end of the month. */
  endOfMonth?: boolean;
  /** Percent off when paid within `discountDays`. */
  discountPercent?: number;
  discountDays?: number;
  /** A term that needs no days. */
  due?: PaymentDue;
}

export type PaymentTermsMention = Mention<'paymentTerms', PaymentTermsValue>;

interface Span {
  start: number;
  end: number;
}

// Terms are short: long lines are read in windows, so that each pattern's work stays bounded.
const WINDOW = 400;
const STEP = 300;

/** The terms that a line states, as one mention over all their words; empty when there are none. */
export function findPaymentTerms(text: string): PaymentTermsMention[] {
  const mentions: PaymentTermsMention[] = [];
  for (let base = 0; base === 0 || base + WINDOW - STEP < text.length; base += STEP) {
    const mention = readTerms(text.length > WINDOW ? text.slice(base, base + WINDOW) : text);
    if (!mention) continue;
    const start = base + mention.start;
    if (start < (mentions.at(-1)?.end ?? 0)) continue;
    mentions.push({ ...mention, start, end: base + mention.end });
  }
  return mentions;
}

function readTerms(line: string): PaymentTermsMention | null {
  if (!GUARD.test(line)) return null;
  const value: PaymentTermsValue = {};
  const spans: Span[] = [];
  const discount = readDiscount(line, value);
  if (discount) spans.push(discount);
  // The days of the discount must not be read as net days.
  const rest = discount ? blank(line, discount) : line;
  const strong = readNet(rest, value, NET_PATTERNS);
  const net = strong ?? readNet(rest, value, WEAK_NET_PATTERNS);
  if (net) {
    spans.push(net);
    readEndOfMonth(line, net, value, spans);
  } else {
    const due = readDue(line, value);
    if (due) spans.push(due);
  }
  if (spans.length === 0) return null;
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const certainty = strong || discount ? 0.9 : net ? 0.5 : 0.75;
  return { kind: 'paymentTerms', start, end, raw: line.slice(start, end), value, certainty };
}

function readDiscount(line: string, value: PaymentTermsValue): Span | null {
  if (!/\d/.test(line)) return null;
  for (const pattern of DISCOUNT_PATTERNS) {
    const m = pattern.exec(line);
    if (!m) continue;
    value.discountPercent = Number(m.groups!.percent!.replace(',', '.'));
    value.discountDays = Number(m.groups!.days);
    return { start: m.index, end: m.index + m[0].length };
  }
  return null;
}

function readNet(line: string, value: PaymentTermsValue, patterns: readonly RegExp[]): Span | null {
  if (!/\d/.test(line)) return null;
  for (const pattern of patterns) {
    const m = pattern.exec(line);
    const days = Number(m?.groups?.days);
    if (!m || days > 365) continue;
    value.netDays = days;
    return { start: m.index, end: m.index + m[0].trimEnd().length };
  }
  return null;
}

function readDue(line: string, value: PaymentTermsValue): Span | null {
  for (const [due, pattern] of DUE_PATTERNS) {
    const m = pattern.exec(line);
    if (!m) continue;
    value.due = due;
    const lead = m[0].length - m[0].trimStart().length;
    return { start: m.index + lead, end: m.index + m[0].length };
  }
  return null;
}

function readEndOfMonth(line: string, net: Span, value: PaymentTermsValue, spans: Span[]): void {
  const m = END_OF_MONTH.exec(line.slice(net.start, net.end + 24));
  if (!m) return;
  value.endOfMonth = true;
  spans.push({ start: net.start + m.index, end: net.start + m.index + m[0].length });
}

const blank = (line: string, span: Span): string =>
  line.slice(0, span.start) + ' '.repeat(span.end - span.start) + line.slice(span.end);
