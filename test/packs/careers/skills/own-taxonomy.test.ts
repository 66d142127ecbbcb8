import { describe, expect, it } from 'vitest';
import { ownTaxonomy } from '../../../../src/packs/careers/skills/own-taxonomy.ts';
import { type Skill, skillKinds, skillSlug } from '../../../../src/packs/careers/skills/skill.ts';
import { createTaxonomy, findBroaderCircle, skillsAbove } from '../../../../src/packs/careers/skills/taxonomy.ts';

const taxonomy = ownTaxonomy();
const skills = [...taxonomy.skills.values()];
const skill = (id: string, broader: string[]): Skill => ({
  id,
  label: id,
  kind: 'knowledge',
  forms: [{ text: id, rule: 'any' }],
  broader,
  related: [],
  requires: [],
});

describe('the taxonomy that comes with Sheaf', () => {
  it('knows at least 1 500 skills of every kind', () => {
    expect(skills.length).toBeGreaterThanOrEqual(1_500);
    const kinds = new Set(skills.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual([...skillKinds].toSorted());
  });

  it('has no two skills of one name or one id', () => {
    const names = new Map<string, string[]>();
    for (const { label, forms } of skills) {
      for (const { text } of forms) names.set(text.toLowerCase(), [...(names.get(text.toLowerCase()) ?? []), label]);
    }
    expect([...names].filter(([, labels]) => labels.length > 1)).toEqual([]);
    for (const { id, label } of skills) expect(id).toBe(skillSlug(label));
    for (const { id } of skills) expect(id).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
  });

  it('names only skills that are there, and none twice', () => {
    for (const { label, broader, related, requires } of skills) {
      const named = [...broader, ...related.map(({ id }) => id), ...requires];
      expect(
        named.filter((id) => !taxonomy.skills.has(id)),
        label,
      ).toEqual([]);
      expect(new Set(named).size, label).toBe(named.length);
    }
  });

  it('has strengths between nothing and all', () => {
    const strengths = skills.flatMap(({ related }) => related.map(({ strength }) => strength));
    expect(strengths.length).toBeGreaterThan(300);
    expect(strengths.filter((strength) => !(strength > 0 && strength < 1))).toEqual([]);
  });

  it('goes in no circle', () => {
    expect(findBroaderCircle(taxonomy)).toBeUndefined();
  });

  it('holds forms that can be found: no line breaks, no marks of its own form, short', () => {
    for (const { forms } of skills) for (const { text } of forms) expect(text).toMatch(/^[^\n|;*^@~<!]{1,60}$/);
  });

  it.each([
    ['Go'],
    ['R'],
    ['C'],
    ['Swift'],
    ['Excel'],
    ['Rust'],
    ['Spring'],
    ['Word'],
    ['Access'],
    ['Oracle'],
    ['Express'],
    ['Chef'],
    ['Puppet'],
    ['Git'],
    ['React'],
    ['Outlook'],
    ['Sketch'],
  ])('asks for context where a word is common: %s', (word) => {
    const forms = skills.flatMap(({ forms: all }) => all).filter(({ text }) => text === word);
    expect(forms).toEqual([{ text: word, rule: 'context' }]);
  });

  it('takes no form of one or two letters as it comes', () => {
    const short = skills.flatMap(({ forms }) => forms).filter(({ text }) => /^\p{L}{1,2}$/u.test(text));
    expect(short.filter(({ text, rule }) => rule === 'any' && !['JS'].includes(text))).toEqual([]);
  });
});

describe('findBroaderCircle', () => {
  it('names the skills of a circle', () => {
    const round = createTaxonomy([skill('a', ['b']), skill('b', ['c']), skill('c', ['b'])]);
    expect(findBroaderCircle(round)).toEqual(['b', 'c', 'b']);
  });

  it('takes two ways to one skill for none', () => {
    expect(
      findBroaderCircle(createTaxonomy([skill('a', ['b', 'c']), skill('b', ['d']), skill('c', ['d']), skill('d', [])])),
    ).toBeUndefined();
  });
});

describe('skillsAbove', () => {
  it('gives the shortest way up', () => {
    const up = createTaxonomy([skill('a', ['b', 'c']), skill('b', ['c']), skill('c', [])]);
    expect([...skillsAbove(up, 'a')]).toEqual([
      ['b', 1],
      ['c', 1],
    ]);
  });

  it('ends in a circle', () => {
    expect([...skillsAbove(createTaxonomy([skill('a', ['b']), skill('b', ['a'])]), 'a').keys()]).toEqual(['b']);
  });
});
