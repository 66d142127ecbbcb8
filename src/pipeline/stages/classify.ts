// Which type is this document? Phrases by where they stand, plus structural cues, against the hypothesis "none of them".

import { boxHeight } from '../../document/box.ts';
import { usualHeight } from '../../document/layout/usual-height.ts';
import type { Line, Page } from '../../document/parsed-document.ts';
import type { TypeGuess } from '../../document/value.ts';
import {
  createLabelIndex,
  type LabelHit,
  type LabelIndex,
  type LabelTerm,
} from '../../recognize/labels/label-index.ts';
import { tokenize } from '../../recognize/labels/tokens.ts';
import type { DocumentType, TypeSignal } from '../pack.ts';
import type { Reading } from '../reading.ts';

/** The type id for "none of the known types". */
export const UNKNOWN_TYPE = 'unknown';

/** Log-odds a type must beat before it is believed at all. */
const UNKNOWN_SCORE = 3.4;
/** How much a person's hint is worth; a strong result wins over it. */
const HINT_WEIGHT = 4.5;
/** Words on these first pages decide, and running text of the last; annexes and terms must not. */
const PAGES_READ = 2;

export interface Classifier {
  /** The parts of one type's score by name, for traces and for people who ask why. */
  explain(reading: Reading, type: string): Record<string, number>;
  classify(reading: Reading, hint?: string): TypeGuess[];
  /** Type → what the titles on its first pages weigh; types without any are left out. */
  titles(reading: Reading): Record<string, number>;
}

interface CompiledSignal {
  type: number;
  signal: TypeSignal;
}

/** Compiles the signals of all types into one vocabulary. */
export function createClassifier(types: readonly DocumentType[], otherSignals: readonly TypeSignal[] = []): Classifier {
  const signals: CompiledSignal[] = [];
  const terms: LabelTerm[] = [];
  const all = [...types.map((type) => type.signals), otherSignals];
  for (const [type, declared] of all.entries()) {
    for (const signal of declared) {
      for (const phrase of signal.phrases) terms.push({ key: String(signals.length), phrase, weight: signal.weight });
      signals.push({ type, signal });
    }
  }
  const index = createLabelIndex(terms, { nested: true });
  return {
    classify: (reading, hint) =>
      rank(
        types,
        scoreTypes(types, signals, index, reading).map((parts) => sumOf(parts)),
        hint,
      ),
    titles(reading) {
      const parts = scoreTypes(types, signals, index, reading, false);
      const weights = types.map(({ id }, i) => {
        const told = Object.entries(parts[i]!).filter(([name]) => name.startsWith('title: '));
        return [id, Math.max(0, ...told.map(([, weight]) => weight))] as const;
      });
      return Object.fromEntries(weights.filter(([, weight]) => weight > 0));
    },
    explain: (reading, type) =>
      scoreTypes(types, signals, index, reading)[types.findIndex((one) => one.id === type)] ?? {},
  };
}

function scoreTypes(
  types: readonly DocumentType[],
  signals: readonly CompiledSignal[],
  index: LabelIndex,
  reading: Reading,
  withCues = true,
): Record<string, number>[] {
  const best = new Map<number, { strength: number; phrase: string }>();
  const { pages } = reading.doc;
  for (const page of [...pages.slice(0, PAGES_READ), ...pages.slice(PAGES_READ).slice(-1)]) {
    const typical = usualHeight(page.lines);
    for (const line of page.lines) {
      const hits = index.find(line, page.source === 'ocr');
      for (const hit of hits) {
        const named = partOfName(hit, hits, signals);
        for (const term of hit.terms) {
          const id = Number(term.key);
          if (page !== pages[0] && page !== pages[1] && signals[id]!.signal.where !== 'anywhere') continue;
          if (named && signals[id]!.signal.where === 'title') continue;
          const strength = strengthOf(signals[id]!.signal, line, page, typical, hit, reading);
          if (strength > (best.get(id)?.strength ?? 0)) best.set(id, { strength, phrase: term.phrase });
        }
      }
    }
  }
  const scores: Record<string, number>[] = [...types.map(() => ({})), {}];
  for (const [id, { strength, phrase }] of best) {
    const { type, signal } = signals[id]!;
    scores[type]![`${signal.where}: ${phrase}`] = strength * signal.weight;
  }
  if (!withCues) return scores;
  for (const [i, type] of types.entries()) {
    for (const cue of type.cues ?? []) scores[i]![`cue: ${cue.id}`] = cue.weight * cue.measure(reading);
  }
  return scores;
}

function sumOf(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((sum, part) => sum + part, 0);
}

/** Between a paper and what it is about: "Addendum to the Supply Agreement", "Avenant au contrat", "Anlage zur Bestellung". */
const ABOUT =
  /(?<!\p{L})(?:to|of|for|zu|zum|zur|für|von|vom|au|aux|à|du|de|des|d|al|allo|alla|del|della|dell|di|ao|à|do|da|op|bij|tot|aan|van|voor|do|dla)(?!\p{L})[^.;:|]{0,24}$/iu;

