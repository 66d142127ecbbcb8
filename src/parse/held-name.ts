// What a mail or an archive calls a file it holds → a name to show. It is never a path on this machine.

const MAX_LENGTH = 255;
/** Control characters, and what shows nothing or turns the order of letters around. */
const UNSHOWABLE = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\u{E0000}-\u{E007F}]/gu;

/** Folders stay, as an archive has them, without what leads out of them. */
export function heldName(given: string, fallback: string): string {
  const parts = given.toWellFormed().replace(UNSHOWABLE, '').split(/[\\/]/);
  const kept = parts.map((part) => part.trim()).filter((part) => part !== '' && !/^\.+$/.test(part));
  return [...kept.join('/')].slice(-MAX_LENGTH).join('') || fallback;
}
