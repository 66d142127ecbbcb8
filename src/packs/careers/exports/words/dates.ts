// Dates and periods as a résumé in a language prints them; all of them are read again (`recognize/periods.ts`).

import type { ResumeLanguage } from '../../locales/resume-languages.ts';
import type { ResumePeriod } from '../resume-body.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const PRESENT: Readonly<Record<ResumeLanguage, string>> = {
  en: 'present',
  de: 'heute',
  fr: 'aujourd’hui',
  es: 'actualidad',
  it: 'oggi',
  pt: 'presente',
  nl: 'heden',
  pl: 'obecnie',
};

/** `2019-03` → "Mar 2019", "03/2019"; what is no ISO date is printed as it stands. */
export function printDate(iso: string, language: ResumeLanguage): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso.trim());
  const month = match?.[2] === undefined ? undefined : MONTHS[Number(match[2]) - 1];
  if (!match || (match[2] !== undefined && month === undefined)) return iso.trim();
  const [, year, number, day] = match;
  if (month === undefined) return year!;
  if (language === 'en') return day === undefined ? `${month} ${year}` : `${Number(day)} ${month} ${year}`;
  return day === undefined ? `${number}/${year}` : `${day}.${number}.${year}`;
}

/** "Mar 2019 – present"; of an end alone the end. */
export function printPeriod({ startDate, endDate }: ResumePeriod, language: ResumeLanguage): string {
  const end = endDate === undefined ? '' : printDate(endDate, language);
  if (startDate === undefined) return end;
  return `${printDate(startDate, language)} – ${end === '' ? PRESENT[language] : end}`;
}

/** Whether it reads as one period: an end before its begin does not. */
export const isPeriod = ({ startDate, endDate }: ResumePeriod): boolean =>
  startDate === undefined || endDate === undefined || startDate.slice(0, 4) <= endDate.slice(0, 4);
