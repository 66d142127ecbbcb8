// One clause of a rewrite against one sentence of the sources (with the headings of its subject): every part of it that is not
// supported there.

import { checkActors } from './check-actors.ts';
import { checkBindings } from './check-bindings.ts';
import { checkCoordination } from './check-coordination.ts';
import { checkGermanActs } from './check-german-acts.ts';
import { checkLimits } from './check-limits.ts';
import { checkManner } from './check-manner.ts';
import { checkPossessors } from './check-possessors.ts';
import { checkReports, isReporting, reportOf } from './check-reports.ts';
import { checkRoles } from './check-roles.ts';
import type { ClauseInput, ClauseMatch, Computed, Finding } from './clause.ts';
import { computeChange, computeEvidence } from './compute-evidence.ts';
import { isContent } from './content-words.ts';
import type { Code } from './find-codes.ts';
import { findWording } from './find-wording.ts';
import type { Lexicon } from './lexicon.ts';
import { isLight, isWeak } from './light-words.ts';
import { checkAmount } from './match-amounts.ts';
import { findOccurrences, isCompoundOfSaid, isFirstPartOfSaid, isLegalForm, type Occurrence } from './match-words.ts';
import type { Unit } from './prepare-sources.ts';
import { isVerbForm, type Sentence } from './read-text.ts';
import { credentialWords, hedges, quantifiers, superlatives, titleWords } from './vocabulary/claim-words.ts';
import { courtesies } from './vocabulary/courtesies.ts';
import type { Word } from './word.ts';

export function checkClause(input: ClauseInput): ClauseMatch {
  const { told, segment, unit, headings, whole, lexicon } = input;
  const units = unit ? [unit, ...headings] : [...headings];
  // A note lent to another subject has not the dates of that subject's heading.
  const dated = unit?.under ? [...units, unit.under] : units;
  const amountUnits = dated.filter(({ source }) => !unit || source.subject === unit.source.subject || !source.subject);
  const findings: Finding[] = [];
  const found = new Map<Word, readonly Occurrence[]>();
  let absent: Word[] = [];
  const words = told.words.filter((word) => word.segment === segment && isContent(word));
  const computed: Computed[] = [];
  if (isCourtesy(told)) return { findings, overlap: 0, computed, wording: [], unit, words, found };
  for (const word of words) {
    const occurrences = findOccurrences(word, isLegalForm(word) ? whole : units, lexicon);
    const borrowed = occurrences.length === 0 ? findKnown(word, input) : [];
    if (occurrences.length > 0) found.set(word, occurrences);
    else if (borrowed.length > 0) found.set(word, borrowed);
    else if (lexicon.language === 'de' && isCompoundOfSaid(word, units)) continue;
    else if (isSelf(word, whole, lexicon) || isOneUnit(word, told, units)) continue;
    else if (
      !isEachTime(word, told, units) &&
      !isSequence(word, told) &&
      !isMostOf(word, told, unit) &&
      !isSaidBySynonymModal(word, units) &&
      !isStillSo(word, units) &&
      !isToldReport(word, unit) &&
      !isNoFirmer(word, unit)
    )
      absent.push(word);
  }
  for (const code of told.codes) {
    if (code.segment !== segment) continue;
    if (!dated.some(({ sentence }) => sentence.codes.some((said) => isSameCode(said, code))))
      findings.push({
        start: code.start,
        end: code.end,
        kind: 'code',
        why: 'No source says this identifier.',
        near: unit && { unit },
      });
  }
  for (const mention of [...told.quantities, ...told.dates]) {
    if (mention.segment !== segment) continue;
    const finding = checkAmount(mention, told, amountUnits, lexicon);
    const computation = finding && 'bound' in mention ? computeEvidence(mention, input) : undefined;
    if (computation) {
      computed.push({ start: mention.start, end: mention.end, from: computation.from });
      absent = absent.filter((word) => !computation.licenses(word));
    } else if (finding) findings.push(finding);
  }
  const beside = [...found.values()].flat();
  if (absent.length === 1 && findings.length === 0 && isWeak(absent[0]!, words, { ...input, found })) absent = [];
  for (const word of absent) {
    if (isFirstPartOfSaid(word, beside, lexicon)) continue;
    const from = computeChange(word, unit);
    if (from) computed.push({ start: word.start, end: word.end, from });
    else if (!isHad(word, words, found, lexicon) && !isLight(word, { ...input, found }))
      findings.push(missing(word, unit, lexicon));
  }
  if (lexicon.language === 'en') findings.push(...lentByHeading(told, words, found, unit));
  const manner = { ...input, words, found };
  findings.push(...checkManner(manner), ...checkBindings(manner), ...checkActors(manner), ...checkGermanActs(manner));
  findings.push(...checkPossessors(manner), ...checkLimits(manner));
  findings.push(...checkRoles(manner), ...checkReports(manner), ...checkCoordination(manner));
  const overlap = words.filter((word) => found.get(word)?.some((one) => one.unit === unit)).length;
  const isOnlyNew = findings.every(({ absent: word, kind }) => word && kind === 'claim');
  const wording = isOnlyNew && findWording({ ...manner, absent: findings.map(({ absent: word }) => word!) });
  if (wording) return { findings: [], overlap, computed, wording, unit, words, found };
  return { findings: distinct(findings), overlap, computed, wording: [], unit, words, found };
}

