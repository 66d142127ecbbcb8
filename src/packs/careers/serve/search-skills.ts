// The taxonomy, asked: skills whose name begins or reads like this, what a list entry means, and how skills stand for each other.

import { z } from 'zod';
import { defineOperation } from '../../../pipeline/pack-operation.ts';
import { currentTaxonomy } from '../skills/current-taxonomy.ts';
import { normalizeSkill } from '../skills/normalize-skill.ts';
import { relateSkills } from '../skills/relate-skills.ts';
import { type Skill, skillKinds } from '../skills/skill.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';

const MOST_RELATED = 20;
const skillName = z.object({ id: z.string(), label: z.string() });

const skillSchema = z
  .object({
    id: z.string().describe('Permanent'),
    label: z.string(),
    kind: z.enum(skillKinds),
    names: z.array(z.string()).describe('As they are written, the label first'),
    broader: z.array(skillName),
    narrower: z.array(skillName).describe(`At most ${MOST_RELATED}`),
    related: z.array(skillName.extend({ strength: z.number() })),
    requires: z.array(skillName).describe('What nobody can do it without'),
    standsFor: z
      .number()
      .nullable()
      .describe('0–1: how far it stands for the skill of `wanted`; null when none was asked for'),
  })
  .meta({ id: 'Skill' });

export const searchSkills = defineOperation({
  id: 'searchSkills',
  path: '/careers/skills',
  permission: 'types.read',
  summary: 'Find skills, and how they stand for each other',
  description:
    '`meant`: the skills that the text names as an entry of a list (“HTML/CSS”, “Python (advanced)”). `items`: those whose name is, begins with or holds the text.',
  input: z.object({
    q: z.string().trim().min(1).max(200),
    wanted: z.string().max(200).optional().describe('Id of a skill: each is compared with it'),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  output: z.object({
    meant: z.object({
      whole: z.boolean().describe('Nothing but names of skills, and how well they are mastered, stands there'),
      skills: z.array(
        z.object({ id: z.string(), label: z.string(), text: z.string(), version: z.string().nullable() }),
      ),
    }),
    items: z.array(skillSchema),
  }),
  async run({ q, wanted, limit }) {
    const taxonomy = currentTaxonomy();
    const { whole, skills } = normalizeSkill(q, taxonomy);
    return {
      meant: {
        whole,
        skills: skills.map(({ skill, text, version }) => ({
          ...{ id: skill.id, label: skill.label, text },
          version: version?.text ?? null,
        })),
      },
      items: namedLike(taxonomy, q)
        .slice(0, limit)
        .map((skill) => showSkill(taxonomy, skill, wanted)),
    };
  },
});

/** Whole names before beginnings before what stands within; the shorter name first. */
function namedLike({ skills }: Taxonomy, text: string): Skill[] {
  const wanted = text.toLowerCase();
  const ranked = [...skills.values()].flatMap((skill) => {
    const ranks = [{ text: skill.id }, ...skill.forms].map((form) => rankOf(form.text.toLowerCase(), wanted));
    const best = Math.min(...ranks);
    return best === Number.POSITIVE_INFINITY ? [] : [{ skill, best }];
  });
  ranked.sort((a, b) => a.best - b.best || (a.skill.label < b.skill.label ? -1 : 1));
  return ranked.map(({ skill }) => skill);
}

const LONGEST = 1000;

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  const at = name.indexOf(wanted);
  if (at === -1) return Number.POSITIVE_INFINITY;
  return (at === 0 ? 1 : /[\s/.-]/.test(name[at - 1]!) ? 2 : 3) * LONGEST + name.length;
}

function showSkill(taxonomy: Taxonomy, skill: Skill, wanted: string | undefined): z.output<typeof skillSchema> {
  const named = (id: string) => ({ id, label: taxonomy.skills.get(id)?.label ?? id });
  const narrower = [...taxonomy.skills.values()].filter(({ broader }) => broader.includes(skill.id));
  return {
    id: skill.id,
    label: skill.label,
    kind: skill.kind,
    names: skill.forms.map(({ text }) => text),
    broader: skill.broader.map(named),
    narrower: narrower.slice(0, MOST_RELATED).map(({ id, label }) => ({ id, label })),
    related: skill.related.map(({ id, strength }) => ({ ...named(id), strength })),
    requires: skill.requires.map(named),
    standsFor: wanted === undefined ? null : relateSkills(taxonomy, { has: skill.id, wanted }),
  };
}
