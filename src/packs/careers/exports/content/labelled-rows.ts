// Entries that say of each value what it is ("Employer: …"): for sections that cannot be read back from their layout alone.

import { fieldLabels, type LabelledThing } from '../../locales/field-labels.ts';
import { basicsFields, labelledFields, profileFields } from '../../locales/labelled-fields.ts';
import type { ResumeLanguage } from '../../locales/resume-languages.ts';
import type { ResumeBody, ResumePeriod } from '../resume-body.ts';
import { isPeriod, printDate, printPeriod } from '../words/dates.ts';
import type { PrintedSection } from '../words/section-words.ts';
import type { ContentEntry, ContentRow } from './printed-content.ts';
import { addressOf, isListable, joinList, printCountry } from './span-parts.ts';

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

export function labelledEntries(body: ResumeBody, group: PrintedSection, language: ResumeLanguage): ContentEntry[] {
  const fields = labelledFields[group];
  if (!fields) return [];
  const entries = (body[group as keyof ResumeBody] ?? []) as readonly Values[];
  return entries
    .map((values) =>
      boldFirst(
        fields.flatMap(([field, thing]): ContentRow[] => {
          const value = values[field.replace('[]', '')];
          if (value === undefined) return [];
          if (field === 'startDate' && isPeriod(values as ResumePeriod))
            return [fieldRow('period', printPeriod(values as ResumePeriod, language), language)];
          if (field === 'endDate' && values.startDate !== undefined && isPeriod(values as ResumePeriod)) return [];
          if (typeof value !== 'string' && thing === 'keyword' && isListable(value))
            return [fieldRow('keywords', joinList(value), language)];
          if (typeof value !== 'string') return value.map((item) => listRow(field, thing, item, language));
          const isDate = /date$/i.test(field);
          return [fieldRow(thing, isDate ? printDate(value, language) : value, language)];
        }),
      ),
    )
    .filter((rows) => rows.length > 0);
}

const BULLETS = new Set(['highlights[]', 'courses[]']);

const listRow = (field: string, thing: LabelledThing, item: string, language: ResumeLanguage): ContentRow =>
  BULLETS.has(field) ? { kind: 'bullet', spans: [{ text: item }] } : fieldRow(thing, item, language);

function fieldRow(thing: LabelledThing, value: string, language: ResumeLanguage): ContentRow & { kind: 'field' } {
  const link = thing === 'web' || thing === 'profile' || thing === 'email' ? addressOf(value) : undefined;
  return {
    kind: 'field',
    spans: [
      { text: `${fieldLabels[language][thing][0]}: `, strong: true },
      { text: value, ...(link === undefined ? {} : { link }) },
    ],
  };
}

/** Where an entry begins is told by its first row. */
function boldFirst(rows: readonly ContentRow[]): ContentRow[] {
  return rows.map((row, i) => {
    if (row.kind !== 'field') return row;
    const [label, ...rest] = row.spans;
    return {
      ...row,
      spans: [{ ...label!, strong: i === 0 }, ...rest.map((span) => (i === 0 ? { ...span, strong: true } : span))],
    };
  });
}

export function labelledBasics({ basics = {} }: ResumeBody, language: ResumeLanguage): ContentEntry[] {
  const { location = {}, profiles = [] } = basics;
  const about = basicsFields.flatMap(([field, thing]): ContentRow[] => {
    const value = field.startsWith('location.')
      ? location[field.slice('location.'.length) as keyof typeof location]
      : (basics as Values)[field];
    if (typeof value !== 'string') return [];
    return [fieldRow(thing, thing === 'country' ? printCountry(value, language) : value, language)];
  });
  const networks = profiles.map((profile) =>
    boldFirst(
      profileFields.flatMap(([field, thing]): ContentRow[] => {
        const value = profile[field as keyof typeof profile];
        return value === undefined ? [] : [fieldRow(thing, value, language)];
      }),
    ),
  );
  return [boldFirst(about), ...networks].filter((rows) => rows.length > 0);
}
