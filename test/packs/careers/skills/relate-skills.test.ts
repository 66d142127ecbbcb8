import { describe, expect, it } from 'vitest';
import { ownTaxonomy } from '../../../../src/packs/careers/skills/own-taxonomy.ts';
import { relateSkills } from '../../../../src/packs/careers/skills/relate-skills.ts';

const taxonomy = ownTaxonomy();
const relate = (has: string, wanted: string): number => relateSkills(taxonomy, { has, wanted });

describe('relateSkills', () => {
  it('gives 1 for the same skill alone', () => {
    const ids = [...taxonomy.skills.keys()].filter((_, place) => place % 97 === 0);
    for (const has of ids) {
      for (const wanted of ids) {
        const relation = relate(has, wanted);
        if (has === wanted) expect(relation).toBe(1);
        else expect(relation).toBeGreaterThanOrEqual(0);
        if (has !== wanted) expect(relation).toBeLessThan(1);
      }
    }
  });

  it('takes the narrower skill for more of the broader one than the other way round', () => {
    expect(relate('spring-boot', 'spring')).toBeGreaterThan(relate('spring', 'spring-boot'));
    expect(relate('spring-boot', 'spring')).toBeGreaterThan(relate('spring-boot', 'back-end-development'));
  });

  it('knows what a skill cannot do without', () => {
    expect(relate('react', 'javascript')).toBe(0.8);
    expect(relate('javascript', 'react')).toBe(0.4);
  });

  it('reads a relation both ways', () => {
    expect(relate('mariadb', 'mysql')).toBe(0.9);
    expect(relate('mysql', 'mariadb')).toBe(0.9);
  });

  it('gives a little for what lies beside it, nothing for what lies elsewhere', () => {
    expect(relate('mysql', 'informix')).toBe(0.25);
    expect(relate('mysql', 'wound-care')).toBe(0);
    expect(relate('python', 'cobol')).toBe(0);
  });

  it('knows nothing of strangers', () => {
    expect(relate('nothing', 'python')).toBe(0);
    expect(relate('nothing', 'nothing')).toBe(1);
  });
});
