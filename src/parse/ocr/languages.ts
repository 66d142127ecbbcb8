// Which language models there are. A page is read with one at a time: each knows all Latin letters, and two together cost twice the time.

/** ISO 639-1 → Tesseract's model. */
export const languageModels: Readonly<Record<string, string>> = {
  en: 'eng',
  de: 'deu',
  fr: 'fra',
  es: 'spa',
  it: 'ita',
  pt: 'por',
  nl: 'nld',
  pl: 'pol',
};

export const DEFAULT_LANGUAGE = 'en';

/** Tesseract's model for an ISO 639-1 code, or undefined when none is shipped. */
export function modelOf(language: string): string | undefined {
  return Object.hasOwn(languageModels, language) ? languageModels[language] : undefined;
}
