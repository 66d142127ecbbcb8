// Imported skills beside those that are there: one that has a name in common with another is that other, and brings its names along.

import type { RelatedSkill, Skill, SkillForm } from '../skill.ts';
import { createTaxonomy, type Taxonomy } from '../taxonomy.ts';
import type { ImportedSkill } from './imported-skill.ts';

export interface Merged {
  taxonomy: Taxonomy;
  /** Imported skills that were none of those before. */
  added: number;
  /** Imported ones that turned out to be skills that were there. */
  joined: number;
  /** Relations that were left out: to skills that are not there, or that would make a circle. */
  lostRelations: number;
}

interface Draft extends Skill {
  forms: SkillForm[];
  broader: string[];
  related: RelatedSkill[];
}

/** `rules`: how the names that Sheaf knows as ambiguous must be written, by small letters. */
export function mergeSkills(
  base: Iterable<Skill>,
  imported: readonly ImportedSkill[],
  rules: ReadonlyMap<string, SkillForm>,
): Merged {
  const drafts = new Map<string, Draft>();
  const ownerOf = new Map<string, string>();
  for (const skill of base) {
    const { forms, broader, related } = skill;
    drafts.set(skill.id, { ...skill, forms: [...forms], broader: [...broader], related: [...related] });
    for (const { text } of forms) ownerOf.set(text.toLowerCase(), skill.id);
  }
  const before = drafts.size;
  const aliases = new Map<string, string>();
  let joined = 0;
  for (const { id, label, kind } of imported) {
    const owner = drafts.has(id) ? id : ownerOf.get(plainName(label).toLowerCase());
    if (owner === undefined) {
      drafts.set(id, { id, label, kind, forms: [], broader: [], related: [], requires: [] });
      ownerOf.set(plainName(label).toLowerCase(), id);
    } else joined++;
    aliases.set(id, owner ?? id);
  }
  for (const { id, label, synonyms } of imported) {
    const draft = drafts.get(aliases.get(id)!)!;
    for (const name of [plainName(label), label, ...synonyms]) addForm(draft, name, ownerOf, rules);
  }
  const lostRelations = relate(drafts, imported, aliases);
  return { taxonomy: createTaxonomy(drafts.values()), added: drafts.size - before, joined, lostRelations };
}

/** ESCO tells "Java (computer programming)" from other Javas; texts do not. */
const plainName = (label: string): string => label.replace(/\s*\([^()]*\)$/, '') || label;

function addForm(
  draft: Draft,
  name: string,
  ownerOf: Map<string, string>,
  rules: ReadonlyMap<string, SkillForm>,
): void {
  const key = name.toLowerCase();
  const owner = ownerOf.get(key);
  if (owner !== undefined && owner !== draft.id) return;
  if (draft.forms.some(({ text }) => text.toLowerCase() === key)) return;
  ownerOf.set(key, draft.id);
  draft.forms.push(rules.get(key) ?? { text: name, rule: 'any' });
}

function relate(
  drafts: Map<string, Draft>,
  imported: readonly ImportedSkill[],
  aliases: ReadonlyMap<string, string>,
): number {
  let lost = 0;
  for (const { id, broader, related } of imported) {
    const draft = drafts.get(aliases.get(id)!)!;
    for (const parent of broader) {
      const to = aliases.get(parent);
      if (to === undefined || to === draft.id || isAbove(drafts, draft.id, to)) lost++;
      else if (!draft.broader.includes(to)) draft.broader.push(to);
    }
    for (const { id: other, strength } of related) {
      const to = aliases.get(other);
      if (to === undefined || to === draft.id) lost++;
      else if (!draft.related.some((known) => known.id === to)) draft.related.push({ id: to, strength });
    }
  }
  return lost;
}

/** Whether `above` lies above `from`, so that it must not lie below it, too. */
function isAbove(drafts: ReadonlyMap<string, Draft>, above: string, from: string): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === above) return true;
    for (const parent of drafts.get(next)?.broader ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      open.push(parent);
    }
  }
  return false;
}
