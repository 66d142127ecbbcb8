// What no log line may hold, and what every line must.

import { logLineSchema } from './log-schema.ts';

/** Of passwords, documents and mails that the tests use: this word alone is enough to be found. */
const canary = /canary/i;
const email = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;
/** Secrets are looked up by their beginning. */
const PREFIX = 10;

/** One text for each line that holds a secret. The link of a first start is printed on purpose. */
export function findSecrets(lines: readonly string[], secrets: readonly string[]): string[] {
  const byPrefix = new Map<string, string[]>();
  for (const secret of secrets) {
    const prefix = secret.slice(0, PREFIX);
    const alike = byPrefix.get(prefix);
    if (alike) alike.push(secret);
    else byPrefix.set(prefix, [secret]);
  }
  const found: string[] = [];
  for (const line of lines) {
    if (line.includes('"event":"sign-in-link"')) continue;
    const secret = canary.exec(line)?.[0] ?? email.exec(line)?.[0] ?? secretIn(line, byPrefix);
    if (secret !== undefined) found.push(`holds "${secret}": ${line.slice(0, 1000)}`);
  }
  return found;
}

function secretIn(line: string, byPrefix: ReadonlyMap<string, readonly string[]>): string | undefined {
  for (let at = 0; at + PREFIX <= line.length; at++) {
    const secrets = byPrefix.get(line.slice(at, at + PREFIX));
    const secret = secrets?.find((each) => line.startsWith(each, at));
    if (secret !== undefined) return secret;
  }
  return undefined;
}

/** One text for each line that does not keep the schema. */
export function badLines(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const names = [...line.matchAll(/[{,]"([a-z_]+)":/g)].map((match) => match[1]!);
    const twice = ['module', 'request_id', 'user_id', 'workspace_id'].filter(
      (name) => names.filter((each) => each === name).length > 1 && !line.includes('"components"'),
    );
    if (twice.length > 0) return [`has ${twice.join()} twice: ${line.slice(0, 500)}`];
    const result = logLineSchema.safeParse(parse(line));
    return result.success
      ? []
      : [`${result.error.issues[0]!.path.join('.')}: ${result.error.issues[0]!.message}: ${line.slice(0, 500)}`];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
