// The smallest value that a JSON schema allows: what the model server answers when a test does not say.

interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

export function sampleOfSchema(given: unknown, root = given as JsonSchema, depth = 0): unknown {
  const schema = (given ?? {}) as JsonSchema;
  if (depth > 20) return null;
  const next = (inner: unknown): unknown => sampleOfSchema(inner, root, depth + 1);
  if (schema.$ref !== undefined) {
    return next(schema.$ref === '#' ? root : root.$defs?.[schema.$ref.replace('#/$defs/', '')]);
  }
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return next(choice);
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) ?? true)
          .map(([name, inner]) => [name, next(inner)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => next(schema.items));
    case 'string':
      return 'sample'.padEnd(schema.minLength ?? 0, '.');
    case 'number':
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return null;
  }
}
