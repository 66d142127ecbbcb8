// What files of skills are read to, whatever their format, and the bounds of what is taken from them.

import { OperatorListError } from '../../../../pipeline/operator-list.ts';
import type { SkillKind } from '../skill.ts';

export interface ImportedSkill {
  /** With its source before it: `esco:…`, `onet:…`. */
  id: string;
  label: string;
  kind: SkillKind;
  /** Without the label. */
  synonyms: string[];
  /** Ids of imported skills. */
  broader: string[];
  related: { id: string; strength: number }[];
}

/** What one file brought. Relations may name skills of another file. */
export interface ImportedFile {
  format: string;
  skills: ImportedSkill[];
  broader: { from: string; to: string }[];
  related: { from: string; to: string; strength: number }[];
  /** Rows without what they need, and names that are no names. */
  leftOut: number;
}

const MOST_LABEL_CHARS = 120;
export const MOST_SKILLS = 100_000;
export const MOST_SYNONYMS = 200;
/** Relations of one skill. */
export const MOST_BROADER = 500;
export const MOST_RELATED = 2_000;

/** One line of printable characters, or undefined when that is not a name. */
export function toLabel(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 4 * MOST_LABEL_CHARS) return undefined;
  const label = text
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .normalize('NFC')
    .trim();
  return label !== '' && label.length <= MOST_LABEL_CHARS && /[\p{L}\p{N}]/u.test(label) ? label : undefined;
}

/** Throws OperatorListError. */
export function ensureFewer(skills: number, file: string): void {
  if (skills > MOST_SKILLS) throw new OperatorListError(`${file}: more than ${MOST_SKILLS} skills`);
}
