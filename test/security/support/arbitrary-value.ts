// Values for a JSON Schema: mostly valid ones, and the same with something wrong in them.

import fc from 'fast-check';
import { hostileJsonTexts, hostileTexts, marker, secretMarker } from './hostile-values.ts';
import type { JsonSchema } from './operations.ts';

/** What `render-request.ts` replaces by the ids and addresses of the people and things that are there when it is sent. */
export const placeholder = {
  own: (collection: string) => `@@own:${collection}@@`,
  foreign: (collection: string) => `@@foreign:${collection}@@`,
  unknownId: '@@unknown-id@@',
  ownEmail: '@@own-email@@',
  freshEmail: '@@fresh-email@@',
  password: '@@password@@',
  /** The newest signed link to the operation's own path. */
  link: '@@link@@',
};

const secretName = /password|token|secret|code|challenge|key$/i;

/** `documentId`, `document` and `documents` all mean things of `documents`. */
export const collectionOf = (name: string): string => `${name.replace(/(_id|Ids?|s)$/, '')}s`;

/** Texts that nobody would send by mistake, and some that somebody would. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileTexts).map((text) => `${text}${marker}`) },
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(300, 5000, 70_000).map((length) => marker.repeat(length / marker.length)) },
);

/** A value that the schema allows, as JSON text. */
export function validJson(schema: JsonSchema, resolve: (ref: string) => JsonSchema, name = ''): fc.Arbitrary<unknown> {
  const build = (part: JsonSchema, key: string, depth: number): fc.Arbitrary<unknown> => {
    if (part.$ref) return build(resolve(part.$ref), key, depth);
    if (part.const !== undefined) return fc.constant(part.const);
    if (part.enum) return fc.constantFrom(...part.enum);
    const choices = part.anyOf ?? part.oneOf;
    if (choices) return fc.oneof(...choices.map((choice: JsonSchema) => build(choice, key, depth)));
    if (part.allOf) return build(Object.assign({}, ...part.allOf), key, depth);
    const type = Array.isArray(part.type) ? part.type[0] : part.type;
    switch (type) {
      case 'string':
        return textFor(part, key);
      case 'integer':
        return fc.oneof(
          fc.constant(part.default ?? part.minimum ?? 0),
          fc.integer({ min: part.minimum ?? 0, max: Math.min(part.maximum ?? 1000, 2 ** 31) }),
        );
      case 'number':
        return fc.double({ min: part.minimum ?? -1e6, max: part.maximum ?? 1e6, noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return fc.array(depth > 3 ? fc.constant(1) : build(part.items ?? {}, key, depth + 1), {
          minLength: part.minItems ?? 0,
          maxLength: Math.min(part.maxItems ?? 3, (part.minItems ?? 0) + 3),
        });
      case 'object':
        return objectFor(part, depth);
      default:
        return fc.oneof(fc.constant('text'), fc.integer(), fc.boolean(), fc.constant(null), fc.constant('2026-01-31'));
    }
  };
  const objectFor = (part: JsonSchema, depth: number): fc.Arbitrary<unknown> => {
    const properties = Object.entries<JsonSchema>(part.properties ?? {});
    const model = Object.fromEntries(properties.map(([key, inner]) => [key, build(inner, key, depth + 1)]));
    const known = fc.record(model, { requiredKeys: part.required ?? [] });
    if (!part.additionalProperties || depth > 3) return known;
    const keys = fc.constantFrom('number', 'issueDate', 'grossTotal', 'lines[0].quantity', 'lines[9].quantity', 'x');
    const more = fc.dictionary(keys, build(part.additionalProperties, 'x', depth + 1), { minKeys: 1, maxKeys: 3 });
    return fc.tuple(known, more).map(([first, second]) => ({ ...second, ...(first as object) }));
  };
  return build(schema, name, 0);
}

function textFor({ format, pattern, minLength = 0, maxLength = 200 }: JsonSchema, key: string): fc.Arbitrary<string> {
  if (format === 'uuid') return idFor(collectionOf(key));
  if (format === 'email' || key === 'email') {
    return fc.constantFrom(placeholder.ownEmail, placeholder.freshEmail);
  }
  if (key === 'link') return fc.constant(placeholder.link);
  if (key === 'if-match') return fc.constantFrom('"1"', '"2"', '"3"');
  if (format === 'date-time') return fc.constant('2026-11-20T10:00:00.000Z');
  if (format === 'date') return fc.constant('2026-11-20');
  if (format === 'uri') return fc.constant('https://example.com/');
  if (/password/i.test(key)) {
    return fc.oneof(
      { weight: 3, arbitrary: fc.constant(placeholder.password) },
      fc.constant(`${secretMarker}-Wrong-9`),
    );
  }
  const fits = (text: string): string => text.padEnd(minLength, 'x').slice(0, Math.max(minLength, maxLength));
  if (secretName.test(key)) return fc.constantFrom(fits(`${secretMarker}-4711`), fits('123456'), fits('a'.repeat(43)));
  if (pattern) return fc.stringMatching(new RegExp(pattern, 'u'));
  return fc.oneof(fc.constant(fits(`name ${marker}`)), fc.string({ minLength, maxLength: Math.min(maxLength, 30) }));
}

/** Mostly one of the caller's own. */
export const idFor = (collection: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(placeholder.own(collection)) },
    { weight: 2, arbitrary: fc.constant(placeholder.foreign(collection)) },
    { weight: 1, arbitrary: fc.constant(placeholder.unknownId) },
  );

/** A marked spot in JSON text, where a text that is no value of JavaScript goes. */
const spot = (index: number): string => `@@raw:${index}@@`;

type Mutation =
  | { kind: 'drop'; at: number }
  | { kind: 'text'; at: number; text: string }
  | { kind: 'raw'; at: number; json: string }
  | { kind: 'extra'; key: string; json: string };

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('text' as const), at: fc.nat(20), text: hostileText }),
  fc.record({ kind: fc.constant('raw' as const), at: fc.nat(20), json: fc.constantFrom(...hostileJsonTexts) }),
  fc.record({
    kind: fc.constant('extra' as const),
    key: fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'prototype', `${marker}-key`, 'id', 'role', 'systemAdministrator'),
      hostileText,
    ),
    json: fc.constantFrom('1', 'true', '"owner"', `"${marker}"`, '{"polluted":true}', ...hostileJsonTexts.slice(0, 12)),
  }),
);

