// What strangers choose (names of people, workspaces, devices) must not become headers, lines or links of our mails.

const MAX_LENGTH = 80;
/** Control and format characters: line breaks, and signs that turn the direction of the text round. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
/** An invisible sign that mail programs do not take for part of an address, so that they make no link of it. */
const BREAK = '\u200c';

/** One line, whatever was meant. */
export const withoutControls = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** One line of at most 80 characters. */
export function cleanLine(text: string): string {
  const line = text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= MAX_LENGTH ? line : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
}

/** The same, and `evil.example/win` or `https://…` in a name is not clickable. */
export function cleanName(text: string): string {
  return cleanLine(text).replace(/[.:/@](?=\S)/g, (sign) => `${sign}${BREAK}`);
}