/** "Bon" in "bon de commande", "agreement" in "addendum to the agreement": words of another title, not a title by themselves. */
function partOfName(hit: LabelHit, hits: readonly LabelHit[], signals: readonly CompiledSignal[]): boolean {
  const isTitle = (one: LabelHit): boolean =>
    one.terms.some((term) => signals[Number(term.key)]!.signal.where === 'title');
  return hits.some((other) => {
    if (other === hit || !isTitle(other)) return false;
    if (other.start <= hit.start && other.end >= hit.end) return other.end - other.start > hit.end - hit.start;
    return other.end < hit.start && ABOUT.test(hit.line.text.slice(other.end, hit.start));
  });
}

/** "Invoice (copy) No. 17", "Rechnung 4711 vom …": the title goes on with the document's number. */
const NUMBERED_TITLE = /^\s*(?:\([^)]{0,40}\)\s*){0,2}(?:[#№]|n[or]?[.°º:]|nr\b|no\b|num\w{0,4}\b|[A-Z]{0,4}[-/]?\d)/iu;

/** "Lieferschein-Datum : 05.08.2018", "Invoice to: …": the title's word begins a label. */
const LABEL_GOES_ON = /^[\s-]*\p{L}[\p{L}.]{1,20}\s*[:：]/u;

const THEIRS =
  /(?<!\p{L})(?:your|ihre?[rms]?|votre|vos|vuestr[oa]|su|suo|sua|seu|vostr[oa]|vs|voss[oa]|uw|wasz[ae]?|[sv])[\s./]*$/iu;

/** "Factura electrónica de venta": a phrase of so many letters is no label, whatever stands beside it. */
const LONG_TITLE = 16;

/** 0–1: how much of a signal's weight a place earns. */
function strengthOf(
  signal: TypeSignal,
  line: Line,
  page: Page,
  typical: number,
  hit: LabelHit,
  reading: Reading,
): number {
  if (signal.where === 'anywhere') return 1;
  const words = tokenize(line.text).length;
  const share = (hit.end - hit.start) / Math.max(1, line.text.length);
  const next = page.lines[line.index + 1];
  const closed = /^\s*[:：]/.test(line.text.slice(hit.end)) || (next?.row === line.row && /^[:：]/.test(next.text));
  // A line set on its side is high, not large.
  const upright = boxHeight(line.box) < 1.5 * (line.box[2] - line.box[0]);
  const large = upright && boxHeight(line.box) > 1.25 * typical;
  if (signal.where === 'heading') return words <= 6 || large ? 1 : hit.start < 3 ? 0.8 : 0.25;
  const first = line.page === reading.doc.pages[0]?.number;
  const depth = line.box[1] / Math.max(1, page.height);
  // "Order: 4711" and "Invoice to:" label a value; they do not say what the document is.
  if ((closed || /[:：]\s*$/.test(line.text)) && !large) return 0.1;
  // "1040" in the size of the text is a number among others: the form of that name bears it large.
  if (!large && !/\p{L}/u.test(line.text.slice(hit.start, hit.end))) return 0;
  // "Your order", "v/ pedido": a paper of the other side.
  if (THEIRS.test(line.text.slice(0, hit.start))) return 0.1;
  const named = NUMBERED_TITLE.test(line.text.slice(hit.end)) && !/[\p{L}\d]/u.test(line.text.slice(0, hit.start));
  // "Beitragsrechnung zur Versicherung Nr. 17": a subject line opens with what the letter is.
  const opens = hit.start === 0 && words <= 12 && /\d/.test(line.text);
  if (!large && !named && LABEL_GOES_ON.test(line.text.slice(hit.end))) return 0.1;
  let strength = named
    ? 0.85
    : share > 0.8
      ? 1
      : share > 0.4
        ? 0.75
        : large
          ? 0.7
          : words <= 6
            ? 0.4
            : opens
              ? 0.35
              : 0.1;
  // Beside other text of its row a word of ordinary size is a label or a cell rather than a title.
  const shares = next?.row === line.row || page.lines[line.index - 1]?.row === line.row;
  if (!large && !opens && shares) strength *= share > 0.8 && hit.end - hit.start >= LONG_TITLE ? 0.85 : 0.5;
  if (large) strength = Math.min(1.25, strength + 0.25);
  if (!first) strength *= 0.5;
  else if (depth > 0.5) strength *= 0.6;
  return strength;
}

function rank(types: readonly DocumentType[], scores: number[], hint?: string): TypeGuess[] {
  // The last score is that of the signs of other documents.
  const others = scores[types.length] ?? 0;
  const guesses = types.map((type, i) => ({ type: type.id, score: scores[i]! + (type.id === hint ? HINT_WEIGHT : 0) }));
  guesses.push({ type: UNKNOWN_TYPE, score: UNKNOWN_SCORE + others });
  guesses.sort((a, b) => b.score - a.score);
  const top = guesses[0]!.score;
  const total = guesses.reduce((sum, g) => sum + Math.exp(g.score - top), 0);
  return guesses.map((g) => ({
    type: g.type,
    confidence: Math.round((Math.exp(g.score - top) / total) * 1000) / 1000,
  }));
}
