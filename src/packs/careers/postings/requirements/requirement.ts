// What a posting asks of people, piece by piece.

export const requirementKinds = ['skill', 'degree', 'years', 'language', 'permit', 'place'] as const;
export type RequirementKind = (typeof requirementKinds)[number];

/** must: without it an application is hopeless; nice: it helps. */
export const requirementLevels = ['must', 'nice'] as const;
export type RequirementLevel = (typeof requirementLevels)[number];

export interface Requirement {
  kind: RequirementKind;
  level: RequirementLevel;
  /** The clause that says it: [start, end) of the text that was parsed. */
  start: number;
  end: number;
  /**
   * years: `5` or `3-5`. degree: `bachelor`, or `bachelor or equivalent`. language: `German C1`. permit: `work-permit` …
   * place: `on-site`, `travel` … Absent where the clause says it all.
   */
  value?: string;
  /** Of the taxonomy, by label. */
  skills: readonly string[];
}
