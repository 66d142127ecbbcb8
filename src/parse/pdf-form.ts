// What people typed onto a PDF: form fields and free-text notes, which the page's own text does not hold.

import type { AnnotationRect, DocumentAnnotation, FormField, ParsedPage } from '@llamaindex/liteparse';
import { type Box, boxHeight, overlapX, overlapY } from '../document/box.ts';
import type { Word } from '../document/parsed-document.ts';

const FIELD_FLAG_PASSWORD = 1 << 13;
const MAX_FIELDS = 2000;

/** Words of filled-in fields and notes that `printed` does not already show in the same place. */
export function collectTypedWords(page: ParsedPage, printed: readonly Word[]): Word[] {
  const words: Word[] = [];
  for (const field of (page.formFields ?? []).slice(0, MAX_FIELDS)) {
    const text = textOfField(field);
    if (text && field.rect) words.push(...layText(text, field.rect));
  }
  for (const note of (page.annotations ?? []).slice(0, MAX_FIELDS)) {
    const text = textOfNote(note);
    if (text && note.rect) words.push(...layText(text, note.rect));
  }
  return words.filter((word) => !printed.some((other) => other.text === word.text && touches(other.box, word.box)));
}

function textOfField(field: FormField): string | undefined {
  switch (field.type.toLowerCase()) {
    case 'text':
    case 'textfield':
      return (field.fieldFlags & FIELD_FLAG_PASSWORD) === 0 ? field.value : undefined;
    case 'combobox':
    case 'listbox':
      return field.selectedOptions.join(', ') || field.value;
    case 'checkbox':
    case 'radiobutton':
      return field.checked ? '☒' : undefined;
    default:
      return undefined;
  }
}

function textOfNote(note: DocumentAnnotation): string | undefined {
  return note.subtype.toLowerCase() === 'freetext' ? note.contents : undefined;
}

function touches(a: Box, b: Box): boolean {
  return overlapX(a, b) > 0 && overlapY(a, b) > 0.3 * Math.min(boxHeight(a), boxHeight(b));
}

/** Viewers wrap a field's text in its box; the size that makes it fit is near enough for boxes of words. */
function layText(text: string, rect: AnnotationRect): Word[] {
  const paragraphs = text.replace(/\r\n?/g, '\n').split('\n').slice(0, 200);
  const size = fittingSize(paragraphs, rect);
  const advance = 0.5 * size;
  const words: Word[] = [];
  const single = paragraphs.length === 1 && rect.height < 2.4 * size;
  let y = single ? rect.y + (rect.height - size) / 2 : rect.y;
  for (const paragraph of paragraphs) {
    let x = rect.x + 1;
    for (const token of paragraph.split(/\s+/).filter(Boolean)) {
      const width = token.length * advance;
      if (x + width > rect.x + rect.width && x > rect.x + 1) {
        x = rect.x + 1;
        y += 1.15 * size;
      }
      words.push({ text: token, box: [x, y, x + width, y + size], size });
      x += width + advance;
    }
    y += 1.15 * size;
  }
  return words;
}

function fittingSize(paragraphs: readonly string[], rect: AnnotationRect): number {
  for (let size = Math.min(11, rect.height); size > 4; size -= 0.5) {
    const perLine = Math.max(1, Math.floor(rect.width / (0.5 * size)));
    const lines = paragraphs.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / perLine)), 0);
    if (lines * 1.15 * size <= rect.height + 2) return size;
  }
  return 4;
}
