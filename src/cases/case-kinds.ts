// All cases that were declared, checked at start: what does not fit together keeps the server from starting.

import { z } from 'zod';
import { type CaseSpec, type CaseState, caseStateKinds } from './case-spec.ts';

export interface CaseKinds {
  list: readonly CaseSpec[];
  find(id: string): CaseSpec | undefined;
}

/** What declarations may name. */
export interface KnownNames {
  recordTypes: readonly string[];
  artifactKinds: readonly string[];
  permissions: readonly string[];
  roles: readonly string[];
  /** Declarations of matches. */
  matches: readonly string[];
}

const specPattern = /^[a-z][a-z0-9-]{0,40}\/[a-z][a-z0-9-]{0,40}$/;
const namePattern = /^[a-z][a-z0-9-]{0,40}$/;

/** Throws an Error that names every mistake in what was declared. */
export function createCaseKinds(list: readonly CaseSpec[], known: KnownNames): CaseKinds {
  const mistakes = [
    ...doubles(list.flatMap(namesOf)).map((id) => `${id}: is declared twice`),
    ...list.flatMap((spec) => mistakesOf(spec, known).map((mistake) => `${spec.id}: ${mistake}`)),
  ];
  if (mistakes.length > 0) throw new Error(`The cases do not fit together:\n  ${mistakes.join('\n  ')}`);
  const byId = new Map(list.flatMap((spec) => namesOf(spec).map((name) => [name, spec] as const)));
  return { list, find: (id) => byId.get(id) };
}

const namesOf = ({ id, alias }: CaseSpec): string[] => (alias === undefined ? [id] : [id, alias]);

/** Throws for a state that is not declared: of a case that was stored by another version of its pack. */
export function stateOf(spec: CaseSpec, id: string): CaseState {
  const state = findState(spec, id);
  if (!state) throw new Error(`${spec.id} has no state ${id}`);
  return state;
}

export const findState = ({ states }: CaseSpec, id: string): CaseState | undefined =>
  states.find((state) => state.id === id);

function mistakesOf(spec: CaseSpec, known: KnownNames): string[] {
  return [
    ...mistakesOfStates(spec),
    ...mistakesOfTransitions(spec, known),
    ...mistakesOfContent(spec, known),
    ...mistakesOfFields(spec),
    ...mistakesOfOutcome(spec, known),
  ];
}

function mistakesOfStates({ id, alias, states, initial, takeBackMinutes }: CaseSpec): string[] {
  const mistakes: string[] = [];
  const ids = states.map((state) => state.id);
  if (alias !== undefined && !namePattern.test(alias)) mistakes.push('the alias must be in lower case, with hyphens');
  if (!specPattern.test(id)) mistakes.push('the id must be pack/name, in lower case, with hyphens');
  for (const state of states) {
    if (!namePattern.test(state.id)) mistakes.push(`the state ${state.id} must be in lower case, with hyphens`);
    if (!caseStateKinds.includes(state.kind)) mistakes.push(`the state ${state.id} is ${state.kind}`);
  }
  mistakes.push(...doubles(ids).map((state) => `the state ${state} is declared twice`));
  if (initial.length === 0) mistakes.push('has no state to begin in');
  for (const state of initial) {
    const found = states.find((each) => each.id === state);
    if (!found) mistakes.push(`begins in ${state}, which is no state`);
    else if (found.kind !== 'open') mistakes.push(`begins in ${state}, which is an end`);
  }
  if (takeBackMinutes !== undefined && !(takeBackMinutes > 0)) mistakes.push('moves are taken back for no time');
  return mistakes;
}

function mistakesOfTransitions({ states, transitions, initial }: CaseSpec, known: KnownNames): string[] {
  const ids = new Set(states.map(({ id }) => id));
  const mistakes = transitions.flatMap(({ from, to, permission, roles = [] }) => [
    ...[from, to].flat().flatMap((state) => (ids.has(state) ? [] : [`moves by way of ${state}, which is no state`])),
    ...([from].flat().includes(to) ? [`moves from ${to} to itself`] : []),
    ...(permission === undefined || known.permissions.includes(permission)
      ? []
      : [`needs ${permission}, which is no permission`]),
    ...roles.flatMap((role) => (known.roles.includes(role) ? [] : [`is moved by ${role}, which is no role`])),
  ]);
  const reached = new Set(initial);
  // Each round adds what is one step further.
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of transitions) if ([from].flat().some((state) => reached.has(state))) reached.add(to);
  }
  const lost = states.filter(({ id }) => !reached.has(id)).map(({ id }) => `nothing leads to ${id}`);
  return [...mistakes, ...lost];
}

function mistakesOfContent({ subject, attachments }: CaseSpec, known: KnownNames): string[] {
  const types = [
    ...(subject?.recordTypes ?? []).map((type) => ({ type, of: known.recordTypes })),
    ...attachments.flatMap(({ source, types }) =>
      types.map((type) => ({ type, of: source === 'record' ? known.recordTypes : known.artifactKinds })),
    ),
  ];
  return [
    ...(subject?.recordTypes.length === 0 ? ['is about no type of record'] : []),
    ...types.flatMap(({ type, of }) => (of.includes(type) ? [] : [`there is nothing called ${type}`])),
    ...doubles(attachments.map(({ role }) => role)).map((role) => `the attachment ${role} is declared twice`),
    ...attachments.flatMap(({ role }) =>
      namePattern.test(role) ? [] : [`the attachment ${role} must be in lower case`],
    ),
  ];
}

function mistakesOfFields({ fields, moments = [] }: CaseSpec): string[] {
  if (fields !== undefined && !(fields instanceof z.ZodObject)) return ['its fields are no schema of an object'];
  const required = fields && !fields.safeParse({}).success ? ['its fields must all be optional'] : [];
  const shape = fields?.shape ?? {};
  return [
    ...required,
    ...moments.flatMap(({ field, minutes }) => [
      ...(Object.hasOwn(shape, field) ? [] : [`the moment ${field} is no field`]),
      ...(minutes > 0 ? [] : [`the moment ${field} takes no time`]),
    ]),
  ];
}

function mistakesOfOutcome(
  { outcome, states, subject, attachments, transitions }: CaseSpec,
  known: KnownNames,
): string[] {
  if (!outcome) return [];
  const ids = states.map(({ id }) => id);
  const steps = outcome.against.flatMap(({ from, to }) => [from].flat().map((one) => ({ from: one, to })));
  return [
    ...(known.matches.includes(outcome.spec) ? [] : [`speaks of ${outcome.spec}, which is no match`]),
    ...(subject ? [] : ['speaks of a match, and is about no record']),
    ...(attachments.some(({ role, source }) => role === outcome.attachment && source === 'record')
      ? []
      : [`speaks of ${outcome.attachment}, which is no record that is attached`]),
    ...outcome.for.flatMap((state) => (ids.includes(state) ? [] : [`speaks by ${state}, which is no state`])),
    ...steps.flatMap(({ from, to }) =>
      transitions.some((step) => [step.from].flat().includes(from) && step.to === to)
        ? []
        : [`speaks by the step from ${from} to ${to}, which is none`],
    ),
  ];
}

const doubles = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
