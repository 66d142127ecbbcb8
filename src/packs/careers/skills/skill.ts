// What a skill of the taxonomy is, and how a form of its name has to stand in a text to be taken for it.

/** In the order in which a person would sort them: what is used, what is known, what is done, what one is, what is proved. */
export const skillKinds = [
  'language',
  'framework',
  'tool',
  'method',
  'knowledge',
  'activity',
  'soft',
  'human-language',
  'certificate',
  'licence',
] as const;

export type SkillKind = (typeof skillKinds)[number];

/**
 * any: in any case, anywhere. exact: written as it is here (`SOAP`, not `soap`). context: written so, and beside other skills or
 * words that say that one is meant (`Go`, `R`, `Excel`).
 */
export type FormRule = 'any' | 'exact' | 'context';

export interface SkillForm {
  text: string;
  rule: FormRule;
}

export interface RelatedSkill {
  id: string;
  /** 0–1: how far one stands for the other. */
  strength: number;
}

export interface Skill {
  /** Permanent: `c-plus-plus`; of an imported one with its source before it: `esco:…`. */
  id: string;
  label: string;
  kind: SkillKind;
  /** The label first. No two skills of one kind share one. */
  forms: readonly SkillForm[];
  /** Ids; never in a circle. */
  broader: readonly string[];
  related: readonly RelatedSkill[];
  /** Ids of what nobody can do this without. */
  requires: readonly string[];
}

/** `C++` → `c-plus-plus`, `.NET` → `dot-net`: what is left of a label in an id. */
export function skillSlug(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\+/g, ' plus ')
    .replace(/#/g, ' sharp ')
    .replace(/&/g, ' and ')
    .replace(/^\./, 'dot ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

const softKinds: ReadonlySet<SkillKind> = new Set(['soft', 'activity', 'knowledge', 'certificate', 'licence']);

/** A thing with a name of its own, that is known or used: never a way to behave or a field of work. */
export const isHardSkill = ({ kind }: Skill): boolean => !softKinds.has(kind);
