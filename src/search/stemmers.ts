// Which of PostgreSQL's Snowball dictionaries stems the words of a language. Fixed here, so that nobody's text names one.

const stemmers: Readonly<Record<string, string>> = {
  ar: 'arabic_stem',
  ca: 'catalan_stem',
  da: 'danish_stem',
  de: 'german_stem',
  el: 'greek_stem',
  en: 'english_stem',
  es: 'spanish_stem',
  eu: 'basque_stem',
  fi: 'finnish_stem',
  fr: 'french_stem',
  ga: 'irish_stem',
  hi: 'hindi_stem',
  hu: 'hungarian_stem',
  hy: 'armenian_stem',
  id: 'indonesian_stem',
  it: 'italian_stem',
  lt: 'lithuanian_stem',
  nb: 'norwegian_stem',
  ne: 'nepali_stem',
  nl: 'dutch_stem',
  no: 'norwegian_stem',
  pt: 'portuguese_stem',
  ro: 'romanian_stem',
  ru: 'russian_stem',
  sr: 'serbian_stem',
  sv: 'swedish_stem',
  ta: 'tamil_stem',
  tr: 'turkish_stem',
  yi: 'yiddish_stem',
};

/** undefined: words of this language are taken as they stand. */
export function stemmerOf(language: string | null): string | undefined {
  const code = language?.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(stemmers, code) ? stemmers[code] : undefined;
}

/** What a collection remembers of the languages in it: the codes that have a stemmer, and '' for all others. */
export function languageKey(language: string | null): string {
  return stemmerOf(language) ? language!.toLowerCase().split(/[-_]/)[0]! : '';
}
