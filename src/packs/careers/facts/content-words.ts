// The words of a sentence that say what it is about, for telling whether two sentences are about the same thing.

const COMMON = new Set(
  'the and for with from that this was were are has have had over under about into than then them their our your his her its who which while also more most been being per via using used between und der die das den dem des ein eine einen einem einer mit von für bei aus auf als wir ich sie ihr über unter nach zum zur durch auch mehr sowie'.split(
    ' ',
  ),
);

export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}+#]{2,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.replace(/(?:ing|ed|es|s|en|er)$/u, '')));
}
