// The parts of a letter that claim nothing of the person: greeting, what is applied for, closing. They are made when the letter is
// made, and no operation reaches them.

import type { LetterOptions } from './options.ts';
import type { TextLanguage } from './resume-language.ts';

export interface LetterFrame {
  subject: string;
  greeting: string;
  opening: string;
  closing: string;
}

export function letterFrame(language: TextLanguage, { employer, position, contact }: LetterOptions): LetterFrame {
  if (language === 'de') {
    const as = position ? ` als ${position}` : '';
    return {
      subject: `Bewerbung${as}`,
      greeting: contact ? `Guten Tag ${contact},` : 'Sehr geehrte Damen und Herren,',
      opening: `hiermit bewerbe ich mich${position ? ` um die Stelle als ${position}` : ''} bei ${employer ?? 'Ihnen'}.`,
      closing: 'Über eine Einladung zu einem Gespräch freue ich mich.\n\nMit freundlichen Grüßen',
    };
  }
  return {
    subject: position ? `Application for the position of ${position}` : 'Application',
    greeting: contact ? `Dear ${contact},` : 'Dear Hiring Manager,',
    opening: `I am applying for ${position ? `the position of ${position}` : 'a position'} ${employer ? `at ${employer}` : 'with you'}.`,
    closing: 'I would be glad to tell you more in an interview.\n\nYours sincerely,',
  };
}
