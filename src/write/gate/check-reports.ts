// What somebody is only said to have said, believed or feared is told with who said it: "according to the driver".

import type { Finding, MannerInput } from './clause.ts';
import { saysWord } from './match-words.ts';
import type { Sentence } from './read-text.ts';
import type { Word } from './word.ts';

const REPORTING =
  /^(?:said|says|say|saying|stated|states|claims?|claimed|believes?|believed|thinks?|thought|reports|reported|fears?|feared|worr(?:y|ies|ied)|warns?|warned|assumes?|assumed|suspects?|suspected|calls?|called|afraid|blames?|blamed|complains?|complained|argues?|argued|told|tells|concerned|hears?|heard|mentions?|mentioned|notes|noted|describes?|described|meint|meinte|sagt|sagte|glaubt|glaubte|behauptet|behauptete|vermutet|vermutete|furchtet|furchtete)$/;
const SOURCES = /^(?:according|laut|zufolge|angaben|aussage|view|opinion|words|ansicht|meinung)$/;
/** Of these what is said is a fact only as a fear, whoever says it. */
const FEARS = /^(?:fears?|feared|worr(?:y|ies|ied)|afraid|suspects?|suspected|thinks?|thought|believes?|believed)$/;

export function isReporting(word: Pick<Word, 'folded'>): boolean {
  return REPORTING.test(word.folded) || SOURCES.test(word.folded);
}

interface Report {
  mark: Word;
  /** Who is said to have said it, as far as it stands in the same sentence. */
  by: Word[];
  /** Where what is reported begins. */
  from: number;
  to: number;
}

export function reportOf({ words, text, start, end }: Sentence): Report | undefined {
  for (const [i, mark] of words.entries()) {
    if (SOURCES.test(mark.folded)) {
      const comma = text.indexOf(',', mark.end - start);
      const stop = comma < 0 ? end : start + comma;
      const by = words
        .slice(i + 1)
        .filter((word) => word.end <= stop && !/^(?:to|von|nach|der|die|das|dem|den|the)$/.test(word.folded));
      const before = /zufolge/.test(mark.folded) ? words.slice(Math.max(0, i - 3), i) : [];
      const who = [...(comma < 0 ? by.slice(0, 3) : by.slice(0, 6)), ...before];
      // "according to Google Play" names where it can be read, "according to the driver" whose word it is.
      if (
        /^according$/.test(mark.folded) &&
        !/^\s*to (?:the|my|his|her|our|their|mr|ms|mrs|dr)\b(?! (?:\p{L}+ )?(?:app|store|dashboard|data|report|statistics|figures|records|survey|log|system|register))/iu.test(
          text.slice(mark.end - start),
        )
      )
        return undefined;
      return { mark, by: who, from: start, to: end };
    }
    if (!REPORTING.test(mark.folded) || (mark.name && i > 0)) continue;
    const next = words[i + 1];
    if (!next || next.phrase !== mark.phrase) continue;
    const isFear = FEARS.test(mark.folded) || /^(?:call|describe|blame)/.test(mark.folded);
    const that = words.slice(i + 1, i + 4).find(({ folded }) => /^(?:that|dass|daß)$/.test(folded));
    const clause = words
      .slice(i + 1, i + 7)
      .some(({ folded }) =>
        /^(?:is|are|was|were|am|has|have|had|would|will|does|did|came|fell|can|could|ist|war|sei)$/.test(folded),
      );
    if (!that && !isFear && !clause) continue;
    if (/^(?:called|described|noted|mentioned|told|reported)$/.test(mark.folded) && !that && !clause) continue;
    const by = words.slice(0, i).filter((word) => word.segment === mark.segment || word.name);
    return { mark, by, from: (that ?? mark).end, to: end };
  }
  return undefined;
}

const PERSON = /^(?:i|he|she|they|we|ich|er|sie|wir)$/;

export function checkReports({ told, unit, words, found, lexicon }: MannerInput): Finding[] {
  if (!unit) return [];
  const said = reportOf(unit.sentence);
  if (!said) return [];
  const finding = (at: Word, why: string): Finding[] => [
    { start: at.start, end: at.end, kind: 'hedge', why, near: { unit } },
  ];
  const inReport = words.filter((word) => {
    const all = found.get(word) ?? [];
    return (
      all.length > 0 &&
      all.every(
        (one) =>
          one.unit === unit &&
          !one.carried &&
          one.word.start >= said.from &&
          !said.by.includes(one.word) &&
          one.word !== said.mark,
      )
    );
  });
  if (inReport.length === 0) return [];
  const telling = reportOf(told);
  const isTold = told.words.find((word) => isReporting(word));
  if (!telling && !isTold) {
    // "He said he does not drink": what people say of themselves is believed, what they fear is not.
    const who = said.by.find((word) => PERSON.test(word.folded));
    const next = unit.sentence.words.find((word) => word.start >= said.from && PERSON.test(word.folded));
    const ofSelf =
      next !== undefined && next.start - said.from < 3 && (who ? who.folded === next.folded : next.folded !== 'i');
    if (ofSelf && !FEARS.test(said.mark.folded)) return [];
    return finding(inReport[0]!, `The source says "${said.mark.raw}": it is only somebody's word.`);
  }
  if (!telling) return [];
  const named = (by: readonly Word[]): Word[] => by.filter((word) => !word.free);
  const [saidBy, toldBy] = [named(said.by), named(telling.by)];
  const isFirst = (by: readonly Word[]): boolean => by.some(({ folded }) => /^(?:i|we|ich|wir)$/.test(folded));
  const clash =
    (saidBy.length > 0 &&
      toldBy.length > 0 &&
      !toldBy.some((one) => saidBy.some((other) => saysWord(other, one, lexicon)))) ||
    (isFirst(telling.by) && saidBy.length > 0 && !isFirst(said.by));
  return clash ? finding(telling.mark, 'The source says that somebody else said it.') : [];
}
