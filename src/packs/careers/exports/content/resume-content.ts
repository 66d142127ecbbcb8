// What is printed of a body: its values by section, plain or with what they are.

import type { ResumeLanguage } from '../../locales/resume-languages.ts';
import type { ResumeBody } from '../resume-body.ts';
import { type PrintedSection, sectionWords } from '../words/section-words.ts';
import { labelledBasics, labelledEntries } from './labelled-rows.ts';
import { contactItems, plainSections } from './plain-rows.ts';
import type { ContentSection, ResumeContent } from './printed-content.ts';

interface ContentOptions {
  language: ResumeLanguage;
  /** Groups whose values are printed with labels; `basics` among them. */
  labelled: ReadonlySet<string>;
}

export function resumeContent(given: ResumeBody, { language, labelled }: ContentOptions): ResumeContent {
  const body = inOneLine(given) as ResumeBody;
  const { name = '', label } = body.basics ?? {};
  const words = sectionWords[language];
  const isLabelled = labelled.has('basics');
  const sections: ContentSection[] = plainSections(body, language).map((section) =>
    labelled.has(section.id)
      ? { ...section, entries: labelledEntries(body, section.id as PrintedSection, language) }
      : section,
  );
  const contact: ContentSection[] = isLabelled
    ? [{ id: 'contact', title: words.contact, entries: labelledBasics(body, language) }]
    : [];
  return {
    name,
    ...(label && !isLabelled ? { label } : {}),
    contacts: isLabelled ? [] : contactItems(body, language),
    sections: [...contact, ...sections].filter(({ entries }) => entries.length > 0),
  };
}

/** White space of any kind is one space: a line break inside a value is none on paper. */
function inOneLine(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(inOneLine).filter((item) => item !== '');
  if (value === null || typeof value !== 'object') return undefined;
  const kept = Object.entries(value)
    .map(([name, item]) => [name, inOneLine(item)] as const)
    .filter(([, item]) => item !== '' && item !== undefined);
  return Object.fromEntries(kept);
}
