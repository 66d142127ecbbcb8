// A summary made of sentences as they stand in the sources: scored by what they say that the rest says too, without saying it
// twice, in their order, each with the place it is from. No model; nothing is written, and the gate is asked all the same: a
// sentence that its own source does not carry (because it disguises something) is left out.

import { type Gate, openGate } from '../gate/check-support.ts';
import type { GateSource } from '../gate/gate-source.ts';
import { type GateLanguage, guessLanguage } from '../gate/language.ts';
import { prepareSources } from '../gate/prepare-sources.ts';

export interface CitedSentence {
  text: string;
  source: string;
  /** Offsets in the source's text. */
  start: number;
  end: number;
}

export interface SummaryInput {
  sources: readonly GateSource[];
  /** At most so many words. */
  words: number;
  language?: GateLanguage | undefined;
}

/** Sentences that share more of their words than this say the same. */
const TOO_ALIKE = 0.6;
const MAX_SENTENCES = 2000;

export function summarise({ sources, words, language }: SummaryInput): CitedSentence[] {
  const used = language ?? guessLanguage(sources.map(({ text }) => text).join('\n'));
  const units = prepareSources(sources, used)
    .groups.flatMap((group) => [...group.headings, ...group.passages])
    .filter((unit) => unit.source.kind !== 'value')
    .slice(0, MAX_SENTENCES);
  const order = new Map(sources.map(({ id }, i) => [id, i]));
  const sentences = units
    .map(({ source, sentence }) => ({
      source,
      sentence,
      stems: new Set(sentence.words.filter(({ free }) => !free).map(({ stems }) => stems[0]!)),
      length: sentence.text.split(/\s+/).length,
    }))
    .sort((a, b) => order.get(a.source.id)! - order.get(b.source.id)! || a.sentence.start - b.sentence.start);

  const frequency = new Map<string, number>();
  for (const { stems } of sentences) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const score = ({ stems, sentence }: (typeof sentences)[number], i: number): number => {
    const weight =
      [...stems].reduce((sum, stem) => sum + Math.log(1 + frequency.get(stem)!), 0) / Math.sqrt(stems.size + 1);
    const facts = sentence.quantities.length + sentence.dates.length;
    // What stands first is written to be read first; figures are what summaries are read for.
    return weight * (1 + 0.15 * Math.min(facts, 3)) * (i === 0 ? 1.3 : 1);
  };
  const ranked = sentences
    .map((one, i) => ({ one, i, score: score(one, i) }))
    .sort((a, b) => b.score - a.score || a.i - b.i);

  const chosen: typeof ranked = [];
  let left = words;
  const gates = new Map<GateSource, Gate>();
  const passes = ({ source, sentence }: (typeof sentences)[number]): boolean => {
    const gate = gates.get(source) ?? openGate({ sources: [source], language: used });
    gates.set(source, gate);
    return gate(sentence.text).length === 0;
  };
  for (const candidate of ranked) {
    if (candidate.one.length > left || candidate.one.stems.size === 0) continue;
    if (chosen.some(({ one }) => likeness(one.stems, candidate.one.stems) > TOO_ALIKE)) continue;
    if (!passes(candidate.one)) continue;
    chosen.push(candidate);
    left -= candidate.one.length;
  }
  return chosen
    .sort((a, b) => a.i - b.i)
    .map(({ one: { source, sentence } }) => ({
      text: sentence.text,
      source: source.id,
      start: sentence.start,
      end: sentence.end,
    }));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
