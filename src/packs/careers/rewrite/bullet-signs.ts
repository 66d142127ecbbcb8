// What makes a bullet strong or weak: how it begins, what it says nothing with, how long it is, in which tense it stands.

const IRREGULAR_PAST =
  'led|built|ran|won|wrote|grew|cut|made|took|gave|held|drove|taught|sold|bought|began|brought|oversaw|set|kept|met|paid|found|spoke|rebuilt|rewrote|chose|drew|fought|sought|sped|spent|split|spun|stood|saw|rose|put|shot|undertook|upheld|withdrew|bid|beat';
const PLAIN_VERBS =
  'lead|build|run|win|write|grow|cut|make|take|give|hold|drive|teach|sell|buy|begin|bring|oversee|set|keep|meet|pay|find|speak|rebuild|rewrite|choose|draw|manage|develop|design|create|deliver|improve|reduce|increase|launch|plan|coordinate|maintain|support|train|review|test|automate|migrate|implement|introduce|organise|organize|analyse|analyze|advise|negotiate|prepare|present|research|report|operate|repair|install|configure|monitor|mentor|coach|own|define|establish|optimise|optimize|assess|treat|care|serve|cook|produce|publish|edit|translate|supervise|recruit|schedule|audit|calculate|model|ship|scale|deploy|integrate|document|teach|guide|handle|process|secure|simplify|standardise|standardize|streamline';

const PAST = new RegExp(`^(?:i |we )?(?:${IRREGULAR_PAST}|(?!need|speed|feed|red\\b|bed)[a-z-]{2,}ed)\\b`, 'i');
const PRESENT = new RegExp(`^(?:i |we )?(?:${PLAIN_VERBS})(?:e?s)?\\b`, 'i');
const GERMAN =
  /^(?:ich |wir )?(?:\p{L}{3,}(?:te|ete|ierte|ten)|baute|leitete|führte|schrieb|hielt|gewann|\p{L}{3,}e|\p{L}{4,}(?:ung|au|tion|ierung|leitung|führung|wicklung))(?!\p{L})/iu;

const WEAK_OPENING =
  /^(?:i )?(?:was |were |am |is |are )?(?:also )?(?:responsible for|in charge of|tasked with|duties|my duties|tasks|responsibilities|helped|helping|assisted|assisting|worked on|working on|involved in|participated in|participating in|contributed to|zuständig für|verantwortlich für|mitarbeit|mithilfe|unterstützung|half bei|zu meinen aufgaben)(?!\p{L})/iu;
const EMPTY =
  /(?<!\p{L})(?:various|several different|etc\.?|team[- ]player|hard[- ]working|results[- ]driven|results[- ]oriented|passionate|motivated|dynamic|detail[- ]oriented|self[- ]starter|go[- ]getter|synerg\p{L}+|think outside the box|best of breed|very|really|successfully|diverse|usw\.?|etc|teamfähig\p{L}*|belastbar\p{L}*|motiviert\p{L}*|dynamisch\p{L}*|leidenschaftlich\p{L}*|erfolgreich)(?!\p{L})/iu;

export const SHORTEST = 5;
export const LONGEST = 32;

export const wordCount = (text: string): number => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.+#%-]*/gu) ?? []).length;
export const hasWeakWords = (text: string): boolean => WEAK_OPENING.test(text) || EMPTY.test(text);
export const isWellLong = (text: string): boolean => wordCount(text) >= SHORTEST && wordCount(text) <= LONGEST;

/** Opens with what was done, and not with who was responsible for it. */
export function opensWithAction(text: string, language: 'en' | 'de'): boolean {
  if (WEAK_OPENING.test(text)) return false;
  return language === 'de' ? GERMAN.test(text) : tenseOf(text) !== undefined;
}

/** English alone; undefined where its opening does not tell. "Cut" and "set" are both. */
export function tenseOf(text: string): 'past' | 'present' | 'either' | undefined {
  const [past, present] = [PAST.test(text), PRESENT.test(text)];
  if (past && present) return 'either';
  return past ? 'past' : present ? 'present' : undefined;
}
