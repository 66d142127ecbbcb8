// What belongs together: who did it, what went where, which thing had which quality. Every word may be true and the sentence false.

import { isActorSaid } from './check-actors.ts';
import { alignedSegment } from './check-manner.ts';
import type { Finding, Found, MannerInput } from './clause.ts';
import { isContent } from './content-words.ts';
import { saysWord } from './match-words.ts';
import type { Unit } from './prepare-sources.ts';
import { isVerbForm, type Sentence } from './read-text.ts';
import { attributes, issuerLabels, issuingVerbs, receivingVerbs, recipientLabels } from './vocabulary/claim-words.ts';
import type { Word } from './word.ts';

export function checkBindings(input: MannerInput): Finding[] {
  return [subject(input), directions(input), agent(input), parties(input), ...qualities(input)].filter(
    (one) => one !== undefined,
  );
}

/** The one who acts, and every name, stands in the clause of the source that says what is told. */
function subject(input: MannerInput): Finding | undefined {
  const { unit, words: all, found } = input;
  if (!unit || unit.sentence.segments < 2 || isActorSaid(input)) return undefined;
  for (const phrase of new Set(all.map((word) => word.phrase))) {
    const item = all.filter((word) => word.phrase === phrase);
    const finding = subjectOf({ unit, found, words: item.length > 1 ? item : all });
    if (finding) return finding;
  }
  return undefined;
}

function subjectOf({ unit, words, found }: { unit: Unit; words: readonly Word[]; found: Found }): Finding | undefined {
  const aligned = alignedSegment({ unit, words, found });
  if (aligned === undefined) return undefined;
  const weight = (segment: number): number =>
    words.filter((word) =>
      (found.get(word) ?? []).some((one) => one.unit === unit && !one.carried && one.word.segment === segment),
    ).length;
  for (const [i, word] of words.entries()) {
    if (!word.name && (i > 0 || isVerbForm(word.raw) || isVerbForm(words[0]!.folded))) continue;
    const occurrences = found.get(word) ?? [];
    if (
      occurrences.length === 0 ||
      occurrences.some((one) => one.unit !== unit || one.carried || one.word.segment === aligned)
    )
      continue;
    // "English (fluent)": one item of a list, whatever brackets are in it.
    const item = new Set(unit.sentence.words.filter((one) => one.segment === aligned).map(({ phrase }) => phrase));
    if (occurrences.some((one) => item.has(one.word.phrase))) continue;
    if (weight(occurrences[0]!.word.segment) > weight(aligned) || isElided(unit, aligned, occurrences[0]!.word.segment))
      continue;
    return {
      start: word.start,
      end: word.end,
      kind: 'attribution',
      why: 'The source says this of something or somebody else.',
      near: { unit },
    };
  }
  return undefined;
}

/** "The fee is fixed and may be raised": the second clause has the subject of the first. */
function isElided(unit: Unit, aligned: number, from: number): boolean {
  const clause = unit.sentence.words.filter((word) => word.segment === aligned);
  const first = clause.find((word) => !/^(?:and|or|but|und|oder|aber|then)$/.test(word.folded));
  return (
    from === aligned - 1 &&
    clause[0] !== first &&
    first !== undefined &&
    (isVerbForm(first.raw) || first.free || /^(?:may|shall|will|can|must)$/.test(first.folded))
  );
}

/** From the one to the other, not the other way round. */
function directions({ words, found }: MannerInput): Finding | undefined {
  for (const word of words) {
    if (word.direction === undefined) continue;
    const directed = (found.get(word) ?? []).filter((one) => one.word.direction !== undefined);
    if (directed.length === 0 || directed.some((one) => one.word.direction === word.direction)) continue;
    return {
      start: word.start,
      end: word.end,
      kind: 'attribution',
      why: 'The source says it the other way round.',
      near: { unit: directed[0]!.unit },
    };
  }
  return undefined;
}

interface Act {
  verb: Word;
  by: Word[];
}

const BE = /^(?:is|are|was|were|be|been|being|wird|wurde|werden|wurden)$/;
const ARTICLE = /^(?:the|a|an|der|die|das|den|dem)$/;

