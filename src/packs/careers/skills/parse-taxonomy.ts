// The text form of the taxonomy to skills. A line is a skill:
//
//     @ framework < Front-end development          kind, and what is broader, of the lines below
//     React^ | ReactJS; React.js | ! JavaScript, ~ Redux .7, < Web development
//
// label | other forms; … | relations, …: `<` broader (besides or, with `<` given, instead of the heading's), `~` related, with a
// strength (.5 when none is given), `!` requires. A form ending in `*` must be written exactly so, one ending in `^` needs context
// as well (skill.ts). Relations name labels.

import {
  type FormRule,
  type RelatedSkill,
  type Skill,
  type SkillForm,
  type SkillKind,
  skillKinds,
  skillSlug,
} from './skill.ts';

const USUAL_STRENGTH = 0.5;

interface Line {
  label: string;
  kind: SkillKind;
  forms: SkillForm[];
  broader: string[];
  related: { label: string; strength: number }[];
  requires: string[];
}

/** Throws Error with the line when one is not understood or names a skill that is not there. */
export function parseTaxonomy(texts: readonly string[]): Skill[] {
  const lines = texts.flatMap(readLines);
  const ids = new Map(lines.map(({ label }) => [label.toLowerCase(), skillSlug(label)]));
  if (new Set(ids.values()).size < lines.length) throw new Error('two skills of one id');
  const idOf = (label: string, from: string): string => {
    const id = ids.get(label.toLowerCase());
    if (id === undefined) throw new Error(`${from}: there is no skill "${label}"`);
    return id;
  };
  return lines.map(({ label, kind, forms, broader, related, requires }) => ({
    id: skillSlug(label),
    label,
    kind,
    forms,
    broader: broader.map((name) => idOf(name, label)),
    related: related.map(({ label: name, strength }): RelatedSkill => ({ id: idOf(name, label), strength })),
    requires: requires.map((name) => idOf(name, label)),
  }));
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let heading: { kind: SkillKind; broader: string[] } | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('@')) {
      heading = readHeading(line);
      continue;
    }
    if (!heading) throw new Error(`a skill before the first heading: ${line}`);
    lines.push(readLine(line, heading));
  }
  return lines;
}

function readHeading(line: string): { kind: SkillKind; broader: string[] } {
  const [kind = '', broader] = line
    .slice(1)
    .split('<')
    .map((part) => part.trim());
  if (!skillKinds.includes(kind as SkillKind)) throw new Error(`no kind of skill: ${line}`);
  return { kind: kind as SkillKind, broader: broader ? [broader] : [] };
}

function readLine(line: string, heading: { kind: SkillKind; broader: string[] }): Line {
  const [name = '', synonyms = '', relations = '', ...more] = line.split('|').map((part) => part.trim());
  if (name === '' || more.length > 0) throw new Error(`no skill: ${line}`);
  const own = readForm(name);
  const others = synonyms.split(';').map((part) => part.trim());
  const read: Line = {
    label: own.text,
    kind: heading.kind,
    forms: [own, ...others.filter(Boolean).map(readForm)],
    broader: [],
    related: [],
    requires: [],
  };
  for (const relation of relations.split(',').map((part) => part.trim())) if (relation) addRelation(read, relation);
  if (read.broader.length === 0) read.broader.push(...heading.broader);
  return read;
}

const rules: Readonly<Record<string, FormRule>> = { '*': 'exact', '^': 'context' };

function readForm(text: string): SkillForm {
  const rule = rules[text.at(-1)!];
  return rule ? { text: text.slice(0, -1), rule } : { text, rule: 'any' };
}

function addRelation(line: Line, relation: string): void {
  const name = relation.slice(1).trim();
  if (relation.startsWith('<')) line.broader.push(name);
  else if (relation.startsWith('!')) line.requires.push(name);
  else if (relation.startsWith('~')) {
    const [, label = name, strength] = /^(.+?)(?:\s+(\.\d+))?$/.exec(name) ?? [];
    line.related.push({ label, strength: strength ? Number(strength) : USUAL_STRENGTH });
  } else throw new Error(`no relation of ${line.label}: ${relation}`);
}
