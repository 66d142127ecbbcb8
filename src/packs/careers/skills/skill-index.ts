// All names of a taxonomy as one trie of tokens: what is looked up in a text.

import type { FormRule, Skill, SkillForm } from './skill.ts';
import { gapBetween, joinerOf, splitTokens, type Token } from './split-tokens.ts';
import type { Taxonomy } from './taxonomy.ts';

/** A name, or a variant of one, at the end of its way through the trie. */
export interface IndexedForm {
  skill: Skill;
  /** As it is written in the taxonomy. */
  text: string;
  rule: FormRule;
  /** Punctuation that joins its tokens (`CI/CD`, `R&D`), by place; a space elsewhere. */
  joiners: readonly string[];
}

export interface SkillNode {
  next: Map<string, SkillNode>;
  /** Several where they are told apart by how they are written (`SAFe`, `safe`). */
  forms: IndexedForm[];
}

const newNode = (): SkillNode => ({ next: new Map(), forms: [] });
const SHORTEST_JOINED = 7;
const SHORTEST_PLURAL = 4;
const SHORTEST_SINGULAR = 7;

export function createSkillIndex({ skills }: Taxonomy): SkillNode {
  const root = newNode();
  const written = new Set<string>();
  const names: { skill: Skill; form: SkillForm; keys: string[]; joiners: string[] }[] = [];
  for (const skill of skills.values()) {
    for (const form of skill.forms) {
      const tokens = splitTokens(form.text);
      if (tokens.length === 0) continue;
      const name = { skill, form, keys: keysOf(tokens), joiners: joinersOf(form.text, tokens) };
      names.push(name);
      written.add(name.keys.join(' '));
      add(root, name.keys, indexed(skill, form, name.joiners));
    }
  }
  for (const { skill, form, ...name } of names) {
    if (form.rule !== 'any') continue;
    for (const { keys, joiners } of variants(name)) {
      // Another skill's own name goes before a variant of this one's.
      if (!written.has(keys.join(' '))) add(root, keys, indexed(skill, form, joiners));
    }
  }
  return root;
}

const keysOf = (tokens: readonly Token[]): string[] => tokens.map(({ key }) => key);

/** One and two letters are written as they are here, whoever wrote the taxonomy. */
function indexed(skill: Skill, { text, rule }: SkillForm, joiners: readonly string[]): IndexedForm {
  return { skill, text, rule: rule === 'any' && /^\p{L}{1,2}$/u.test(text) ? 'exact' : rule, joiners };
}

function add(root: SkillNode, keys: readonly string[], form: IndexedForm): void {
  let node = root;
  for (const key of keys) {
    let next = node.next.get(key);
    if (!next) {
      next = newNode();
      node.next.set(key, next);
    }
    node = next;
  }
  if (!node.forms.some(({ skill, text }) => skill === form.skill && text === form.text)) node.forms.push(form);
}

function joinersOf(text: string, tokens: readonly Token[]): string[] {
  return tokens.slice(1).map(({ start }, place) => {
    const { end } = tokens[place]!;
    return gapBetween(text, end, start) === 'joiner' ? joinerOf(text, end, start) : ' ';
  });
}

interface Variant {
  keys: readonly string[];
  joiners: readonly string[];
}

/** Plural and singular of the last token, and two tokens written as one. */
function variants({ keys, joiners }: Variant): Variant[] {
  const numbers = otherNumbers(keys.at(-1)!).map((last) => [...keys.slice(0, -1), last]);
  const all: Variant[] = numbers.map((each) => ({ keys: each, joiners }));
  if (keys.length === 2 && joiners[0] === ' ') {
    for (const each of [keys, ...numbers]) {
      const joined = each.join('');
      if (joined.length >= SHORTEST_JOINED) all.push({ keys: [joined], joiners: [] });
    }
  }
  return all;
}

function otherNumbers(word: string): string[] {
  if (!/^[a-z]+$/.test(word)) return [];
  if (word.length >= SHORTEST_SINGULAR && /(?:[^sui]s|ies)$/.test(word) && !word.endsWith('ics')) {
    return [word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)];
  }
  if (word.length < SHORTEST_PLURAL || /s$|ing$/.test(word)) return [];
  return [/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`];
}