const DEFINITE = /^(?:the|his|her|their|its|this|these|those|my|our|your)$/;

/** "the kettle", of which an earlier sentence of the same source tells: what a clause begins with is taken up from there. */
function findKnown(word: Word, { told, segment, unit, whole, lexicon }: ClauseInput): readonly Occurrence[] {
  const article = told.words[told.words.indexOf(word) - 1];
  const first = told.words.find((one) => one.segment === segment && isContent(one));
  // Word order tells what a German clause is about too seldom.
  if (
    lexicon.language !== 'en' ||
    word !== first ||
    !DEFINITE.test(article?.folded ?? '') ||
    isVerbForm(word.raw) ||
    word.denied
  )
    return [];
  const same = whole.filter(({ source }) => source === unit?.source);
  return findOccurrences(word, same, lexicon);
}

const isSameCode = (said: Code, told: Code): boolean =>
  said.value === told.value || said.value === told.or || said.or === told.value;

const WEAK =
  /^(?:would|might|could|possibly|perhaps|probably|likely|estimated|expected|expects?|unless|if|should|planned|pending|könnten?|sollten?|möglicherweise|voraussichtlich|wahrscheinlich|vermutlich|falls|sofern|würden?|geplant)$/;
const UNSURE_BEFORE =
  /^(?:please|due|needs?|asks?|bitten?|bittet|permitted|allowed|advised|recommended|permitting|estimate|hope|depends?|erlaubt|empfohlen|falls|wenn|unless|if|only|cannot|yet|pending|können|vorbehaltlich)$/;

/** "would", "unless" where the source itself speaks of what is not certain: told with no more firmness. */
const isNoFirmer = (word: Word, unit: Unit | undefined): boolean =>
  (/^(?:would|might)$/.test(word.folded) && !word.denied) ||
  (WEAK.test(word.raw.toLowerCase()) &&
    unit?.sentence.words.some(({ raw }) => hedges.has(raw.toLowerCase()) || UNSURE_BEFORE.test(raw.toLowerCase())) ===
      true);

/** Thanks and greetings, without a figure or a name. */
const isCourtesy = ({ words, quantities, dates, codes }: Sentence): boolean =>
  quantities.length + dates.length + codes.length === 0 &&
  words.filter(isContent).every((word) => courtesies.has(word.folded));

/** "currently", where a period is open. */
const isStillSo = (word: Word, units: readonly Unit[]): boolean =>
  /^(?:currently|current|now|present|presently|today|derzeit|aktuell|heute|momentan)$/.test(word.folded) &&
  units.some(({ sentence }) => sentence.dates.some(({ role }) => role === 'since'));

