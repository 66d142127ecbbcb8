// A name of a skill in a text.

import type { FormRule, Skill } from './skill.ts';

/** `text.slice(start, end)` is the name; a version stands behind it. */
export interface FoundSkill {
  skill: Skill;
  start: number;
  end: number;
  text: string;
  rule: FormRule;
  version?: { text: string; start: number; end: number };
}
