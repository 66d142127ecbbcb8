// Rules that make an English sentence plainer without adding to it. Each gives the new sentence and says why, or leaves it.

export interface SentenceRule {
  id: string;
  reason: string;
  /** The sentence rewritten; the same when the rule does not apply. */
  rewrite(sentence: string): string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "managing" → "managed", for verbs whose past an ending shows. */
function pastOfGerund(gerund: string): string | undefined {
  const irregular: Record<string, string> = {
    leading: 'led',
    writing: 'wrote',
    running: 'ran',
    building: 'built',
    keeping: 'kept',
    making: 'made',
    teaching: 'taught',
    selling: 'sold',
    buying: 'bought',
    overseeing: 'oversaw',
    giving: 'gave',
    taking: 'took',
    setting: 'set',
    cutting: 'cut',
    holding: 'held',
    meeting: 'met',
    paying: 'paid',
    finding: 'found',
    driving: 'drove',
    speaking: 'spoke',
    doing: 'did',
    being: '',
    having: '',
  };
  const lower = gerund.toLowerCase();
  if (Object.hasOwn(irregular, lower)) return irregular[lower] === '' ? undefined : irregular[lower];
  const stem = /^([a-z]{3,20})ing$/.exec(lower)?.[1];
  if (!stem) return undefined;
  return stem.endsWith('y') && !/[aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}

const FILLERS: readonly (readonly [RegExp, string])[] = [
  [/\bin order to\b/gi, 'to'],
  [/\bdue to the fact that\b/gi, 'because'],
  [/\bat this point in time\b/gi, 'now'],
  [/\bin the event that\b/gi, 'if'],
  [/\bfor the purpose of\b/gi, 'for'],
  [/\bwith regard to\b/gi, 'about'],
  [/\b(?:really|very|quite|basically|actually|simply|literally|essentially) (?=\p{Ll})/giu, ''],
  [/\b(?:successfully|effectively|efficiently) (?=\p{Ll})/giu, ''],
  [/,? as needed\b/gi, ''],
];

export const sentenceRules: readonly SentenceRule[] = [
  {
    id: 'weak-opening',
    reason: 'Says what was done instead of what one was responsible for.',
    rewrite(sentence) {
      const match = /^(?:I was |Was |Were |I am |Am )?(?:also )?responsible for (\p{Ll}{3,20}ing) (?=\p{L}|\d)/iu.exec(
        sentence,
      );
      const past = match && pastOfGerund(match[1]!);
      if (!match || !past) return sentence;
      const subject = /^I /.test(sentence) ? 'I ' : '';
      return capital(`${subject}${past} ${sentence.slice(match[0].length)}`);
    },
  },
  {
    id: 'duties-opening',
    reason: 'Drops an opening that says nothing.',
    rewrite: (sentence) => {
      const match =
        /^(?:my )?(?:duties|tasks|responsibilities) (?:included|include|were) (\p{Ll}{3,20}ing) (?=\p{L}|\d)/iu.exec(
          sentence,
        );
      const past = match && pastOfGerund(match[1]!);
      return match && past ? capital(`${past} ${sentence.slice(match[0].length)}`) : sentence;
    },
  },
  {
    id: 'filler',
    reason: 'Drops words that add nothing.',
    rewrite: (sentence) => capital(FILLERS.reduce((text, [pattern, plain]) => text.replace(pattern, plain), sentence)),
  },
  {
    id: 'passive',
    reason: 'Names the actor first; the sentence says who it was.',
    rewrite(sentence) {
      const match =
        /^((?:The|A|An|This|These|All) [\p{Ll}\d -]{2,60}?) (was|were) (\p{Ll}{2,18}ed) by ((?:the |a )?[\p{L}][\p{L}&' -]{1,50}?)(?=$|[.,;]| (?:in|on|at|for|from|to|with|within|by) )(.*)$/su.exec(
          sentence,
        );
      if (!match) return sentence;
      const [, object, , verb, actor, rest] = match as unknown as [string, string, string, string, string, string];
      return `${capital(actor)} ${verb} ${object.charAt(0).toLowerCase()}${object.slice(1)}${rest}`;
    },
  },
  {
    id: 'doubled-word',
    reason: 'A word stood twice.',
    rewrite: (sentence) =>
      sentence.replace(/\b(\p{L}{2,20}) \1\b/giu, (both, word: string) => (/^(?:had|that)$/i.test(word) ? both : word)),
  },
  {
    id: 'long-sentence',
    reason: 'Two sentences instead of one of more than thirty words.',
    rewrite(sentence) {
      if (sentence.split(/\s+/).length <= 30) return sentence;
      const cut = sentence.indexOf('; ');
      return cut > 20 ? `${sentence.slice(0, cut)}. ${capital(sentence.slice(cut + 2))}` : sentence;
    },
  },
  {
    id: 'spaces',
    reason: 'Spaces and punctuation as everywhere else.',
    rewrite: (sentence) =>
      sentence
        .replace(/[ \t]{2,}/g, ' ')
        .replace(/ +([,.;:!?])/g, '$1')
        .replace(/([!?.])\1+(?!\.)/g, '$1')
        .trim(),
  },
];
