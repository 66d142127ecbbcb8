// One sentence of a rewrite against the subjects of the sources: the subject that carries it best, and what that one does not say.

import { checkClause } from './check-clause.ts';
import { checkStations } from './check-stations.ts';
import type { ClauseMatch, Computed, Finding, WordingSpan } from './clause.ts';
import { isContent } from './content-words.ts';
import type { Lexicon } from './lexicon.ts';
import { findOccurrences } from './match-words.ts';
import type { PreparedSources, SubjectGroup, Unit } from './prepare-sources.ts';
import type { Sentence } from './read-text.ts';

export interface CheckedSentence {
  sentence: Sentence;
  /** It stands in the sources as it is. */
  verbatim: boolean;
  /** The subject that says most of it. */
  group: SubjectGroup;
  /** One of each clause. */
  matches: readonly ClauseMatch[];
  findings: Finding[];
  computed: Computed[];
  wording: WordingSpan[];
}

export function checkSentence(
  sentence: Sentence,
  { groups, language }: PreparedSources,
  lexicon: Lexicon,
): CheckedSentence {
  const standing = groups.find((group) =>
    [...group.passages, ...group.headings].some((unit) => isVerbatim(sentence, unit)),
  );
  if (standing)
    return { sentence, verbatim: true, group: standing, matches: [], findings: [], computed: [], wording: [] };
  const bySubject = groups.map((group) => checkIn(sentence, group, lexicon));
  const best = bySubject.reduce((least, one) => (isBetter(one, least) ? one : least));
  if (best.findings.length + best.wording.length === 0 || groups.length < 2) return best;
  const stations = checkStations(
    sentence,
    { groups, language },
    lexicon,
    (segment, group) => bySubject.find((one) => one.group === group)!.matches[segment]!,
  );
  if (stations) return { ...best, ...stations, findings: [], wording: [] };
  if (best.findings.length === 0) return best;
  // One sentence, one subject: parts that are each said somewhere do not stand together because of it.
  const saidElsewhere = (finding: Finding): boolean =>
    bySubject.some(
      (other) =>
        other.group !== best.group &&
        !other.findings.some(({ start, end }) => start < finding.end && finding.start < end),
    );
  const findings = best.findings.map(
    (finding): Finding => (saidElsewhere(finding) ? { ...finding, merged: true } : finding),
  );
  return { ...best, findings, computed: [], wording: [] };
}

/** With less that no source says, then with fewer words of its own. */
const isBetter = (one: Judged, than: Judged): boolean =>
  one.findings.length < than.findings.length ||
  (one.findings.length === than.findings.length && one.wording.length < than.wording.length);
type Judged = Pick<ClauseMatch, 'findings' | 'wording'>;

/** The sentence as it stands in the source, but for its last mark. */
function isVerbatim(sentence: Sentence, { sentence: said, labelLength }: Unit): boolean {
  const bare = (text: string): string => text.replace(/[.!;:,\s]+$/u, '').trim();
  return bare(sentence.text) === bare(said.text.slice(labelLength));
}

function checkIn(sentence: Sentence, group: SubjectGroup, lexicon: Lexicon): CheckedSentence {
  const matches = [...Array(sentence.segments).keys()].map((segment) => bestMatch(sentence, segment, group, lexicon));
  for (const [segment, match] of matches.entries()) {
    const finding = turnedRelative(sentence, segment, match, { last: matches[segment - 1], lexicon });
    if (finding) matches[segment] = { ...match, findings: [...match.findings, finding], wording: [] };
  }
  return {
    sentence,
    verbatim: false,
    group,
    matches,
    findings: matches.flatMap(({ findings }) => findings),
    computed: matches.flatMap(({ computed }) => computed),
    wording: matches.flatMap(({ wording }) => wording),
  };
}

/** "the clinic, which I set up": what the clause before ends with must be spoken of where the relative clause is said. */
function turnedRelative(
  { words }: Sentence,
  segment: number,
  { unit, overlap }: ClauseMatch,
  { last, lexicon }: { last: ClauseMatch | undefined; lexicon: Lexicon },
): Finding | undefined {
  const first = words.find((word) => word.segment === segment);
  const thing = words.findLast((word) => word.segment === segment - 1 && isContent(word));
  if (first?.folded !== 'which' || !thing || !unit || !last || last.unit === unit || overlap === 0) return undefined;
  if (findOccurrences(thing, [unit], lexicon).length > 0) return undefined;
  const why = 'The source says this of something else.';
  return {
    start: first.start,
    end: words.findLast((word) => word.segment === segment)!.end,
    kind: 'attribution',
    why,
    near: { unit },
  };
}

function bestMatch(told: Sentence, segment: number, group: SubjectGroup, lexicon: Lexicon): ClauseMatch {
  const whole = [...group.headings, ...group.passages];
  let best: ClauseMatch | undefined;
  for (const unit of [...group.passages, undefined]) {
    const match = checkClause({ told, segment, unit, headings: group.headings, whole, lexicon });
    if (!best || isBetter(match, best)) best = match;
    else if (!isBetter(best, match) && match.overlap > best.overlap) best = match;
  }
  return best!;
}
