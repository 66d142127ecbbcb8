// What a posting asks for, as a match compares it: requirements put together from the parts of a record.

import { textsIn } from '../../../match/features/values.ts';
import type { Subject } from '../../../match/match-spec.ts';
import { type RequirementKind, type RequirementLevel, requirementKinds } from '../postings/requirements/requirement.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { findSkills } from '../skills/find-skills.ts';

export const askedPaths = [
  'requirements[].text',
  'requirements[].kind',
  'requirements[].level',
  'requirements[].value',
] as const;

export interface Asked {
  text: string;
  kind: RequirementKind;
  level: RequirementLevel;
  value: string | undefined;
}

export function askedOf(subject: Subject): Asked[] {
  const list = (path: string): unknown[] => {
    const value = subject.values[path];
    return Array.isArray(value) ? value : [];
  };
  const [texts, kinds, levels, values] = askedPaths.map(list) as [unknown[], unknown[], unknown[], unknown[]];
  return texts.flatMap((text, i): Asked[] => {
    const kind = requirementKinds.find((one) => one === kinds[i]);
    if (typeof text !== 'string' || !kind) return [];
    const value = values[i];
    return [
      {
        text,
        kind,
        level: levels[i] === 'nice' ? 'nice' : 'must',
        value: typeof value === 'string' ? value : undefined,
      },
    ];
  });
}

export interface AskedSkills {
  text: string;
  ids: string[];
  /** One of them is enough: "Go or Kotlin". */
  anyOf: boolean;
}

/** Requirements that name skills of the taxonomy. */
export function skillsAsked(subject: Subject, level: RequirementLevel): AskedSkills[] {
  return askedOf(subject)
    .filter((one) => one.level === level && (one.kind === 'skill' || one.kind === 'years'))
    .flatMap(({ text }): AskedSkills[] => {
      const found = findSkills(text, currentTaxonomy()).filter(
        ({ skill }) => skill.kind !== 'human-language' && skill.kind !== 'soft',
      );
      const ids = [...new Set(found.map(({ skill }) => skill.id))];
      if (ids.length === 0) return [];
      const anyOf =
        ids.length > 1 &&
        /(?<!\p{L})(?:or|oder|ou|o|of|bzw\.?|e\.g\.|such as|like|z\. ?b\.|wie)(?!\p{L})|\//iu.test(text);
      return [{ text, ids, anyOf }];
    });
}

export const skillLabel = (id: string): string => currentTaxonomy().skills.get(id)?.label ?? id;

/** Ids of what a posting lists as its skills. */
export function skillsOfPosting(subject: Subject): string[] {
  const ids = textsIn(subject.values['skills[]'] ?? null).flatMap((text) =>
    findSkills(text, currentTaxonomy(), { listed: true }).map(({ skill }) => skill.id),
  );
  return [...new Set(ids)];
}
