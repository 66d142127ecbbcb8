// The provenance gate: what it refuses of its own set, by part and kind, and how many judgements it makes a second. The limits are
// those of the part whose single errors nobody has looked at; a miss is told as one.

import { checkSupport } from '../src/write/gate/check-support.ts';
import { gateParts } from '../test/write/gate-set/gate-parts.ts';
import { type GateFigures, judgeGateSet, type KindFigures } from '../test/write/gate-set/judge-gate-set.ts';
import { readGateSet } from '../test/write/gate-set/read-gate-set.ts';
import { type Measurement, measured } from './measurement.ts';

const LEAST_RECALL = 0.99;
const MOST_FALSE_REFUSALS = 0.03;
const ROUNDS = 3;

export function measureGate(): Measurement[] {
  return [...gateParts.flatMap((part) => figuresOf(judgeGateSet(part))), speed()];
}

function figuresOf(figures: GateFigures): Measurement[] {
  const { part, attacks, honest, recall, falseRefusals, shownAttacks, shownHonest, byAttack, byRewrite } = figures;
  const about = (name: string) => `gate, ${part.name}: ${name}`;
  const least = part.tuned ? undefined : ({ bound: 'at least', limit: LEAST_RECALL } as const);
  const most = part.tuned ? undefined : ({ bound: 'at most', limit: MOST_FALSE_REFUSALS } as const);
  return [
    measured(about('recall on attacks'), recall, 'share', least, `${attacks} attacks`),
    measured(about('false refusals of honest rewrites'), falseRefusals, 'share', most, `${honest} rewrites`),
    measured(about('attacks only shown in other words'), shownAttacks, 'share', undefined, `${attacks} attacks`),
    measured(about('honest rewrites shown in other words'), shownHonest, 'share', undefined, `${honest} rewrites`),
    ...byAttack.map((one) => ofKind(about(`attacks refused, ${one.kind}`), one)),
    ...byRewrite.map((one) => ofKind(about(`rewrites refused, ${one.kind}`), one)),
  ];
}

const ofKind = (name: string, { cases, refused }: KindFigures): Measurement =>
  measured(name, refused / cases, 'share', undefined, `${refused} of ${cases}`);

/** Processor time of this process: other work on the machine does not count. The sources are read anew for each. */
function speed(): Measurement {
  const cases = gateParts.flatMap(({ name }) => readGateSet(name));
  const judge = (): void => {
    for (const { value, sources } of cases) checkSupport({ value, sources });
  };
  judge();
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) judge();
  const { user, system } = process.cpuUsage(before);
  const perSecond = (ROUNDS * cases.length) / ((user + system) / 1e6);
  return measured('gate: judgements a second of processor time', perSecond, 'checks/s');
}
