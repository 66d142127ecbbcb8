// Which language model reads a page: one at a time, because each is complete for Latin letters and two together cost twice the time.

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
