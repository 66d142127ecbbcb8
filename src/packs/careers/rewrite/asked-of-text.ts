// A job description as a caller gives it → the skills that it asks for, in its own words.

import { requirementsOf } from '../postings/read/read-asked.ts';
import type { RequirementLevel } from '../postings/requirements/requirement.ts';
import { itemsOfMarkup } from '../postings/text/items-of-markup.ts';
import { splitSections } from '../postings/text/sections.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { findSkills } from '../skills/find-skills.ts';
import { isHardSkill } from '../skills/skill.ts';

export interface AskedSkill {
  /** Of the taxonomy. */
  id: string;
  label: string;
  /** As the description writes it. */
  text: string;
  level: RequirementLevel;
}

const MOST = 60;
const SILENT = new Set(['human-language', 'soft']);

/** In their order; a tool that is named without being asked for counts as nice to have. */
export function askedOfText(text: string | undefined): AskedSkill[] {
  if (text === undefined) return [];
  const items = itemsOfMarkup(text, () => []);
  const asked = new Map<string, AskedSkill>();
  const add = (part: string, level: RequirementLevel): void => {
    for (const { skill, text: said } of findSkills(part, currentTaxonomy())) {
      const known = asked.get(skill.id);
      if (SILENT.has(skill.kind) || known?.level === 'must') continue;
      asked.set(skill.id, { id: skill.id, label: skill.label, text: said, level });
    }
  };
  for (const { item, start, end, level, kind } of requirementsOf(splitSections(items)))
    if (kind === 'skill' || kind === 'years') add(item.text.slice(start, end), level);
  const level = asked.size === 0 ? 'must' : 'nice';
  for (const item of items) {
    for (const { skill, text: said } of findSkills(item.text, currentTaxonomy())) {
      if (!isHardSkill(skill) || SILENT.has(skill.kind) || asked.has(skill.id)) continue;
      asked.set(skill.id, { id: skill.id, label: skill.label, text: said, level });
    }
  }
  return [...asked.values()].slice(0, MOST);
}
