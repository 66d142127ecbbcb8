// `node bin/run.js scripts/eval-gate.ts [--errors] [--write]`: recall and false refusals of the provenance gate on the parts
// of its set. --errors lists the errors of those that are tuned on, never of the others; --write puts the tables into docs/writing.md.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gateParts } from '../test/write/gate-set/gate-parts.ts';
import { type GateFigures, judgeGateSet, type KindFigures } from '../test/write/gate-set/judge-gate-set.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const all = gateParts.map(judgeGateSet);

for (const { part, attacks, recall, shownAttacks, honest, falseRefusals, shownHonest } of all)
  console.log(
    `${part.name}: recall ${percent(recall)} of ${attacks} attacks (${percent(shownAttacks)} shown), false refusals ${percent(falseRefusals)} of ${honest} honest rewrites (${percent(shownHonest)} shown)`,
  );

if (process.argv.includes('--errors')) {
  for (const { case: one, unsupported, wording } of all.flatMap(({ part, errors }) => (part.tuned ? errors : []))) {
    const found = unsupported.map(({ kind, text, why }) => `${kind} "${text}": ${why}`).join('; ');
    const told = wording.map(({ text, instead }) => `"${text}" for "${instead}"`).join('; ');
    console.log(
      `${one.honest ? 'refused' : told ? 'shown  ' : 'missed '} ${one.scene} ${one.kind} | ${one.value}${found && ` => ${found}`}${told && ` => ${told}`}`,
    );
  }
}

if (process.argv.includes('--write')) {
  const file = path.join(import.meta.dirname, '..', 'docs', 'writing.md');
  const text = readFileSync(file, 'utf8');
  const table = [
    '',
    summary(all),
    '',
    kinds(
      'Attack',
      all.map(({ byAttack }) => byAttack),
    ),
    '',
    kinds(
      'Honest rewrite',
      all.map(({ byRewrite }) => byRewrite),
    ),
    '',
  ].join('\n');
  writeFileSync(file, text.replace(/(<!-- gate figures -->)[\s\S]*(<!-- end of gate figures -->)/, `$1\n${table}\n$2`));
}

function summary(parts: readonly GateFigures[]): string {
  const rows = parts.map(
    (one) =>
      `| ${[one.part.name, one.attacks, ...[one.recall, one.shownAttacks, passed(one.recall, one.shownAttacks)].map(percent), one.honest, ...[passed(one.falseRefusals, one.shownHonest), one.shownHonest, one.falseRefusals].map(percent)].join(' | ')} |`,
  );
  return [
    '| Part | Attacks | Refused (recall) | Shown | Passed | Honest rewrites | Passed | Shown | Refused (false refusals) |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const passed = (refused: number, shown: number): number => Math.abs(1 - refused - shown);

function kinds(title: string, parts: readonly (readonly KindFigures[])[]): string {
  const names = [...new Set(parts.flat().map(({ kind }) => kind))];
  const cell = (part: readonly KindFigures[], kind: string): string => {
    const found = part.find((figures) => figures.kind === kind);
    if (!found) return '–';
    return `${found.refused} of ${found.cases}${found.shown > 0 ? ` (${found.shown} shown)` : ''}`;
  };
  const rows = names.map((kind) => `| ${[kind, ...parts.map((part) => cell(part, kind))].join(' | ')} |`);
  const head = [title, ...all.map(({ part }) => `${part.name}: refused`)];
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows].join('\n');
}
