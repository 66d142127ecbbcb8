// A line of JSON that is safe to print, whatever a document says.

/** JSON leaves these as they are; a terminal would obey the first, and other programs end a line at the rest. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029]/g;

/** One JSON object and a newline. */
export function toSafeLine(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(UNSAFE, escaped)}\n`;
}
