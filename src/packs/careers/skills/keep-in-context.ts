// Names that are common words, too ("Go", "Spring", "Excel"), kept where their company says what they are: in a list with other
// skills, behind words that lead to one, or before words that follow one.

import type { FoundSkill } from './found-skill.ts';

const NEAR_CHARS = 14;
const WINDOW_CHARS = 40;
/** So many ambiguous names in one list vouch for each other. */
const ENOUGH_TOGETHER = 3;

const listGap =
  /^[\s,;:|•·●▪◦*/&()–—-]*(?:(?:and|or|und|oder|et|ou|y|o|e|bzw\.?|e\.g\.|like|such as)[\s,]*)?[\s•·●▪◦*()–—-]*$/iu;
const leads =
  /(?:\b(?:in|with|using|use|know|via|mit|avec|en|con|proficient|language|languages|framework|frameworks|tools?|tool:|skills?|kenntnisse|knowledge of|experience of|of|like|including|as well as)|:)\s*$/iu;
const follows =
  /^[\s-]*(?:programming|developers?|development|engineers?|language|framework|skills?|experience|knowledge|certified|certification|administrator|administration|scripts?|scripting|code|macros?|formulas?|spreadsheets?|server|database|api|app|apps|native|kenntnisse|entwickler\w*|entwicklung|programmierung|erfahrung)\b/iu;
const season = /^\s*(?:of\s+)?(?:19|20)\d\d\b|^\s+(?:semester|term|break|season|cleaning|festival)\b/iu;

export function keepInContext(text: string, found: readonly FoundSkill[]): FoundSkill[] {
  if (!found.some(({ rule }) => rule === 'context')) return [...found];
  const kept: FoundSkill[] = [];
  for (const list of listsOf(text, found)) {
    const vouched = list.length >= ENOUGH_TOGETHER || list.some(({ rule }) => rule !== 'context');
    for (const skill of list) {
      if (skill.rule !== 'context' || (vouched && list.length > 1) || isMeant(text, skill)) kept.push(skill);
    }
  }
  return kept;
}

/** Found skills between which nothing stands but what separates the members of a list. */
function listsOf(text: string, found: readonly FoundSkill[]): FoundSkill[][] {
  const lists: FoundSkill[][] = [];
  for (const skill of found) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    const from = last ? (last.version?.end ?? last.end) : 0;
    const near = last !== undefined && skill.start - from <= NEAR_CHARS && listGap.test(text.slice(from, skill.start));
    if (near && !season.test(text.slice(skill.end, skill.end + WINDOW_CHARS))) list!.push(skill);
    else lists.push([skill]);
  }
  return lists;
}

function isMeant(text: string, { start, end, version }: FoundSkill): boolean {
  if (version && !/^(?:19|20)\d\d$/.test(version.text)) return true;
  const after = text.slice(end, end + WINDOW_CHARS);
  if (season.test(after)) return false;
  return follows.test(after) || leads.test(text.slice(Math.max(0, start - WINDOW_CHARS), start));
}
