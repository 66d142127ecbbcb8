import { describe, expect, it } from 'vitest';
import { normalizeSkill } from '../../../../src/packs/careers/skills/normalize-skill.ts';
import { ownTaxonomy } from '../../../../src/packs/careers/skills/own-taxonomy.ts';

describe('normalizeSkill', () => {
  it.each<[raw: string, labels: string[], whole: boolean]>([
    ['Python (advanced)', ['Python'], true],
    ['Go', ['Go'], true],
    ['R', ['R'], true],
    ['HTML/CSS', ['HTML', 'CSS'], true],
    ['Java 17', ['Java'], true],
    ['Java - 5 years', ['Java'], true],
    ['sehr gute Excel-Kenntnisse', ['Microsoft Excel'], true],
    ['Deutsch (C1)', ['German'], true],
    ['MS Office (Word, Excel)', ['Microsoft Office', 'Microsoft Word', 'Microsoft Excel'], true],
    ['Führerschein Klasse B', ['Driving licence class B'], true],
    ['Go home with partners', [], false],
    ['building REST APIs for banks', ['REST APIs'], false],
    ['juggling', [], false],
    ['', [], false],
    ['***', [], false],
  ])('%j', (raw, labels, whole) => {
    const normalized = normalizeSkill(raw, ownTaxonomy());
    expect(normalized.skills.map(({ skill }) => skill.label)).toEqual(labels);
    expect([normalized.raw, normalized.whole]).toEqual([raw, whole]);
  });
});
