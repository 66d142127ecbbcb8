// Which of the gate's word lists apply to a text. Other languages have none: there a rewrite may only reorder and leave out.

export type GateLanguage = 'en' | 'de' | 'other';

const COMMON: Record<'en' | 'de', ReadonlySet<string>> = {
  en: new Set('the of and to in a is was for with on at by from as i my it that not per he she'.split(' ')),
  de: new Set(
    'der die das und ich ein eine im in von bei mit für zu den dem ist nicht auf als bis seit war am um an vom zur zum beim habe wurde'.split(
      ' ',
    ),
  ),
};

/** The language by its commonest words; undefined when a text is too short to tell. */
export function guessLanguage(text: string): 'en' | 'de' | undefined {
  let [english, german] = [0, 0];
  for (const [word] of text
    .slice(0, 5000)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    if (COMMON.en.has(word)) english++;
    if (COMMON.de.has(word)) german++;
    if (/[äöüß]/.test(word)) german += 0.5;
  }
  if (english === german) return undefined;
  return english > german ? 'en' : 'de';
}