/** Verbs of a sentence with the names that do them: before the verb, or behind "by" when something is done to it. */
function actsOf(sentence: Sentence): Act[] {
  const acts: Act[] = [];
  const { words } = sentence;
  for (const [i, verb] of words.entries()) {
    if (verb.name || !isContent(verb)) continue;
    const inClause = (word: Word | undefined): word is Word => word !== undefined && word.segment === verb.segment;
    const passive = [1, 2].some((back) => inClause(words[i - back]) && BE.test(words[i - back]!.raw.toLowerCase()));
    let by: Word[] = [];
    if (passive || /(?:ed|en|wn)$/.test(verb.folded)) {
      const at = words.findIndex(
        (word, k) => k > i && inClause(word) && /^(?:by|von|vom)$/.test(word.raw.toLowerCase()),
      );
      if (at > 0) by = namesFrom(words, at + 1);
    }
    if (!passive && by.length === 0) {
      let end = i - 1;
      while (
        inClause(words[end]) &&
        !isProper(words[end]!, sentence) &&
        (words[end]!.free || /^(?:may|can|shall|will|must|should|not)$/.test(words[end]!.folded))
      )
        end--;
      while (inClause(words[end]) && isProper(words[end]!, sentence)) by.unshift(words[end--]!);
      // "from Kestrel Metals cost": behind a preposition a name does nothing.
      if (
        /^(?:from|by|with|for|at|of|to|in|on|and|und|von|bei|für|mit)$/.test(words[end]?.raw.toLowerCase() ?? '') &&
        inClause(words[end])
      )
        by = [];
    }
    const isDoneTo =
      by.length > 0 &&
      !passive &&
      words.some(
        (word) =>
          word.segment === verb.segment &&
          word.phrase === verb.phrase &&
          word.end <= by[0]!.start &&
          isVerbForm(word.raw) &&
          isContent(word) &&
          /(?:ed)$/.test(word.folded),
      );
    if (by.length > 0 && !isDoneTo) acts.push({ verb, by });
  }
  return acts;
}

/** The first word of a sentence has its capital anyway: it is a name where another capital follows it. */
function isProper(word: Word, sentence: Sentence): boolean {
  if (word.name) return true;
  const next = sentence.words[sentence.words.indexOf(word) + 1];
  return (
    word.start === sentence.start &&
    !word.free &&
    /^\p{Lu}/u.test(word.raw) &&
    next?.name === true &&
    next.start - word.end === 1
  );
}

function namesFrom(words: readonly Word[], at: number): Word[] {
  const names: Word[] = [];
  for (let i = at; i < words.length; i++) {
    const word = words[i]!;
    if (names.length === 0 && ARTICLE.test(word.raw.toLowerCase())) continue;
    if (!/^\p{Lu}/u.test(word.raw)) break;
    names.push(word);
  }
  return names;
}

function agent({ told, segment, unit, lexicon }: MannerInput): Finding | undefined {
  if (!unit || lexicon.language === 'de') return undefined;
  const said = actsOf(unit.sentence);
  for (const act of actsOf(told)) {
    if (act.verb.segment !== segment) continue;
    const same = said.filter((one) => saysWord(one.verb, act.verb, lexicon));
    if (same.length === 0 || same.some((one) => overlap(one.by, act.by))) continue;
    return {
      start: act.by[0]!.start,
      end: act.by.at(-1)!.end,
      kind: 'attribution',
      why: 'The source says that somebody else did it.',
      near: { unit },
    };
  }
  return undefined;
}

const overlap = (a: readonly Word[], b: readonly Word[]): boolean =>
  a.some((one) =>
    b.some(
      (other) =>
        one.folded === other.folded ||
        one.stems.slice(1).includes(other.stems[0]!) ||
        other.stems.slice(1).includes(one.stems[0]!),
    ),
  );

