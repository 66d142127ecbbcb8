// Text as it is compared where only its letters and digits count.

/** Lower case, without accents, ligatures and width. ß stays. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
