// What imports leave behind, as text: JSON, checked again when it is read, because it lies in a file that anybody may have edited.

import { z } from 'zod';
import { OperatorListError } from '../../../../pipeline/operator-list.ts';
import { skillKinds } from '../skill.ts';
import { type ImportedSkill, MOST_BROADER, MOST_RELATED, MOST_SKILLS, MOST_SYNONYMS } from './imported-skill.ts';

export interface KeptSkills {
  /** Instead of the taxonomy that Sheaf brings. */
  replace: boolean;
  skills: ImportedSkill[];
}

const id = z.string().min(1).max(200);
const label = z.string().min(1).max(120);
/** Files of one skill in several languages add their names up. */
const MOST_NAMES = 40 * MOST_SYNONYMS;

const keptSchema = z.strictObject({
  version: z.literal(1),
  replace: z.boolean(),
  skills: z
    .array(
      z.strictObject({
        id,
        label,
        kind: z.enum(skillKinds),
        synonyms: z.array(label).max(MOST_NAMES),
        broader: z.array(id).max(2 * MOST_BROADER),
        related: z.array(z.strictObject({ id, strength: z.number().gt(0).lt(1) })).max(2 * MOST_RELATED),
      }),
    )
    .max(4 * MOST_SKILLS),
});

export const writeKept = ({ replace, skills }: KeptSkills): string => JSON.stringify({ version: 1, replace, skills });

/** Throws OperatorListError. */
export function parseKept(text: string): KeptSkills {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new OperatorListError('what was imported is not JSON any more; import it again');
  }
  const parsed = keptSchema.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new OperatorListError(`what was imported cannot be used (at ${issue?.path.join('.')}); import it again`);
  }
  const { replace, skills } = parsed.data;
  return { replace, skills };
}