/** Who billed whom, when the sources are labelled values: "Seller", "Customer". */
function parties({ told, segment, headings, lexicon }: MannerInput): Finding | undefined {
  const labelled = (labels: ReadonlySet<string>): Unit[] =>
    headings.filter(
      ({ source, sentence }) =>
        source.kind === 'value' &&
        sentence.words.some(
          (word) => word.end <= sentence.start + (source.label?.length ?? 0) && labels.has(word.folded),
        ),
    );
  const [issuers, recipients] = [labelled(issuerLabels), labelled(recipientLabels)];
  if (issuers.length === 0 || recipients.length === 0) return undefined;
  const named = (units: readonly Unit[], by: readonly Word[]): boolean =>
    units.some(({ sentence }) => overlap(sentence.words, by));
  for (const act of actsOf(told)) {
    const is = (verbs: ReadonlySet<string>): boolean => act.verb.stems.some((stem) => lexicon.isOneOf(verbs, stem));
    if (act.verb.segment !== segment || is(issuingVerbs) === is(receivingVerbs)) continue;
    const [right, wrong] = is(issuingVerbs) ? [issuers, recipients] : [recipients, issuers];
    if (named(wrong, act.by) && !named(right, act.by))
      return {
        start: act.by[0]!.start,
        end: act.by.at(-1)!.end,
        kind: 'attribution',
        why: 'The sources name the other party for this.',
        near: { unit: right[0]! },
      };
  }
  return undefined;
}

/** "A green backpack and a grey notebook" holds no green notebook. */
function qualities({ words, found, lexicon, told, unit, headings }: MannerInput): Finding[] {
  const findings: Finding[] = [];
  const is = (word: Word): boolean =>
    !/^(?:goods|damage|lights?|rights?|schaden)$/.test(word.folded) &&
    (attributes.has(word.folded) || lexicon.isOneOf(attributes, word.stems[0]!));
  for (const word of words) {
    if (!is(word) || word.denied) continue;
    const partner = partnerOf(word, told.words, is, lexicon.language === 'de');
    if (!partner || !found.has(partner) || !found.has(word)) continue;
    const units = unit ? [unit, ...headings] : headings;
    const together = units.some(({ sentence, carried, source }) =>
      [sentence.words, carried.map((one) => one.word)].some((all) =>
        all.some(
          (one) =>
            saysWord(one, word, lexicon) &&
            all.some(
              (other) =>
                other !== one &&
                ((other.phrase === one.phrase && isBeside(one, other, all)) || source.kind === 'value') &&
                saysWord(other, partner, lexicon),
            ),
        ),
      ),
    );
    if (together) continue;
    findings.push({
      start: word.start,
      end: partner.end > word.start ? Math.max(word.end, partner.end) : word.end,
      kind: 'attribution',
      why: 'The source says this of something else.',
      near: unit && { unit },
    });
  }
  return findings;
}

const BETWEEN =
  /^(?:in|on|at|with|of|from|under|near|by|for|over|behind|beside|mit|im|in|auf|aus|am|an|von|vom|bei|unter|neben|has|have|had|hat|haben|contains?|contained|holds?|bears?)$/;

/** Nothing between a quality and its thing that begins another thing: "a brown bag with a red strap" has no red bag. */
function isBeside(quality: Word, thing: Word, words: readonly Word[]): boolean {
  const [from, to] = quality.start < thing.start ? [quality, thing] : [thing, quality];
  const between = words.filter((word) => word.start >= from.end && word.end <= to.start);
  // "fluent in Spanish".
  if (from === quality && between.length === 1 && between[0]!.folded === 'in') return true;
  return !between.some((word) => BETWEEN.test(word.folded));
}

/** The thing that a quality is said of: the next content word of the list item, else the one before. */
function partnerOf(
  word: Word,
  words: readonly Word[],
  isQuality: (word: Word) => boolean,
  german: boolean,
): Word | undefined {
  const all = words.filter((one) => one.phrase === word.phrase && one.segment === word.segment);
  const item = all.filter((one) => isContent(one) && isBeside(word, one, all));
  const at = item.indexOf(word);
  const fits = (one: Word): boolean => !isQuality(one) && !isVerbForm(one.raw) && (!german || /^\p{Lu}/u.test(one.raw));
  return item.slice(at + 1).find(fits) ?? item.slice(0, at).findLast(fits);
}