/** "Librarian" above what was done says who did it; it is no librarian that something was done to. */
function lentByHeading(
  told: Sentence,
  words: readonly Word[],
  found: ReadonlyMap<Word, readonly Occurrence[]>,
  unit: Unit | undefined,
): Finding[] {
  const own = words.findIndex((word) => found.get(word)?.some((one) => one.unit === unit) && !word.name);
  if (own < 0) return [];
  // "as cabin crew", "in a workshop": where and as what something was done.
  const isSetting = (word: Word): boolean => {
    for (let at = told.words.indexOf(word) - 1; at >= 0; at--) {
      const before = told.words[at]!;
      if (SETTING.test(before.folded)) return true;
      const isBetween =
        /^(?:the|a|an|my|our|his|her|their|its)$/.test(before.folded) ||
        (words.includes(before) && found.has(before) && !isVerbForm(before.raw));
      if (!isBetween || before.phrase !== word.phrase) return false;
    }
    return false;
  };
  return words.slice(own + 1).flatMap((word): Finding[] => {
    const from = found.get(word) ?? [];
    const isLent =
      !word.name &&
      from.length > 0 &&
      from.every(
        (one) => one.unit !== unit && one.unit.source.kind === 'passage' && one.unit.heading && !one.word.name,
      );
    if (!isLent || isSetting(word)) return [];
    return [
      {
        start: word.start,
        end: word.end,
        kind: 'attribution',
        why: 'The source says this of another thing.',
        near: { unit: from[0]!.unit },
      },
    ];
  });
}

const SETTING = /^(?:as|at|in|on|under|within|from|during|of)$/;

const DUTY = /^(?:must|shall|will|required|obliged|agreed|promised|soll|muss|wird|verpflichtet)$/;
const LEAVE = /^(?:may|can|could|might|allowed|permitted|kann|können|darf|dürfen)$/;

/** "shall" says what "must" says, "may" what "is allowed to" says; "may not" what "shall not" says. */
function isSaidBySynonymModal(word: Word, units: readonly Unit[]): boolean {
  const lower = word.raw.toLowerCase();
  const families = word.denied ? [DUTY, LEAVE] : [DUTY.test(lower) ? DUTY : LEAVE];
  if (!(DUTY.test(lower) || LEAVE.test(lower)) || /^(?:agreed|promised|could|might)$/.test(lower)) return false;
  return units.some(({ sentence: { words } }) =>
    words.some(
      (said, i) =>
        said.denied === word.denied &&
        (families.some((family) => family.test(said.folded)) ||
          (families.includes(DUTY) && /^\p{Ll}{2,}zu\p{Ll}{3,}en$/u.test(said.raw)) ||
          (families.includes(DUTY) &&
            said.folded === 'zu' &&
            words.some(({ folded }) => /^(?:ist|sind)$/.test(folded))) ||
          (families.includes(DUTY) && /^(?:is|are)$/.test(said.folded) && words[i + 1]?.folded === 'to')),
    ),
  );
}

/** "received a diploma" of "diploma from Orton College": whoever has it got it. */
const isHad = (word: Word, told: readonly Word[], found: ReadonlyMap<Word, unknown>, lexicon: Lexicon): boolean =>
  /^(?:holds?|held|holder|received?|earned?|obtained?|gained?|awarded|completed|graduated|have|has|got)$/.test(
    word.folded,
  ) &&
  told.some(
    (one) => found.has(one) && (credentialWords.has(one.folded) || lexicon.isOneOf(credentialWords, one.stems[0]!)),
  );

const SELF =
  /^(?:contract|agreement|lease|invoice|order|quotation|quote|offer|meeting|session|minutes|report|vertrag|mietvertrag|rechnung|angebot|bestellung|sitzung|gesprach)$/;

/** What the whole of the sources is about, wherever they name it. */
const isSelf = (word: Word, whole: readonly Unit[], lexicon: Lexicon): boolean =>
  SELF.test(word.folded) && findOccurrences(word, whole, lexicon).some((one) => !one.word.denied);

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;

