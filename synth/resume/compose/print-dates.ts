// Dates and periods of a résumé as it prints them, and what of them it says.
import { formatDate } from '../../format.ts';
import type { Ledger } from '../../truth.ts';
import type { ResumePeriod } from '../resume-body.ts';
import type { ResumeWords } from '../words/resume-words.ts';

export interface DateManner {
  words: ResumeWords;
  /** Of months: `MM/YYYY`; `YYYY` = years alone. */
  pattern: string;
  dash: string;
  present: string;
  /** "since 04/2021" instead of "04/2021 – present". */
  since: boolean;
}

/** ISO date, month or year → as printed, and as exactly as it is printed. */
export function printDate(iso: string, { words, pattern }: DateManner): { text: string; value: string } {
  if (iso.length === 4 || pattern === 'YYYY') return { text: iso.slice(0, 4), value: iso.slice(0, 4) };
  if (iso.length === 7) return { text: formatDate(`${iso}-01`, pattern, words.months, words.shortMonths), value: iso };
  const day = pattern.startsWith('MM/') ? 'DD/MM/YYYY' : pattern.startsWith('MM.') ? 'DD.MM.YYYY' : `D ${pattern}`;
  return { text: formatDate(iso, day, words.months, words.shortMonths), value: iso };
}

/** The period as printed, its dates stated under `path`; undefined when there is none. */
export function printPeriod(
  { startDate, endDate }: ResumePeriod,
  path: string,
  manner: DateManner,
  ledger: Ledger,
): string | undefined {
  const tell = (leaf: string, iso: string): string => {
    const { text, value } = printDate(iso, manner);
    ledger.state(`${path}.${leaf}`, value, text, false);
    return text;
  };
  if (startDate === undefined) return endDate === undefined ? undefined : tell('endDate', endDate);
  const start = tell('startDate', startDate);
  if (endDate !== undefined) {
    const end = tell('endDate', endDate);
    return end === start ? start : `${start}${manner.dash}${end}`;
  }
  return manner.since ? `${manner.words.labels.since} ${start}` : `${start}${manner.dash}${manner.present}`;
}
