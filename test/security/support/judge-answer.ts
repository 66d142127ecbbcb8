// What must hold of every answer, whoever asked for whatever.

import { problemMediaType, problemSchema } from '../../../src/api/problem.ts';
import { errorCatalogue } from '../../../src/errors.ts';
import type { RequestPlan } from './arbitrary-request.ts';
import { victimMarker } from './crews.ts';
import { marker, secretMarker } from './hostile-values.ts';
import type { Operation } from './operations.ts';
import type { RawAnswer } from './send-raw.ts';

/** What stands before every operation may answer: authentication, parser, router, limits, time-outs, guards. */
const generalStatuses = new Set([400, 401, 403, 404, 405, 408, 413, 415, 421, 429, 431]);

/** Anybody may call these (files: who has a signed link); every other operation must refuse who brings nothing. */
/** Of /metrics: to whoever asks from this machine, as the fuzzer does. */
const publicPath = /^\/(healthz|readyz|metrics|files|api\/v1\/(auth|openapi\.json|docs)(\/|$))/;

const insides: readonly RegExp[] = [
  /\bat (async )?[\w.<>]+ \(|\.ts:\d+|\.js:\d+:/,
  /node_modules|\/src\/|file:\/\/\//,
  /\b(select|insert into|update|delete from)\b .{0,80}\b(from|where|values|set)\b/i,
  /syntax error|violates|constraint|duplicate key|invalid input syntax|relation "|column "|SQLSTATE|pg_|PGlite|kysely/i,
  /ENOENT|EACCES|ECONN|EPIPE|undefined is not|cannot read prop|is not a function|is not iterable|TypeError|RangeError/i,
  /better-auth|zod|fastify|FST_ERR|ajv/i,
];

export interface JudgeContext {
  operation: Operation;
  plan: RequestPlan;
  /** Texts of this server that no answer may hold: paths, keys, the environment. */
  secrets: readonly string[];
}

/** What is wrong with the answer; nothing = all is well. */
export function judgeAnswer(answer: RawAnswer | 'closed' | 'hangs', context: JudgeContext): string[] {
  // Who is not a proxy does not take CONNECT at all.
  if (answer === 'closed' && context.plan.method === 'CONNECT') return [];
  if (answer === 'hangs' || answer === 'closed') return [`the connection ${answer}`];
  const wrong: string[] = [];
  const body = answer.body.toString('utf8');
  const header = (name: string): string => answer.headers.get(name)?.join(', ') ?? '';
  const straight = isStraight(context);
  judgeStatus(answer.status, context, straight, wrong);
  judgeHeaders(header, wrong);
  if (!answer.headers.has('x-request-id')) wrong.push('no X-Request-ID');
  if (answer.headers.has('x-powered-by') || answer.headers.has('server')) wrong.push('tells what it runs on');
  if (/stolen=/.test(header('set-cookie')) || answer.headers.has('x-injected')) wrong.push('a header was injected');
  if (answer.status >= 400 && context.plan.method !== 'HEAD' && !isReadiness(answer, context))
    judgeProblem({ answer, body, header }, wrong);
  if (answer.status >= 200 && answer.status < 300) judgeKeeping(header, context, wrong);
  const all = `${[...answer.headers].flat(2).join('\n')}\n${body}`;
  for (const secret of context.secrets)
    if (all.includes(secret)) wrong.push(`holds a secret of the server (${secret.slice(0, 6)}…)`);
  if (all.includes(secretMarker)) wrong.push('repeats a password, token or code');
  if (context.plan.as !== 'administrator' && all.includes(victimMarker))
    wrong.push('shows something of another workspace');
  return wrong;
}

const isReadiness = (answer: RawAnswer, { operation }: JudgeContext): boolean =>
  answer.status === 503 && operation.path === '/readyz';

/** The router found this operation, not another one. */
const isStraight = ({ plan, operation }: JudgeContext): boolean =>
  plan.bend === 'straight' && plan.method === operation.method;

function judgeStatus(status: number, { operation, plan }: JudgeContext, straight: boolean, wrong: string[]): void {
  if (status === 0) wrong.push('no status line');
  if (status >= 500 && !(straight && operation.statuses.includes(status))) wrong.push(`status ${status}`);
  const known = operation.statuses.includes(status) || generalStatuses.has(status);
  if (straight && !known && !isUndeclaredFile(operation, status))
    wrong.push(`status ${status} is not in the OpenAPI document`);
  const refused = status >= 400 || status === 304;
  if (straight && (plan.as === 'nobody' || plan.as === 'forged') && !refused && !publicPath.test(operation.path)) {
    wrong.push(`${plan.as} got ${status}`);
  }
}

/** Files, pictures and streams say no schema of their 200 (an upload or drawing is what it is). */
const isUndeclaredFile = ({ statuses }: Operation, status: number): boolean =>
  status === 200 && !statuses.some((other) => other < 300);

function judgeHeaders(header: (name: string) => string, wrong: string[]): void {
  if (header('x-content-type-options') !== 'nosniff') wrong.push('no nosniff');
  if (!/default-src 'none'/.test(header('content-security-policy'))) wrong.push('no Content-Security-Policy');
  if (!/^(DENY|SAMEORIGIN)$/i.test(header('x-frame-options'))) wrong.push('no X-Frame-Options');
  if (header('referrer-policy') !== 'no-referrer') wrong.push('no Referrer-Policy');
  if (header('cross-origin-resource-policy') !== 'same-origin') wrong.push('no Cross-Origin-Resource-Policy');
}

function judgeProblem(
  { answer, body, header }: { answer: RawAnswer; body: string; header: (name: string) => string },
  wrong: string[],
): void {
  if (!header('content-type').startsWith(problemMediaType))
    wrong.push(`an error as ${header('content-type') || 'nothing'}`);
  const parsed = problemSchema.strict().safeParse(parseJson(body));
  if (!parsed.success) {
    wrong.push(`no problem document: ${body.slice(0, 200)}`);
    return;
  }
  const problem = parsed.data;
  if (!(problem.code in errorCatalogue)) wrong.push(`unknown code ${problem.code}`);
  if (problem.status !== answer.status) wrong.push('another status in the body');
  if (problem.type !== `urn:sheaf:problem:${problem.code}`) wrong.push(`type ${problem.type}`);
  if (problem.requestId !== header('x-request-id')) wrong.push('another request id in the body');
  // A pointer names the field that is wrong, as RFC 9457 has it; its value and everything else stay out.
  const told = JSON.stringify({ ...problem, requestId: '', errors: problem.errors?.map(({ message }) => message) });
  if (told.includes(marker)) wrong.push(`repeats what was given: ${told.slice(0, 300)}`);
  for (const { pointer } of problem.errors ?? []) if (pointer.length > 400) wrong.push('a pointer without bound');
  for (const inside of insides) if (inside.test(told)) wrong.push(`tells of its inside: ${inside.exec(told)?.[0]}`);
}

/** What belongs to somebody is kept by nobody else. */
function judgeKeeping(header: (name: string) => string, { operation }: JudgeContext, wrong: string[]): void {
  const keeping = header('cache-control');
  if (publicPath.test(operation.path)) return;
  if (!/no-store|private/.test(keeping) || /public/.test(keeping)) wrong.push(`Cache-Control "${keeping}"`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
