// The operations of a live OpenAPI document, as the fuzzer needs them.

// biome-ignore lint/suspicious/noExplicitAny: JSON Schema as it comes
export type JsonSchema = any;

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: JsonSchema;
}

export interface Operation {
  /** `GET /api/v1/documents/{id}` */
  name: string;
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: { mediaType: string; schema: JsonSchema; required: boolean } | undefined;
  /** Statuses that the document names for it. */
  statuses: number[];
}

export interface ApiDocument {
  paths: Record<string, Record<string, JsonSchema>>;
  components: { schemas: Record<string, JsonSchema> };
}

export async function fetchApiDocument(url: string): Promise<ApiDocument> {
  return (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as ApiDocument;
}

export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      parameters: operation.parameters ?? [],
      body: bodyOf(operation.requestBody),
      statuses: Object.keys(operation.responses).map(Number),
    })),
  );
}

function bodyOf(requestBody: JsonSchema): Operation['body'] {
  const [mediaType, content] = Object.entries<JsonSchema>(requestBody?.content ?? {})[0] ?? [];
  return mediaType === undefined
    ? undefined
    : { mediaType, schema: content.schema ?? {}, required: requestBody.required === true };
}
