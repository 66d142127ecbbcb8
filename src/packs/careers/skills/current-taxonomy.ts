// The taxonomy that this process works with: the one that Sheaf brings, or what was made of it by imports. It is set once, before
// anything is read, and is the same from then on.

import { parseKept } from './import/kept-skills.ts';
import { mergeSkills } from './import/merge-skills.ts';
import { ownTaxonomy } from './own-taxonomy.ts';
import type { SkillForm } from './skill.ts';
import type { Taxonomy } from './taxonomy.ts';

let imported: string | undefined;
let current: Taxonomy | undefined;

/** Read when it is first asked for. Throws OperatorListError when what was imported cannot be used. */
export function currentTaxonomy(): Taxonomy {
  current ??= imported === undefined ? ownTaxonomy() : taxonomyOf(imported);
  return current;
}

/** What `importSkills` kept, undefined for none. */
export function useImportedSkills(kept: string | undefined): void {
  imported = kept;
  current = undefined;
}

function taxonomyOf(kept: string): Taxonomy {
  const { replace, skills } = parseKept(kept);
  return mergeSkills(replace ? [] : ownTaxonomy().skills.values(), skills, ambiguousForms()).taxonomy;
}

/** Names that are common words, too, stay so whoever lists them: `Go` of another taxonomy needs context as ours does. */
export function ambiguousForms(): ReadonlyMap<string, SkillForm> {
  const forms = [...ownTaxonomy().skills.values()].flatMap((skill) => skill.forms);
  return new Map(forms.filter(({ rule }) => rule !== 'any').map((form) => [form.text.toLowerCase(), form]));
}
