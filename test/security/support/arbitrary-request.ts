// Requests to one operation: valid, slightly wrong, and outrageous. A plan is plain data, so that a failing one can be read.

import fc from 'fast-check';
import { collectionOf, hostileText, idFor, mutatedJson, placeholder, validJson } from './arbitrary-value.ts';
import { brokenJsonTexts, injectionLists, marker, secretMarker } from './hostile-values.ts';
import type { JsonSchema, Operation, Parameter } from './operations.ts';

export const actors = ['owner', 'viewer', 'administrator', 'nobody', 'forged', 'cookie', 'key'] as const;

export interface Part {
  name: string;
  filename?: string;
  content: string;
  /** Written in place of the part's own headers. */
  rawHead?: string;
}

export type Body =
  | { kind: 'none' }
  | { kind: 'text'; contentType: string | null; text: string }
  | { kind: 'multipart'; parts: Part[]; ending: 'whole' | 'missing' | 'other boundary' | 'bare newlines' };

export interface RequestPlan {
  as: (typeof actors)[number];
  method: string;
  /** Path parameters, encoded when sent. */
  params: Record<string, string>;
  query: [string, string][];
  headers: [string, string][];
  body: Body;
  /** The path is bent after it was put together. */
  bend: (typeof bends)[number];
}

export const bends = [
  'straight',
  'double slashes',
  'dots',
  'encoded dots',
  'encoded slashes',
  'double encoded',
  'nul',
  'upper case',
  'trailing slash',
  'absolute',
  'long',
  'semicolon',
  'bad escape',
] as const;

const actor = fc.oneof(
  { weight: 10, arbitrary: fc.constant('owner' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...actors) },
  { weight: 2, arbitrary: fc.constantFrom('viewer' as const, 'administrator' as const, 'key' as const) },
);

const oddHeader: fc.Arbitrary<[string, string][]> = fc.oneof(
  fc.constantFrom<[string, string][]>(
    [['Accept', 'text/html;q=0.1, */*;q=nan']],
    [['Accept-Encoding', 'gzip, br;q=1, *;q=0']],
    [['Accept-Language', `${'xx-'.repeat(500)}x`]],
    [
      ['X-Forwarded-For', `'; drop table documents; --`],
      ['X-Forwarded-Host', 'evil.example'],
    ],
    [['X-Request-Id', `${marker} {}`]],
    [
      ['X-Request-Id', 'a'],
      ['X-Request-Id', 'b'],
    ],
    [['X-HTTP-Method-Override', 'DELETE']],
    [['Range', 'bytes=0-,-1,5-2']],
    [['If-None-Match', '*']],
    [['If-Match', '*']],
    [['If-Modified-Since', 'never']],
    [['Cookie', `sheaf-access=${secretMarker}; a=b; ;=;__proto__=x`]],
    [['Cookie', `sheaf-refresh=shr_${secretMarker}${'x'.repeat(34)}`]],
    [['Authorization', 'Basic YTpi']],
    [
      ['Authorization', `Bearer ${secretMarker}`],
      ['Authorization', 'Bearer b'],
    ],
    [['Sheaf-Workspace', placeholder.foreign('workspaces')]],
    [['Sheaf-Workspace', `' or 1=1`]],
    [['Idempotency-Key', `${'k'.repeat(255)}`]],
    [['Idempotency-Key', '\u00ff\u00fe']],
    [['X-Long', 'x'.repeat(12_000)]],
    [['X-Long', 'x'.repeat(40_000)]],
    [['X-Nul', 'a\u0000b']],
    [['Expect', '100-continue']],
    [['Expect', 'the-unexpected']],
    [
      ['Upgrade', 'websocket'],
      ['Connection', 'upgrade'],
    ],
    [['Transfer-Encoding', 'chunked']],
    [['Content-Length', '-1']],
    [['Host', 'evil.example']],
    [['Origin', 'https://evil.example']],
    [['Origin', 'null']],
    [['Sec-Fetch-Site', 'cross-site']],
    [['Bad Name', 'x']],
    Array.from({ length: 200 }, (_item, index): [string, string] => [`X-Many-${index}`, 'x']),
  ),
);

/** Of ten requests, about six are as the document wants them. */
export function requestTo(operation: Operation, resolve: (ref: string) => JsonSchema): fc.Arbitrary<RequestPlan> {
  const parameters = (place: Parameter['in']) => operation.parameters.filter((parameter) => parameter.in === place);
  const valid = (parameter: Parameter): fc.Arbitrary<string> =>
    parameter.in === 'path' && isId(parameter)
      ? idFor(collectionFor(operation.path, parameter.name))
      : validJson(parameter.schema, resolve, parameter.name).map(String);
  const params = Object.fromEntries(
    parameters('path').map((parameter) => [parameter.name, mostly(valid(parameter), hostileText)]),
  );
  const named = (place: 'query' | 'header') =>
    fc
      .tuple(
        ...parameters(place).map((parameter) =>
          fc
            .option(mostly(valid(parameter), hostileText), { freq: parameter.required ? 20 : 2 })
            .map((text): [string, string][] => (text === null ? [] : [[parameter.name, text]])),
        ),
      )
      .map((lists) => lists.flat());
  const extraQuery = rarely(
    fc.array(
      fc.tuple(fc.oneof(fc.constantFrom('__proto__', 'limit', 'limit[]', 'cursor', 'q'), hostileText), hostileText),
      { maxLength: 3 },
    ),
    [],
  );
  return fc
    .record({
      as: /\/(admin|system)\//.test(operation.path) ? fc.oneof(fc.constant('administrator' as const), actor) : actor,
      method: rarely(
        fc.constantFrom(
          'GET',
          'POST',
          'PUT',
          'PATCH',
          'DELETE',
          'HEAD',
          'OPTIONS',
          'TRACE',
          'PROPFIND',
          'CONNECT',
          'BREW',
        ),
        operation.method,
      ),
      params: fc.record(params),
      query: fc.tuple(named('query'), extraQuery).map((lists) => lists.flat()),
      headers: fc.tuple(named('header'), rarely(oddHeader, [])).map((lists) => lists.flat()),
      body: bodyFor(operation, resolve),
      bend: rarely(fc.constantFrom(...bends), 'straight' as const),
    })
    .map((plan) => plan as RequestPlan);
}

