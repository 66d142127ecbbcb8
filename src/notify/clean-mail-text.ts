// What strangers choose (names of people, workspaces, devices) must not become headers, lines or links of our mails.

const MAX_LENGTH = 80;
/** Control and format characters: line breaks, and signs that turn the direction of the text round. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
/** An invisible sign that mail programs do not take for part of an address, so that they make no link of it. */
const BREAK = '\u200c';

/** One line, whatever was meant. */
export const withoutControls = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** One line of at most 80 characters, or as many as are said. */
export function cleanLine(text: string, longest = MAX_LENGTH): string {
  const line = text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}

/** The same, and `evil.example/win` or `https://…` in a name is not clickable. */
export function cleanName(text: string, longest = MAX_LENGTH): string {
  return cleanLine(text, longest).replace(/[.:/@](?=\S)/g, (sign) => `${sign}${BREAK}`);
}