/** "every Thursday" of "on Thursdays", "every week" of "weekly" and "a week". */
function isEachTime(word: Word, { words }: Sentence, units: readonly Unit[]): boolean {
  const time = words[words.indexOf(word) + 1];
  if (!/^(?:every|each)$/.test(word.folded) || !time) return false;
  return units.some(({ sentence }) =>
    sentence.words.some((said, i) => {
      if (WEEKDAY.test(time.folded)) return said.folded === `${time.folded}s`;
      if (!(said.stems[0] === time.stems[0])) return false;
      return /ly$/.test(said.folded) || /^(?:a|per|each|every)$/.test(sentence.words[i - 1]?.folded ?? '');
    }),
  );
}

/** "first as a clerk, then as a manager": in what order it is told. */
/** "most of them" of "mostly". */
const isMostOf = (word: Word, { words }: Sentence, unit: Unit | undefined): boolean =>
  word.folded === 'most' &&
  /^(?:of|part)$/.test(words[words.indexOf(word) + 1]?.folded ?? '') &&
  unit?.sentence.words.some(({ folded }) => /^(?:mostly|mainly|chiefly|largely|predominantly)$/.test(folded)) === true;

const isSequence = (word: Word, { words }: Sentence): boolean =>
  word.folded === 'first' &&
  (/^(?:as|a|an|at)$/.test(words[words.indexOf(word) + 1]?.folded ?? '') ||
    words[words.indexOf(word) - 1]?.folded === 'at') &&
  words.some(({ folded }) => /^(?:then|later|now|since|afterwards|before|from)$/.test(folded));

const LENGTHS: Record<string, readonly [string, number]> = {
  year: ['months', 12],
  month: ['months', 1],
  week: ['seconds', 604_800],
  day: ['seconds', 86_400],
  hour: ['seconds', 3600],
};

/** "in a year" of "within one year". */
function isOneUnit(word: Word, told: Sentence, units: readonly Unit[]): boolean {
  const length = LENGTHS[word.folded];
  const [article, before] = [told.words[told.words.indexOf(word) - 1], told.words[told.words.indexOf(word) - 2]];
  if (!length || article?.folded !== 'a' || !/^(?:in|within|after|for)$/.test(before?.folded ?? '')) return false;
  return units.some(({ sentence }) =>
    sentence.quantities.some(
      (one) => one.dimension === length[0] && one.readings.includes(length[1]) && one.bound === 'exact',
    ),
  );
}

/** "according to the driver" of "the driver said". */
const isToldReport = (word: Word, unit: Unit | undefined): boolean =>
  unit !== undefined && isReporting(word) && reportOf(unit.sentence) !== undefined;

function missing(word: Word, unit: Unit | undefined, lexicon: Lexicon): Finding {
  const is = (set: ReadonlySet<string>): boolean => set.has(word.folded) || lexicon.isOneOf(set, word.stems[0]!);
  const base = { start: word.start, end: word.end, near: unit && { unit }, absent: word };
  if (is(credentialWords))
    return { ...base, kind: 'credential', why: 'No source names this degree, certificate or award.' };
  if (is(superlatives) || /^\p{L}{3,}est$/u.test(word.folded))
    return { ...base, kind: 'superlative', why: 'No source makes this comparison.' };
  if (is(quantifiers)) return { ...base, kind: 'quantifier', why: 'No source says how much of it.' };
  if (is(titleWords)) return { ...base, kind: 'title', why: 'No source gives this title or rank.' };
  if (hedges.has(word.folded)) return { ...base, kind: 'hedge', why: 'No source says it with this firmness.' };
  if (/\+\+|#|\.\p{L}|\p{Ll}\p{Lu}|^\p{Lu}{2,}$/u.test(word.raw))
    return { ...base, kind: 'skill', why: 'No source names it.' };
  if (word.name) return { ...base, kind: 'name', why: 'No source names it.' };
  return { ...base, kind: 'claim', why: 'Nothing cited says this.' };
}

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ start, end, kind }) => {
    const key = `${start} ${end} ${kind}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
