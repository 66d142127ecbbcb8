// The shape of a language's texts of notices: what a kind is called in settings, and what one notice says of its data.

import type { NoticeData } from '../../store/schema-notices.ts';
import type { NoticeKindName } from '../notice-kinds.ts';

export interface NoticePhrases {
  /** Of the kind, in settings. */
  about: string;
  /** One line. What is missing in the data must not show as `undefined`. */
  title: (data: NoticeData) => string;
  /** One or two sentences. */
  text: (data: NoticeData) => string;
}

export type NoticeLanguage = Record<NoticeKindName, NoticePhrases>;

/** A value as text; `otherwise` where there is none. */
export function word(value: NoticeData[string] | undefined, otherwise: string): string {
  return value === undefined || value === null || value === '' ? otherwise : String(value);
}

export function count(value: NoticeData[string] | undefined, one: string, many: string): string {
  const number = typeof value === 'number' ? value : 1;
  return number === 1 ? one : many.replace('#', String(number));
}
