// What a notice says, in somebody's language.

import type { NoticeData } from '../store/schema-notices.ts';
import type { NoticeLanguage } from './locales/notice-phrases.ts';
import { noticesGerman } from './locales/notices-de.ts';
import { noticesEnglish } from './locales/notices-en.ts';
import { type MailLocale, mailLocaleOf } from './mail-locale.ts';
import { isNoticeKind, type NoticeKindName } from './notice-kinds.ts';

const languages: Readonly<Record<MailLocale, NoticeLanguage>> = { en: noticesEnglish, de: noticesGerman };

export interface NoticeText {
  title: string;
  text: string;
}

/** A kind of another version shows as its name. */
export function noticeText(kind: string, data: NoticeData, locale: string | undefined): NoticeText {
  if (!isNoticeKind(kind)) return { title: kind, text: '' };
  const { title, text } = languages[mailLocaleOf(locale)][kind];
  return { title: title(data), text: text(data) };
}

export const noticeAbout = (kind: NoticeKindName, locale: string | undefined): string =>
  languages[mailLocaleOf(locale)][kind].about;