/** Valid JSON text, with one to three things wrong in it. */
export function mutatedJson(valid: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.tuple(valid, fc.array(mutation, { minLength: 1, maxLength: 3 })).map(([value, mutations]) => {
    const raws: string[] = [];
    let whole: unknown = structuredClone(value);
    for (const change of mutations) whole = applyMutation(whole, change, raws);
    const text = JSON.stringify(whole) ?? 'null';
    return text.replace(/"@@raw:(\d+)@@"/g, (_all, index) => raws[Number(index)]!);
  });
}

function applyMutation(whole: unknown, change: Mutation, raws: string[]): unknown {
  const raw = (json: string): string => spot(raws.push(json) - 1);
  if (change.kind === 'extra') {
    if (whole === null || typeof whole !== 'object' || Array.isArray(whole))
      return raw(`{${JSON.stringify(change.key)}:${change.json}}`);
    Object.defineProperty(whole, change.key, {
      value: raw(change.json),
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return whole;
  }
  const places = placesIn(whole);
  const place = places[change.at % (places.length + 1)];
  // One past the last means the value as a whole.
  if (!place) return change.kind === 'text' ? change.text : change.kind === 'raw' ? raw(change.json) : undefined;
  const [holder, key] = place;
  if (change.kind === 'drop') delete holder[key];
  else holder[key] = change.kind === 'text' ? change.text : raw(change.json);
  return whole;
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key] as [typeof holder, string], ...placesIn(holder[key])]);
}
