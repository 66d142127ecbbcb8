// Characters that show nothing, or turn what is shown around: taken out of all words, and reported where no writing needs them.

import { type Box, unionBox } from '../../document/box.ts';
import { cutHidden, type HiddenText, MAX_HIDDEN_TEXTS } from '../../document/hidden-text.ts';
import { groupBlocks, groupLines } from '../../document/layout/group-lines.ts';
import type { Page, Word } from '../../document/parsed-document.ts';

/** Format and filler characters, bidirectional controls, tags, variation selectors. Joiners stay where Arabic or Indic letters need them. */
const STRIPPED =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]|\u034F|[\u17B4\u17B5]|[\u180B-\u180D\u180F]|[\uFE00-\uFE0F]|[\u{E0000}-\u{E0FFF}]|(?<![\p{L}\p{M}])[\u200C\u200D]|(?<=[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}])[\u200C\u200D]/gu;
const MAY_HOLD =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uDB40]|\u034F|[\u17B4\u17B5]|[\u180B-\u180D\u180F]|[\uFE00-\uFE0F]/;

const TAGS = /[\u{E0020}-\u{E007E}]/gu;
/** A black flag and tags are the flag of a region (England, Texas): an emoji. */
const FLAG_EMOJI = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;
const SELECTORS = /[\u{E0100}-\u{E01EF}]/gu;
const OVERRIDES = /[\u202D\u202E]/;
/** Zero-width characters with letters or digits of scripts that join none of them on both sides. */
const BETWEEN =
  /(?<=[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{Nd}])[\u034F\u180E\u200B-\u200D\u2060-\u2064\uFEFF]+(?=[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{Nd}])/gu;
/** So many in a row between letters spell a message; one is a place where a browser may break the line. */
const MESSAGE_LENGTH = 8;
/** Letters that look like Latin ones. */
const LOOK_ALIKE = /[АВЕЅІЈКМНОРСТХаеорсухѕіјԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]/u;
const LATIN = /\p{sc=Latin}/u;

/** Strips the words of `pages`, which are laid out again where that changes them, and returns what was hidden in them. */
export function stripCharacters(pages: Page[]): HiddenText[] {
  const found: HiddenText[] = [];
  for (const [at, page] of pages.entries()) {
    let changed = false;
    const words: Word[] = [];
    for (const line of page.lines) {
      for (const word of line.words) {
        const known = found.length < MAX_HIDDEN_TEXTS;
        if (known && LOOK_ALIKE.test(word.text) && isMixed(word.text)) found.push(finding('mixed-script', page, word));
        if (!MAY_HOLD.test(word.text)) {
          words.push(word);
          continue;
        }
        changed = true;
        if (known) found.push(...reportWord(page, word));
        const text = word.text.replace(STRIPPED, '').trim();
        if (text !== '') words.push({ ...word, text });
      }
    }
    if (changed) pages[at] = layAgain(page, words);
  }
  return joinAdjacent(found);
}

function layAgain(page: Page, words: Word[]): Page {
  const lines = groupLines(words, page.number, { rules: page.rules });
  const tables = page.tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, text: cell.text.replace(STRIPPED, '').trim() })),
  }));
  return { ...page, lines, blocks: groupBlocks(lines, page.number), tables };
}

function finding(kind: HiddenText['kind'], page: Page, { box, text }: Word, said = text): HiddenText {
  return { kind, page: page.number, box, text: cutHidden(said) };
}

function reportWord(page: Page, word: Word): HiddenText[] {
  const found: HiddenText[] = [];
  const tagged = word.text.replace(FLAG_EMOJI, '').match(TAGS);
  if (tagged) {
    const said = tagged.map((tag) => String.fromCodePoint(tag.codePointAt(0)! - 0xe0000)).join('');
    found.push(finding('tag-characters', page, word, said));
  }
  const selectors = word.text.match(SELECTORS);
  if (selectors && selectors.length > 1) {
    // The bytes 16 to 255 are written in these; the first sixteen have selectors of their own.
    const said = selectors.map((selector) => String.fromCodePoint(selector.codePointAt(0)! - 0xe0100 + 16)).join('');
    found.push(finding('tag-characters', page, word, said));
  }
  if (OVERRIDES.test(word.text)) found.push(finding('bidi-override', page, word, visible(word.text)));
  const runs = word.text.match(BETWEEN) ?? [];
  const inNumber = /\d[\u200B-\u200D\u2060-\u2064\uFEFF]+\d/u.test(word.text);
  if (inNumber || runs.length > 2 || runs.some((run) => run.length >= MESSAGE_LENGTH)) {
    found.push(finding('zero-width', page, word, visible(word.text)));
  }
  return found;
}

/** The invisible ones by name, so that a person sees where they stand. */
function visible(text: string): string {
  return text
    .replace(
      /[\u034F\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu,
      (c) => `⟨U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
    )
    .replace(STRIPPED, '');
}

/** "PАYPAL" with a Cyrillic А: a word that is Latin but for letters that look it. */
function isMixed(text: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => {
    if (part.length < 4 || !LATIN.test(part) || !LOOK_ALIKE.test(part)) return false;
    return [...part].every((c) => LATIN.test(c) || LOOK_ALIKE.test(c) || /\p{N}/u.test(c));
  });
}

/** Neighbouring words that spell one message are one finding. */
function joinAdjacent(found: readonly HiddenText[]): HiddenText[] {
  const joined: HiddenText[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    if (last && last.kind === next.kind && last.page === next.page && isNear(last.box, next.box)) {
      last.text = cutHidden(`${last.text} ${next.text}`);
      last.box = unionBox(last.box, next.box);
    } else joined.push({ ...next });
  }
  return joined;
}

function isNear(a: Box, b: Box): boolean {
  return b[1] - a[3] < 2 * (b[3] - b[1]);
}
