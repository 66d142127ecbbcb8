import { expect, it } from 'vitest';
import { openGate } from '../../../src/write/gate/check-support.ts';
import { mutateRewrite } from '../gate-set/mutate-rewrite.ts';
import { type GateCase, readGateSet } from '../gate-set/read-gate-set.ts';

/** A small generator of whole numbers, so that a run can be repeated (Lehmer's). */
function seeded(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % count;
  };
}

const TARGET = 0.99;

it('refuses an honest rewrite once one fact in it is altered, whatever the fact', () => {
  const cases: GateCase[] = [...readGateSet('dev'), ...readGateSet('held-out')].filter(({ honest }) => honest);
  const pick = seeded(20_260_101);
  const missed = new Map<string, string[]>();
  let [made, refused] = [0, 0];
  for (const { sources, value, language } of cases) {
    const gate = openGate({ sources });
    if (gate(value).length > 0) continue;
    for (const mutation of mutateRewrite(value, language, pick)) {
      made++;
      if (gate(mutation.value).length > 0) refused++;
      else missed.set(mutation.kind, [...(missed.get(mutation.kind) ?? []), mutation.value]);
    }
  }
  expect(made).toBeGreaterThan(3000);
  expect(
    refused / made,
    `missed: ${JSON.stringify([...missed].map(([kind, values]) => [kind, values.length]))}`,
  ).toBeGreaterThanOrEqual(TARGET);
}, 120_000);
