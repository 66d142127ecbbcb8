// Phrase lists are written as running text, parted by bars, so that a vocabulary of hundreds stays readable.

/** "a | b | c" → ['a', 'b', 'c']. */
export function phrases(text: string): readonly string[] {
  return text
    .split('|')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}
