// What a client calls a file → a name to show. It is never a path: files are stored by the hash of their content.

const MAX_LENGTH = 255;
/** Control characters, and what shows nothing or turns the order of letters around: "invoice‮fdp.exe" looks like a PDF. */
const UNSHOWABLE = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\u{E0000}-\u{E007F}]/gu;

/** The last part of the name: browsers that upload folders send paths. */
export function displayName(given: string): string {
  const last = given.toWellFormed().replaceAll('\0', '\uFFFD').replace(UNSHOWABLE, '').split(/[\\/]/).at(-1)!.trim();
  const name = [...last].slice(0, MAX_LENGTH).join('');
  return name === '' || /^\.+$/.test(name) ? 'document' : name;
}
