import { describe, expect, it } from 'vitest';
import { parseTaxonomy } from '../../../../src/packs/careers/skills/parse-taxonomy.ts';
import { skillSlug } from '../../../../src/packs/careers/skills/skill.ts';

describe('parseTaxonomy', () => {
  it('reads forms with their rules, headings and relations', () => {
    const text = `
@ knowledge
Web development
@ language < Web development
JavaScript | JS; ECMAScript
@ framework < Web development
React^ | ReactJS; R/C* | ! JavaScript, ~ Web development .7
Vue.js | | < JavaScript, ~ React`;
    expect(parseTaxonomy([text]).slice(2)).toEqual([
      {
        id: 'react',
        label: 'React',
        kind: 'framework',
        forms: [
          { text: 'React', rule: 'context' },
          { text: 'ReactJS', rule: 'any' },
          { text: 'R/C', rule: 'exact' },
        ],
        broader: ['web-development'],
        related: [{ id: 'web-development', strength: 0.7 }],
        requires: ['javascript'],
      },
      {
        id: 'vue-js',
        label: 'Vue.js',
        kind: 'framework',
        forms: [{ text: 'Vue.js', rule: 'any' }],
        broader: ['javascript'],
        related: [{ id: 'react', strength: 0.5 }],
        requires: [],
      },
    ]);
  });

  it.each([
    ['a skill before a heading', 'Python'],
    ['a kind that is none', '@ wizardry\nPython'],
    ['a relation to nothing', '@ language\nPython | | ~ Cobra'],
    ['a relation of no sort', '@ language\nPython | | = Cobra'],
    ['a fourth part', '@ language\nPython | py | | more'],
    ['two skills of one id', '@ language\nA-B\nA B'],
  ])('refuses %s', (_, text) => {
    expect(() => parseTaxonomy([text])).toThrow();
  });
});

describe('skillSlug', () => {
  it.each([
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['.NET', 'dot-net'],
    ['Node.js', 'node-js'],
    ['R&D', 'r-and-d'],
    ['Maßarbeit für Füße', 'massarbeit-fur-fusse'],
  ])('%s → %s', (label, slug) => {
    expect(skillSlug(label)).toBe(slug);
  });
});
