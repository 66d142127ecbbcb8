// The provenance gate: every part of a rewrite that no cited source says. Nothing else decides what may be written.

import { type CheckedSentence, checkSentence } from './check-sentence.ts';
import type { Finding, WordingSpan } from './clause.ts';
import { findDisguises } from './find-disguises.ts';
import type { ComputedFigure, GateSource, Unsupported, Wording } from './gate-source.ts';
import { type GateLanguage, guessLanguage } from './language.ts';
import { lexiconOf } from './lexicon.ts';
import { nearestOf } from './match-amounts.ts';
import { type PreparedSources, prepareSources } from './prepare-sources.ts';
import { readText } from './read-text.ts';

export interface SupportInput {
  value: string;
  sources: readonly GateSource[];
  language?: GateLanguage | undefined;
}

/** Longer texts are not judged at all, and so refused: nobody waits minutes for a gate. */
export const MAX_VALUE_LENGTH = 20_000;

export interface Judgement {
  unsupported: Unsupported[];
  /** Figures that were computed, where all of the value is supported. */
  computed: ComputedFigure[];
  /** Where nothing is unsupported: words that are not the source's, and only stand for its words. A person must see them. */
  wording: Wording[];
}

export type Judge = (value: string) => Judgement;
export type Gate = (value: string) => Unsupported[];

/** A judge over some sources, read once: what it is given, it judges by them and by rules alone. */
export function openJudge(input: Omit<SupportInput, 'value'>): Judge {
  const check = openChecker(input);
  return (value) => {
    const checked = check(value);
    return 'refused' in checked
      ? { unsupported: checked.refused, computed: [], wording: [] }
      : judgementOf(checked.sentences, value);
  };
}

/** As a judge, for what nobody looks at before it is used: other words than the source's are not supported here. */
export function openGate(input: Omit<SupportInput, 'value'>): Gate {
  const judge = openJudge(input);
  return (value) => {
    const { unsupported, wording } = judge(value);
    return [...unsupported, ...wording.map(asUnsupported)];
  };
}

const asUnsupported = ({ start, end, text, instead }: Wording): Unsupported => ({
  kind: 'claim',
  start,
  end,
  text,
  why: `The source says "${instead}".`,
});

/** What in `value` is not supported; empty: all of it is. */
export const checkSupport = ({ value, ...rest }: SupportInput): Unsupported[] => openGate(rest)(value);

/** What the rules find: of a text that is judged at all, each of its sentences. */
export type CheckedText = { refused: Unsupported[] } | { sentences: CheckedSentence[]; prepared: PreparedSources };

export function openChecker({ sources, language }: Omit<SupportInput, 'value'>): (value: string) => CheckedText {
  const given = language ?? guessLanguage(sources.map(({ text }) => text).join('\n'));
  const ready = given && prepareSources(sources, given);
  return (value) => {
    if (value.length > MAX_VALUE_LENGTH) {
      const why = `A text of more than ${MAX_VALUE_LENGTH} characters is not judged.`;
      return { refused: [{ kind: 'disguise', start: MAX_VALUE_LENGTH, end: value.length, text: '', why }] };
    }
    const refused = findDisguises(value).map(
      ({ start, end, why }): Unsupported => ({
        kind: 'disguise',
        start,
        end,
        text: value.slice(start, end),
        why: DISGUISES[why],
      }),
    );
    if (refused.length > 0) return { refused };
    const prepared = ready ?? prepareSources(sources, guessLanguage(value) ?? 'en');
    const lexicon = lexiconOf(prepared.language);
    const sentences = readText(value, prepared.language).map((one) => checkSentence(one, prepared, lexicon));
    return { sentences, prepared };
  };
}

export function judgementOf(
  checked: readonly Pick<CheckedSentence, 'findings' | 'computed' | 'wording'>[],
  value: string,
): Judgement {
  const unsupported = checked.flatMap(({ findings }) => findings.map((finding) => describe(finding, value)));
  if (unsupported.length > 0) return { unsupported, computed: [], wording: [] };
  const computed = checked.flatMap((one) =>
    one.computed.map(({ start, end, from }) => ({
      start,
      end,
      text: value.slice(start, end),
      from: from.map(({ unit, ...mention }) => nearestOf({ unit, mention })),
    })),
  );
  const wording = checked.flatMap((one) =>
    one.wording.map(({ start, end, instead }) => ({
      start,
      end,
      text: value.slice(start, end),
      instead: instead.map(textOf).join(' … '),
    })),
  );
  return { unsupported, computed, wording };
}

const textOf = ({ unit: { sentence }, start, end }: WordingSpan['instead'][number]): string =>
  sentence.text.slice(start - sentence.start, end - sentence.start);

const DISGUISES = {
  invisible: 'Characters that nothing shows have no place in a text.',
  'mixed-script': 'Letters of two scripts in one word only look like what they are taken for.',
  'unusual-digits': 'Numbers are written in the digits 0 to 9.',
  'styled-letters': 'Styled letters only look like what they are taken for.',
} as const;

function describe({ kind, start, end, why, near, nearest, merged }: Finding, value: string): Unsupported {
  return {
    ...(merged
      ? { kind: 'merged', why: 'The sources say this of another subject, not of the one told here.' }
      : { kind, why }),
    start,
    end,
    text: value.slice(start, end),
    nearest: nearest ?? (near && nearestOf(near)),
  };
}
