// A plan turned into bytes: placeholders become the ids and secrets of the crew that is there now.

import type { Body, Part, RequestPlan } from './arbitrary-request.ts';
import { placeholder } from './arbitrary-value.ts';
import { type Crew, crewPassword } from './crews.ts';
import type { RawRequest } from './send-raw.ts';

export interface Surroundings {
  url: string;
  path: string;
  crew: Crew;
  victim: Crew;
  /** Counts up: makes addresses that nobody has yet. */
  serial: number;
}

const BOUNDARY = 'fzboundary';
const UNKNOWN_ID = '01a1f7bc-7a47-7000-b5d4-4df02a6516cc';

export function renderRequest(plan: RequestPlan, around: Surroundings): RawRequest {
  const fill = (text: string): string => fillIn(text, around);
  const { contentType, bytes } = renderBody(plan.body, fill);
  const own: [string, string][] = [['Host', new URL(around.url).host], ...credentials(plan, around.crew)];
  if (contentType !== null) own.push(['Content-Type', contentType]);
  if (bytes.length > 0 || plan.body.kind !== 'none') own.push(['Content-Length', String(bytes.length)]);
  const given = plan.headers.map(([name, value]): [string, string] => [name, oneLine(fill(value))]);
  return { method: plan.method, target: targetOf(plan, around.path, fill), headers: [...own, ...given], body: bytes };
}

function fillIn(text: string, { crew, victim, serial, path }: Surroundings): string {
  return text
    .replace(/@@(own|foreign):(\w*)@@/g, (_all, whose, collection) => {
      const ids = (whose === 'own' ? crew : victim).ids.get(collection) ?? [];
      return ids[serial % ids.length] ?? UNKNOWN_ID;
    })
    .replaceAll(placeholder.link, crew.links.get(path) ?? 'none')
    .replaceAll(placeholder.unknownId, UNKNOWN_ID)
    .replaceAll(placeholder.ownEmail, crew.emails.owner)
    .replaceAll(placeholder.freshEmail, `fresh-${serial}@crew.example`)
    .replaceAll(placeholder.password, crewPassword);
}

function credentials({ as }: RequestPlan, crew: Crew): [string, string][] {
  switch (as) {
    case 'nobody':
      return [];
    case 'forged':
      return [['Authorization', `Bearer ${crew.tokens.owner.slice(0, -6)}AAAAAA`]];
    case 'cookie':
      return [['Cookie', `sheaf-access=${crew.tokens.owner}`]];
    case 'key':
      return [['X-API-Key', crew.key]];
    default:
      return [['Authorization', `Bearer ${crew.tokens[as]}`]];
  }
}

/** Headers cannot hold line breaks: with them, the request would be two. */
const oneLine = (text: string): string => text.replace(/[\r\n]/g, ' ');

function targetOf({ params, query, bend }: RequestPlan, template: string, fill: (text: string) => string): string {
  const path = template.replace(/\{(\w+)\}/g, (_all, name) => encode(fill(params[name] ?? '')));
  const search = query.map(([name, value]) => `${encode(name)}=${encode(fill(value))}`).join('&');
  return bendPath(path, bend) + (search === '' ? '' : `?${search}`);
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

function bendPath(path: string, bend: RequestPlan['bend']): string {
  switch (bend) {
    case 'double slashes':
      return path.replaceAll('/', '//');
    case 'dots':
      return `/x/../.${path}/./..`;
    case 'encoded dots':
      return `${path}/%2e%2e/%2E%2E/etc/passwd`;
    case 'encoded slashes':
      return `/${path.slice(1).replaceAll('/', '%2f')}`;
    case 'double encoded':
      return `${path}%252e%252e%252f`;
    case 'nul':
      return `${path}%00.png`;
    case 'upper case':
      return path.toUpperCase();
    case 'trailing slash':
      return `${path}/`;
    case 'absolute':
      return `http://evil.example${path}`;
    case 'long':
      return `${path}${'/a'.repeat(4000)}`;
    case 'semicolon':
      return `${path};jsessionid=1`;
    case 'bad escape':
      return `${path}%zz%e0%a4%a`;
    default:
      return path;
  }
}

function renderBody(body: Body, fill: (text: string) => string): { contentType: string | null; bytes: Uint8Array } {
  if (body.kind === 'none') return { contentType: null, bytes: new Uint8Array() };
  if (body.kind === 'text') return { contentType: body.contentType, bytes: Buffer.from(fill(body.text), 'utf8') };
  const newline = body.ending === 'bare newlines' ? '\n' : '\r\n';
  const pieces = body.parts.map(
    (part) => `--${BOUNDARY}${newline}${headOf(part, newline)}${newline}${newline}${fill(part.content)}${newline}`,
  );
  const end = {
    whole: `--${BOUNDARY}--`,
    missing: '',
    'other boundary': '--other--',
    'bare newlines': `--${BOUNDARY}--`,
  }[body.ending];
  return {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    bytes: Buffer.from(pieces.join('') + end + newline, 'utf8'),
  };
}

function headOf({ name, filename, rawHead }: Part, newline: string): string {
  if (rawHead !== undefined) return rawHead;
  const quoted = (text: string): string => text.replace(/[\r\n"]/g, encodeURIComponent);
  const file =
    filename === undefined ? '' : `; filename="${quoted(filename)}"${newline}Content-Type: application/octet-stream`;
  return `Content-Disposition: form-data; name="${quoted(name)}"${file}`;
}
