// The items of a posting under the titles they stand under.

import type { PostingSection } from '../locales/section-titles.ts';
import { saysNice } from '../requirements/level-cues.ts';
import { type PostingItem, partOf } from './posting-item.ts';
import { looseSectionOf, sectionTitleOf } from './section-title.ts';

export interface PostingPart {
  section: PostingSection;
  /** undefined for what stands before the first title. */
  title: PostingItem | undefined;
  items: PostingItem[];
}

/** "Requirements: Python, SQL": a title and what follows it in one line. */
const INLINE = /^([^:]{3,45}):\s+(?=\S)/u;
const ASKING: ReadonlySet<PostingSection> = new Set(['requirements', 'skills', 'education']);
/** From here an unknown title ends the section before it. */
const CLEAR_TITLE = 0.65;

export function splitSections(items: readonly PostingItem[]): PostingPart[] {
  let part: PostingPart = { section: 'other', title: undefined, items: [] };
  const parts = [part];
  const begin = (section: PostingSection, title: PostingItem): void => {
    part = { section, title, items: [] };
    parts.push(part);
  };
  for (const item of items) {
    const section =
      item.text.length <= 80 && mayBeTitle(item)
        ? (sectionTitleOf(item.text) ?? (item.title >= 0.5 ? looseSectionOf(item.text) : undefined))
        : undefined;
    if (section) {
      begin(section, item);
      continue;
    }
    const inline = INLINE.exec(item.text);
    const labelled = inline && sectionTitleOf(inline[1]!);
    if (inline && labelled && labelled !== 'apply' && labelled !== 'other') {
      const rest = partOf(item, inline[0].length);
      if (item.bullet) {
        // One bullet among others that names its own kind: "Nice to have: Go".
        if (labelled === 'nice' || labelled === 'requirements') {
          const before = part;
          begin(labelled, partOf(item, 0, inline[0].length));
          part.items.push(rest);
          part = { section: before.section, title: before.title, items: [] };
          parts.push(part);
          continue;
        }
      } else {
        begin(labelled, partOf(item, 0, inline[0].length));
        part.items.push(rest);
        continue;
      }
    }
    // "The following is an advantage:" in the middle of what is asked for.
    if (
      !item.bullet &&
      /:$/.test(item.text) &&
      item.text.length <= 90 &&
      ASKING.has(part.section) &&
      saysNice(item.text)
    ) {
      begin('nice', item);
      continue;
    }
    // A subtitle with a colon keeps the section: "Programming languages:".
    if (item.title >= CLEAR_TITLE && !/:$/.test(item.text)) {
      begin('other', item);
      continue;
    }
    // A paragraph after a list is no part of the list; further bullets are.
    if (!item.bullet && item.title < 0.5 && part.items.some(({ bullet }) => bullet)) {
      parts.push({ section: 'other', title: undefined, items: [item] });
      continue;
    }
    part.items.push(item);
  }
  return parts.filter(({ title, items: own }) => title !== undefined || own.length > 0);
}

/** A title is no bullet and no sentence. */
const mayBeTitle = (item: PostingItem): boolean => !item.bullet && !/[.;,]$/.test(item.text.replace(/\.{3}$|…$/u, ''));
