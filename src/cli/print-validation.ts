// The verdict on one file for a person: valid or not, and each rule that fired with its places.

import type { Severity } from '../document/value.ts';
import type { FiredRule } from '../pipeline/structured-syntax.ts';
import type { ValidateResult } from '../pipeline/validate-result.ts';
import { cleanText, padEnd, type Style, type Terminal, wrapText } from './terminal.ts';

const MAX_PLACES = 3;
const signs: Readonly<Record<Severity, { sign: string; style: Style }>> = {
  error: { sign: '✗', style: 'red' },
  warning: { sign: '!', style: 'yellow' },
  info: { sign: 'i', style: 'dim' },
};

/** Text for `result`, ending in a newline; a blank line goes before all but the first. */
export function printValidation(result: ValidateResult, terminal: Terminal, first: boolean): string {
  const out = first ? [] : [''];
  out.push(headline(result, terminal));
  if (result.error) {
    const { message, code } = result.error;
    out.push(`  ${terminal.style('red', '✗')} ${cleanText(message)} ${terminal.style('dim', `(${code})`)}`);
  }
  for (const places of groupByRule(result.fired)) out.push(...printRule(places, terminal));
  return `${out.join('\n')}\n`;
}

function headline({ file, syntax, profile, valid, fired, error }: ValidateResult, terminal: Terminal): string {
  const name = terminal.style('bold', cleanText(file));
  if (error) return name;
  const what = [syntax, profile].filter((part) => part !== null).join(' · ');
  const verdict = valid ? terminal.style('green', 'valid') : terminal.style('red', 'not valid');
  const count = (severity: Severity) =>
    new Set(fired.filter((rule) => rule.severity === severity).map(({ id }) => id)).size;
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const n = count(severity);
    return n > 0 ? [`${n} ${severity}${n === 1 ? '' : 's'}`] : [];
  });
  return `${name} ${terminal.style('dim', `· ${what} ·`)} ${verdict}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}`;
}

function groupByRule(fired: readonly FiredRule[]): FiredRule[][] {
  const groups = new Map<string, FiredRule[]>();
  for (const rule of fired) {
    const key = `${rule.severity} ${rule.id} ${rule.message}`;
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  }
  const order: readonly Severity[] = ['error', 'warning', 'info'];
  return [...groups.values()].sort((a, b) => order.indexOf(a[0]!.severity) - order.indexOf(b[0]!.severity));
}

function printRule(places: readonly FiredRule[], terminal: Terminal): string[] {
  const { id, severity, message } = places[0]!;
  const { sign, style } = signs[severity];
  const indent = ' '.repeat(4);
  const head = `  ${terminal.style(style, sign)} ${padEnd(id, 22)} `;
  const [firstLine = '', ...more] = wrapText(cleanText(message), Math.max(20, terminal.width - 28));
  const shown = places
    .slice(0, MAX_PLACES)
    .map(({ path }) => cleanText(path))
    .filter((path) => path !== '');
  const rest = places.length > MAX_PLACES ? [`and ${places.length - MAX_PLACES} more places`] : [];
  return [
    head + firstLine,
    ...more.map((line) => ' '.repeat(27) + line),
    ...[...shown, ...rest].map((line) => indent + terminal.style('dim', line)),
  ];
}
