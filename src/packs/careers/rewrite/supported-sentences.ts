// Sentences made of a person's facts by templates, in English and German. Each goes through the gate with what it cites; one that the
// facts do not carry is left out.

import { splitSentences } from '../../../recognize/sentences.ts';
import type { GateSource } from '../../../write/gate/gate-source.ts';
import { sentenceRules } from '../../../write/rules/sentence-rules.ts';
import type { ResumeBody } from '../exports/resume-body.ts';
import { tenseOf } from './bullet-signs.ts';
import type { Judge } from './judge-relevance.ts';
import { isSupported } from './plain-operations.ts';
import { joined } from './prove-skills.ts';
import type { TextLanguage } from './resume-language.ts';
import { dateInWords, isOpenIn, STATION, VALUE } from './resume-sources.ts';
import type { PlacedSkill } from './wanted-skills.ts';

export interface CitedSentence {
  text: string;
  sources: string[];
}

export interface Facts {
  record: ResumeBody;
  sources: readonly GateSource[];
  language: TextLanguage;
}

/** The first of some wordings that the facts carry. */
function firstSupported(wordings: readonly string[], ids: readonly string[], { sources }: Facts): CitedSentence[] {
  const cited = sources.filter(({ id }) => ids.includes(id));
  const text = wordings.find((one) => one !== '' && isSupported(one, cited));
  return text === undefined ? [] : [{ text, sources: cited.map(({ id }) => id) }];
}

/** "I have worked as Engineer at Vale since March 2019." */
export function stationSentence(facts: Facts, i: number): CitedSentence[] {
  const { record, language, sources } = facts;
  const { name, position, startDate, endDate } = record.work?.[i] ?? {};
  if (!name || !position) return [];
  const say = (iso: string | undefined): string => (iso ? dateInWords(iso, language) : '');
  const open = isOpenIn(sources)(`work[${i}]`);
  const [from, to] = [say(startDate), say(endDate)];
  const en =
    from && to
      ? [`From ${from} to ${to} I worked as ${position} at ${name}.`]
      : open && !to
        ? [`I have worked as ${position} at ${name} since ${from}.`]
        : [`I worked as ${position} at ${name}.`];
  const de =
    from && to
      ? [`Von ${from} bis ${to} war ich ${position} bei ${name}.`]
      : open && !to
        ? [`Seit ${from} bin ich ${position} bei ${name}.`]
        : [`Ich war ${position} bei ${name}.`];
  const plain = [`${position}, ${name}.`];
  return firstSupported([...(language === 'de' ? de : en), ...plain], [`${STATION}work[${i}]`], facts);
}

const decapitalised = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A bullet as a sentence: "I led …" where its verb is clear, otherwise as it stands. Only the first sentence of it. */
export function bulletSentence(facts: Facts, path: string, bullet: string): CitedSentence[] {
  const station = /^[a-z]+\[\d+\]/.exec(path)?.[0] ?? '';
  const first = splitSentences(bullet)[0];
  const said = first ? bullet.slice(first.start, first.end) : bullet;
  const plain = facts.language === 'en' ? sentenceRules.reduce((text, rule) => rule.rewrite(text), said) : said;
  const spoken = facts.language === 'en' && tenseOf(plain) !== undefined ? [`I ${decapitalised(plain)}`] : [];
  const wordings = [...spoken, plain, said].map((one) => ended(one.trim()));
  return firstSupported(wordings, [STATION + station, VALUE + path], facts);
}

export function skillsSentence(facts: Facts, skills: readonly PlacedSkill[]): CitedSentence[] {
  const words = [...new Set(skills.map(({ span }) => span.text))];
  if (words.length === 0) return [];
  const list = joined(words, facts.language);
  const wordings =
    facts.language === 'de' ? [`Ich arbeite mit ${list}.`, `${list}.`] : [`I work with ${list}.`, `${list}.`];
  return firstSupported(
    wordings,
    skills.map(({ span }) => span.source!),
    facts,
  );
}

export function degreeSentence(facts: Facts): CitedSentence[] {
  const [school] = facts.record.education ?? [];
  if (!school?.studyType || !school.institution) return [];
  const { studyType, area, institution } = school;
  const article = /^[AEIOU]|^(?:M[A-Z]|MSc|MBA)\b/.test(studyType) ? 'an' : 'a';
  const what = area ? `${studyType} in ${area}` : studyType;
  const en = [
    `I hold ${article} ${what} from ${institution}.`,
    `${[studyType, area, institution].filter(Boolean).join(', ')}.`,
  ];
  const de = [`Ich habe einen Abschluss: ${[studyType, area, institution].filter(Boolean).join(', ')}.`, en[1]!];
  return firstSupported(facts.language === 'de' ? de : en, [`${STATION}education[0]`], facts);
}

/** Languages that the job names. */
export function languageSentences(facts: Facts, description: string | undefined): CitedSentence[] {
  return (facts.record.languages ?? []).flatMap(({ language, fluency }, i) => {
    if (!language || !description?.toLowerCase().includes(language.toLowerCase())) return [];
    const level = fluency ? ` (${fluency})` : '';
    const wordings = facts.language === 'de' ? [`Ich spreche ${language}${level}.`] : [`I speak ${language}${level}.`];
    return firstSupported(
      [...wordings, `${language}${level}.`],
      [`${VALUE}languages[${i}].language`, `${VALUE}languages[${i}].fluency`],
      facts,
    );
  });
}

export interface Achievement {
  path: string;
  text: string;
  station: number;
  rank: number;
  toJob: number;
}

/** Bullets of the stations, the strongest first. */
export function achievementsOf({ work = [] }: ResumeBody, judge: Judge): Achievement[] {
  const all = work.flatMap(({ highlights = [] }, station) =>
    highlights.map((text, j) => ({ path: `work[${station}].highlights[${j}]`, text, station, ...judge(text) })),
  );
  return all.sort((a, b) => b.rank - a.rank);
}

/** As one text: what it says and everything that it cites. */
export function paragraphOf(sentences: readonly CitedSentence[]): CitedSentence | undefined {
  if (sentences.length === 0) return undefined;
  const text = sentences.map((one) => one.text).join(' ');
  return { text, sources: [...new Set(sentences.flatMap(({ sources }) => sources))] };
}
