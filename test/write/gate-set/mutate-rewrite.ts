// One fact of an honest rewrite altered: what comes out is false, whatever it was made from.

export interface Mutation {
  kind: string;
  value: string;
}

/** All that can be altered in a sentence. `pick` chooses among replacements, so that a seed repeats a run. */
export function mutateRewrite(value: string, language: 'en' | 'de', pick: (count: number) => number): Mutation[] {
  const one = (list: readonly string[]): string => list[pick(list.length)]!;
  const found: Mutation[] = [];
  const add = (kind: string, mutated: string): void => {
    if (mutated !== value) found.push({ kind, value: mutated });
  };
  const end = /[.!?]?$/;
  const append = (words: string): string => value.replace(end, ` ${words}.`);
  const en = language === 'en';

  for (const match of value.matchAll(
    /(?<![\d.,:/\p{L}-])\d{1,3}(?:,\d{3})*(?![\d.,:/\p{L}-]\d|\d|[.,]\d|st|nd|rd|th)/gu,
  )) {
    const number = Number(match[0].replaceAll(',', ''));
    if (/^(?:19|20)\d\d$/.test(match[0])) continue;
    const bigger = String(number * 10 + pick(9) + 1);
    add('number', value.slice(0, match.index) + bigger + value.slice(match.index + match[0].length));
    const isDated = /^ (?:\p{Lu}\p{L}{2,8})\b/u.test(value.slice(match.index + match[0].length));
    const isBound = /(?:over|than|to|about|around|als|least|nearly|almost|roughly|approximately|session|week) $/i.test(
      value.slice(0, match.index),
    );
    if (number > 0 && !isDated && !isBound)
      add('bound', `${value.slice(0, match.index)}${en ? 'over ' : 'mehr als '}${value.slice(match.index)}`);
  }
  for (const match of value.matchAll(/(?<!\d)(?:19|20)\d\d(?![\d-])/g)) {
    const year = String(Number(match[0]) - 11 - pick(5));
    add('year', value.slice(0, match.index) + year + value.slice(match.index + match[0].length));
  }
  const months = en
    ? ['January', 'March', 'May', 'July', 'August', 'December']
    : ['Januar', 'März', 'Mai', 'Juli', 'August', 'Dezember'];
  for (const month of months)
    if (value.includes(month)) add('month', value.replace(month, one(months.filter((other) => other !== month))));
  const spelled = [
    'two',
    'three',
    'four',
    'five',
    'seven',
    'eight',
    'nine',
    'twelve',
    'zwei',
    'drei',
    'vier',
    'sechs',
    'acht',
  ];
  for (const word of spelled) {
    const at = new RegExp(`\\b${word}\\b`);
    if (at.test(value))
      add(
        'number word',
        value.replace(at, en ? one(['thirteen', 'nineteen', 'forty']) : one(['dreizehn', 'neunzehn', 'vierzig'])),
      );
  }
  if (/ ?(?:%|percent|Prozent)/.test(value))
    add('percent', value.replace(/ ?(?:%|percent|Prozent)/, en ? ' points' : ' Punkte'));
  for (const [from, to] of [
    ['€', '$'],
    ['£', '€'],
    ['$', '£'],
    ['EUR', 'USD'],
    ['Euro', 'Franken'],
  ] as const)
    if (value.includes(from)) add('currency', value.replace(from, to));
  for (const [from, to] of [
    ['hours', 'days'],
    ['minutes', 'hours'],
    ['weeks', 'months'],
    ['days', 'weeks'],
    ['a month', 'a week'],
    ['a day', 'an hour'],
    ['per day', 'per hour'],
    [' kg', ' g'],
    [' km', ' m'],
    ['Wochen', 'Monate'],
    ['Sekunden', 'Minuten'],
  ] as const)
    if (value.includes(from)) add('unit', value.replace(from, to));
  if (/\b(?:not|never|no) /.test(value))
    add('denial dropped', value.replace(/\b(?:did not|do not|does not|not|never|no) /, ''));
  if (en && / (?:was|were|is|are|has|have|may|can) /.test(value))
    add('denial', value.replace(/ (was|were|is|are|has|have|may|can) (?!not|never|no )/, ' $1 not '));
  if (/\b(?:up to|about|around|nearly|almost|at least|roughly|approximately) \d/.test(value))
    add(
      'bound dropped',
      value.replace(/\b(?:up to|about|around|nearly|almost|roughly|approximately) (?=\d)/, 'exactly '),
    );

  for (const [from, to] of en
    ? ([
        [/\b[Oo]ur (?=[a-z])/, 'your '],
        [/\b[Mm]y (?=[a-z])/, 'your '],
      ] as const)
    : ([[/\b[Uu]nser(e[nmrs]?)? (?=\p{Lu})/u, 'Ihr$1 ']] as const))
    if (from.test(value)) add('possessor', value.replace(from, to));

  const skills = ['Kotlin', 'Terraform', 'Photoshop', 'COBOL', 'Salesforce', 'welding', 'forecasting', 'C#', '.NET'];
  const firms = ['Siemens', 'Deloitte', 'Nakamura Corp', 'the Red Cross', 'NASA'];
  add('skill', append(en ? `using ${one(skills)}` : `mit ${one(skills.slice(0, 5))}`));
  add('organisation', append(en ? `for ${one(firms)}` : `für ${one(['Siemens', 'Deloitte', 'Caritas'])}`));
  add(
    'people',
    append(
      en
        ? one(['with 12 engineers', 'for 3M users', 'with a staff of 300'])
        : one(['mit 12 Ingenieuren', 'für 3 Mio. Nutzer']),
    ),
  );
  add(
    'credential',
    append(
      en
        ? one(['with a PhD', 'as a certified professional', 'and hold an MBA'])
        : one(['mit Doktortitel', 'als zertifizierte Fachkraft']),
    ),
  );
  add(
    'superlative',
    append(
      en
        ? one(['better than anyone', 'as the first in the country', 'with award-winning results'])
        : one(['als Beste im Land', 'mit hervorragendem Erfolg']),
    ),
  );
  add(
    'causality',
    append(
      en
        ? one(['which doubled sales', 'thereby saving £10,000', 'resulting in higher profits'])
        : one(['wodurch der Umsatz stieg', 'und sparte so 10.000 €']),
    ),
  );
  add(
    'place',
    append(en ? `in ${one(['Singapore', 'Nairobi', 'Chicago'])}` : `in ${one(['Zürich', 'Leipzig', 'Wien'])}`),
  );
  add(
    'quantifier',
    append(
      en
        ? one(['every single time', 'in all departments', 'entirely alone'])
        : one(['in allen Abteilungen', 'ganz allein']),
    ),
  );

  const letter = [...value.matchAll(/[aeo]/g)];
  if (letter.length > 0) {
    const at = letter[pick(letter.length)]!.index;
    const twin = { a: 'а', e: 'е', o: 'о' }[value[at] as 'a' | 'e' | 'o'];
    add('look-alike letter', value.slice(0, at) + twin + value.slice(at + 1));
    add('hidden character', `${value.slice(0, at)}\u200b${value.slice(at)}`);
  }
  return found;
}
