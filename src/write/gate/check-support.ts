// The provenance gate: every part of a rewrite that no cited source says. Nothing else decides what may be written.

import { checkClause } from './check-clause.ts';
import type { ClauseMatch, Computed, Finding } from './clause.ts';
import { findDisguises } from './find-disguises.ts';
import type { ComputedFigure, GateSource, Unsupported } from './gate-source.ts';
import { type GateLanguage, guessLanguage } from './language.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { nearestOf } from './match-amounts.ts';
import { type PreparedSources, prepareSources, type SubjectGroup, type Unit } from './prepare-sources.ts';
import { readText, type Sentence } from './read-text.ts';

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
}

export type Judge = (value: string) => Judgement;
export type Gate = (value: string) => Unsupported[];

/** A judge over some sources, read once: what it is given, it judges by them alone. */
export function openJudge({ sources, language }: Omit<SupportInput, 'value'>): Judge {
  const given = language ?? guessLanguage(sources.map(({ text }) => text).join('\n'));
  const ready = given && prepareSources(sources, given);
  return (value) => {
    if (value.length > MAX_VALUE_LENGTH) {
      const why = `A text of more than ${MAX_VALUE_LENGTH} characters is not judged.`;
      const long: Unsupported = { kind: 'disguise', start: MAX_VALUE_LENGTH, end: value.length, text: '', why };
      return { unsupported: [long], computed: [] };
    }
    const disguises = findDisguises(value);
    if (disguises.length > 0) {
      const unsupported = disguises.map(
        ({ start, end, why }): Unsupported => ({
          kind: 'disguise',
          start,
          end,
          text: value.slice(start, end),
          why: DISGUISES[why],
        }),
      );
      return { unsupported, computed: [] };
    }
    const prepared = ready ?? prepareSources(sources, guessLanguage(value) ?? 'en');
    const lexicon = lexiconOf(prepared.language);
    const checked = readText(value, prepared.language).map((sentence) => checkSentence(sentence, prepared, lexicon));
    const unsupported = checked.flatMap(({ findings }) => findings.map((finding) => describe(finding, value)));
    if (unsupported.length > 0) return { unsupported, computed: [] };
    const computed = checked.flatMap((one) =>
      one.computed.map(({ start, end, from }) => ({
        start,
        end,
        text: value.slice(start, end),
        from: from.map(({ unit, ...mention }) => nearestOf({ unit, mention })),
      })),
    );
    return { unsupported, computed };
  };
}

/** As a judge, who says only what is not supported. */
export function openGate(input: Omit<SupportInput, 'value'>): Gate {
  const judge = openJudge(input);
  return (value) => judge(value).unsupported;
}

/** What in `value` is not supported; empty: all of it is. */
export const checkSupport = ({ value, ...rest }: SupportInput): Unsupported[] => openGate(rest)(value);

const DISGUISES = {
  invisible: 'Characters that nothing shows have no place in a text.',
  'mixed-script': 'Letters of two scripts in one word only look like what they are taken for.',
  'unusual-digits': 'Numbers are written in the digits 0 to 9.',
  'styled-letters': 'Styled letters only look like what they are taken for.',
} as const;

function describe({ near, nearest, ...finding }: Finding, value: string): Unsupported {
  return {
    kind: finding.kind,
    start: finding.start,
    end: finding.end,
    text: value.slice(finding.start, finding.end),
    why: finding.why,
    nearest: nearest ?? (near && nearestOf(near)),
  };
}

interface Checked {
  findings: Finding[];
  computed: Computed[];
}

function checkSentence(sentence: Sentence, { groups }: PreparedSources, lexicon: Lexicon): Checked {
  const verbatim = groups.some((group) =>
    [...group.passages, ...group.headings].some((unit) => isVerbatim(sentence, unit)),
  );
  if (verbatim) return { findings: [], computed: [] };
  const bySubject = groups.map((group) => ({ group, ...checkIn(sentence, group, lexicon) }));
  const best = bySubject.reduce((least, one) => (one.findings.length < least.findings.length ? one : least));
  if (best.findings.length === 0 || groups.length < 2) return best;
  // One sentence, one subject: parts that are each said somewhere do not stand together because of it.
  const saidElsewhere = (finding: Finding): boolean =>
    groups.some(
      (group) =>
        group !== best.group &&
        !checkIn(sentence, group, lexicon).findings.some(
          ({ start, end }) => start < finding.end && finding.start < end,
        ),
    );
  const findings = best.findings.map(
    (finding): Finding =>
      saidElsewhere(finding)
        ? { ...finding, kind: 'merged', why: 'The sources say this of another subject, not of the one told here.' }
        : finding,
  );
  return { findings, computed: [] };
}

/** The sentence as it stands in the source, but for its last mark. */
function isVerbatim(sentence: Sentence, { sentence: said, labelLength }: Unit): boolean {
  const bare = (text: string): string => text.replace(/[.!;:,\s]+$/u, '').trim();
  return bare(sentence.text) === bare(said.text.slice(labelLength));
}

function checkIn(sentence: Sentence, group: SubjectGroup, lexicon: Lexicon): Checked {
  const matches = [...Array(sentence.segments).keys()].map((segment) => bestMatch(sentence, segment, group, lexicon));
  return {
    findings: matches.flatMap(({ findings }) => findings),
    computed: matches.flatMap(({ computed }) => computed),
  };
}

function bestMatch(told: Sentence, segment: number, group: SubjectGroup, lexicon: Lexicon): ClauseMatch {
  const whole = [...group.headings, ...group.passages];
  let best: ClauseMatch | undefined;
  for (const unit of [...group.passages, undefined]) {
    const match = checkClause({ told, segment, unit, headings: group.headings, whole, lexicon });
    const fewer = !best || match.findings.length < best.findings.length;
    if (fewer || (match.findings.length === best!.findings.length && match.overlap > best!.overlap)) best = match;
  }
  return best!;
}
