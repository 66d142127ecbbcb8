// In which language a résumé is written, as far as its rules go.

import { guessLanguage } from '../../../write/gate/language.ts';

export type TextLanguage = 'en' | 'de';

const GERMAN =
  /(?<!\p{L})(?:und|bei|mit|für|von|der|die|das|kenntnisse|entwickl\p{L}*|leit\p{L}+|mitarbeit\p{L}*|ausbildung|gmbh|seit|aufbau|einführung|betreuung)(?!\p{L})/giu;

/** Bullets have few small words: those that only German has count, too. */
export function languageOfTexts(texts: readonly string[]): TextLanguage {
  const all = texts.join('\n');
  const guessed = guessLanguage(all);
  if (guessed) return guessed;
  return (all.match(GERMAN) ?? []).length > 1 ? 'de' : 'en';
}
