// Questions where a number would help: never invented, asked. The answer is a fact of its station, and is cited.

import type { Question } from '../../../write/assessment.ts';
import { hasFigure } from '../facts/find-figures.ts';
import type { TextLanguage } from './resume-language.ts';

const MOST = 12;

export interface AskableText {
  path: string;
  text: string;
  subject: string | undefined;
}

type Topic = readonly [pattern: RegExp, question: Record<TextLanguage, string>];
const TOPICS: readonly Topic[] = [
  [
    /(?<!\p{L})(?:led|lead|manag\p{L}*|supervis\p{L}*|team|mentor\p{L}*|train\p{L}*|coach\p{L}*|recruit\p{L}*|hired|leit\p{L}*|führ\p{L}*|betreu\p{L}*|schul\p{L}*)(?!\p{L})/iu,
    { en: 'How many people was this about?', de: 'Um wie viele Personen ging es?' },
  ],
  [
    /(?<!\p{L})(?:reduc\p{L}*|cut|decreas\p{L}*|increas\p{L}*|improv\p{L}*|grew|grow|optimi[sz]\p{L}*|accelerat\p{L}*|sav(?:ed|ing|es)|boost\p{L}*|senk\p{L}*|steiger\p{L}*|verbesser\p{L}*|optimier\p{L}*|reduzier\p{L}*|erhöh\p{L}*)(?!\p{L})/iu,
    { en: 'By how much: from what to what?', de: 'Um wie viel: von was auf was?' },
  ],
  [
    /(?<!\p{L})(?:customers?|clients?|users?|patients?|guests?|students?|accounts?|kund\p{L}*|nutzer\p{L}*|patient\p{L}*|gäste\p{L}*|schüler\p{L}*)(?!\p{L})/iu,
    { en: 'How many of them, and in what time?', de: 'Wie viele, und in welcher Zeit?' },
  ],
  [
    /(?<!\p{L})(?:budget|cost\p{L}*|revenue|sales|sold|kosten|umsatz|verkauf\p{L}*|budgets?)(?!\p{L})/iu,
    { en: 'What amount was it, and in what time?', de: 'Um welchen Betrag ging es, und in welcher Zeit?' },
  ],
  [
    /(?<!\p{L})(?:built|build|develop\p{L}*|creat\p{L}*|design\p{L}*|deliver\p{L}*|launch\p{L}*|implement\p{L}*|migrat\p{L}*|automat\p{L}*|wrote|produc\p{L}*|entwick\p{L}*|bau\p{L}*|erstell\p{L}*|einführ\p{L}*|implementier\p{L}*|migrier\p{L}*|automatisier\p{L}*)(?!\p{L})/iu,
    { en: 'How many were there, or how long did it take?', de: 'Wie viele waren es, oder wie lange dauerte es?' },
  ],
];

export function askQuestions(texts: readonly AskableText[], language: TextLanguage): Question[] {
  return texts
    .flatMap(({ path, text, subject }): Question[] => {
      const topic = hasFigure(text) ? undefined : TOPICS.find(([pattern]) => pattern.test(text));
      if (!topic) return [];
      const quoted = text.length > 120 ? `${text.slice(0, 117)}…` : text;
      return [{ id: `number:${path}`, path, subject, text: `“${quoted}” ${topic[1][language]}` }];
    })
    .slice(0, MOST);
}