const isId = ({ schema }: Parameter): boolean => schema.format === 'uuid';

/** `/documents/{id}` is about documents, `{workspaceId}` about workspaces. */
function collectionFor(path: string, name: string): string {
  if (name !== 'id') return collectionOf(name);
  return (
    path
      .slice(0, path.indexOf(`/{${name}}`))
      .split('/')
      .at(-1) ?? ''
  );
}

const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });

const rarely = <T>(odd: fc.Arbitrary<T>, usual: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });

function bodyFor({ body, method }: Operation, resolve: (ref: string) => JsonSchema): fc.Arbitrary<Body> {
  const text = (contentType: string | null, content: string): Body => ({ kind: 'text', contentType, text: content });
  const none = fc.constant<Body>({ kind: 'none' });
  if (!body) {
    const uncalled = fc.constantFrom(
      text('application/json', '{}'),
      text('application/json', ''),
      text('text/plain', marker),
    );
    return method === 'GET' ? none : fc.oneof({ weight: 6, arbitrary: none }, uncalled);
  }
  const strange = fc
    .tuple(
      fc.constantFrom(
        'application/xml',
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/json; charset=utf-7',
        'application/json+x',
        'multipart/form-data',
        'multipart/form-data; boundary=',
        'a/b/c',
        marker,
        '',
        null,
      ),
      fc.constantFrom(...injectionLists.xml, '{}', `a=${marker}&__proto__[x]=1`, ''),
    )
    .map(([contentType, content]) => text(contentType, content));
  if (body.mediaType === 'multipart/form-data') {
    return fc.oneof({ weight: 9, arbitrary: multipartFor(body.schema) }, strange, none);
  }
  const valid = validJson(body.schema, resolve);
  const json = (content: string): Body => text('application/json', content);
  return fc.oneof(
    { weight: 8, arbitrary: valid.map((value) => json(JSON.stringify(value))) },
    { weight: 6, arbitrary: mutatedJson(valid).map(json) },
    { weight: 1, arbitrary: fc.constantFrom(...brokenJsonTexts).map(json) },
    { weight: 1, arbitrary: strange },
    { weight: 1, arbitrary: none },
  );
}

function multipartFor(schema: JsonSchema): fc.Arbitrary<Body> {
  const fields = Object.keys(schema.properties ?? {}).filter((name) => name !== 'file');
  const fileName = mostly(fc.constantFrom('a.txt', 'b.pdf', 'ä ü.txt'), hostileText);
  const content = fc.constantFrom(
    `number: ${marker}-1`,
    `number: A-1\nslow: 5`,
    'fail: file.corrupt',
    '',
    '%PDF-1.7\n',
    'x'.repeat(20_000),
    ...injectionLists.xml,
  );
  const file = fc.record({ name: fc.constant('file'), filename: fileName, content });
  const field = fc.record({
    name: mostly(fc.constantFrom(...fields), fc.oneof(fc.constantFrom('__proto__', 'file', ''), hostileText)),
    content: mostly(fc.constantFrom('invoice', `${secretMarker}-pass`), hostileText),
  });
  const rawHead = fc.constantFrom(
    'Content-Disposition: form-data',
    'Content-Disposition: form-data; name="file"; filename="a\r\nX-Injected: 1"',
    `Content-Disposition: form-data; name="file"; filename*=UTF-8''%E0%A4%A`,
    'Content-Disposition: attachment; name=file',
    '',
    `X: ${'x'.repeat(20_000)}`,
    'Content-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: multipart/mixed; boundary=inner',
    'Content-Disposition: form-data; name="file"; filename="a"\r\nContent-Transfer-Encoding: base64',
  );
  const broken = fc.record({ name: fc.constant('file'), content, rawHead });
  const parts = fc.tuple(
    fc.array(file, { maxLength: 3 }),
    rarely(fc.array(field, { maxLength: 4 }), []),
    rarely(fc.array(broken, { minLength: 1, maxLength: 2 }), []),
  );
  const ending = rarely(
    fc.constantFrom('missing' as const, 'other boundary' as const, 'bare newlines' as const),
    'whole' as const,
  );
  return fc
    .record({ parts, ending })
    .map(({ parts: lists, ending: end }) => ({ kind: 'multipart', parts: lists.flat(), ending: end }) as Body);
}
