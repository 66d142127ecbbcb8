// `node bin/run.js scripts/eval-gate.ts [--errors] [--write]`: recall and false refusals of the provenance gate on both halves of
// its set. --errors lists the errors of the half that is tuned on, never of the other; --write puts the tables into docs/writing.md.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type GateFigures, judgeGateSet, type KindFigures } from '../test/write/gate-set/judge-gate-set.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const dev = judgeGateSet('dev');
const heldOut = judgeGateSet('held-out');

for (const { half, attacks, recall, honest, falseRefusals } of [dev, heldOut])
  console.log(
    `${half}: recall ${percent(recall)} of ${attacks} attacks, false refusals ${percent(falseRefusals)} of ${honest} honest rewrites`,
  );

if (process.argv.includes('--errors')) {
  for (const { case: one, unsupported } of dev.errors) {
    const found = unsupported.map(({ kind, text, why }) => `${kind} "${text}": ${why}`).join('; ');
    console.log(
      `${one.honest ? 'refused' : 'missed '} ${one.scene} ${one.kind} | ${one.value}${found && ` => ${found}`}`,
    );
  }
}

if (process.argv.includes('--write')) {
  const file = path.join(import.meta.dirname, '..', 'docs', 'writing.md');
  const text = readFileSync(file, 'utf8');
  const table = [
    '',
    summary(dev, heldOut),
    '',
    kinds('Attack', dev.byAttack, heldOut.byAttack),
    '',
    kinds('Honest rewrite', dev.byRewrite, heldOut.byRewrite),
    '',
  ].join('\n');
  writeFileSync(file, text.replace(/(<!-- gate figures -->)[\s\S]*(<!-- end of gate figures -->)/, `$1\n${table}\n$2`));
}

function summary(...halves: GateFigures[]): string {
  const rows = halves.map(
    (one) =>
      `| ${one.half} | ${one.attacks} | ${percent(one.recall)} | ${one.honest} | ${percent(one.falseRefusals)} |`,
  );
  return [
    '| Half | Attacks | Refused (recall) | Honest rewrites | Refused (false refusals) |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function kinds(title: string, one: readonly KindFigures[], other: readonly KindFigures[]): string {
  const names = [...new Set([...one, ...other].map(({ kind }) => kind))];
  const cell = (all: readonly KindFigures[], kind: string): string => {
    const found = all.find((figures) => figures.kind === kind);
    return found ? `${found.refused} of ${found.cases}` : '–';
  };
  const rows = names.map((kind) => `| ${kind} | ${cell(one, kind)} | ${cell(other, kind)} |`);
  return [`| ${title} | dev: refused | held-out: refused |`, '|---|---|---|', ...rows].join('\n');
}
