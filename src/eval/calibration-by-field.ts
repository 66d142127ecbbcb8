// Of which fields does a confidence say more, or less, than it should? By type and field, over all documents.

import { measureReliability } from '../learn/reliability.ts';

export interface FieldAnswer {
  type: string;
  /** With `[]` for the index. */
  path: string;
  confidence: number;
  right: boolean;
}

export interface FieldCalibration {
  type: string;
  path: string;
  answers: number;
  /** Share that is right, and mean confidence. */
  accuracy: number;
  confidence: number;
  ece: number;
}

/** Those that cost most first: many answers, far off. */
export function calibrationByField(answers: readonly FieldAnswer[]): FieldCalibration[] {
  return [...Map.groupBy(answers, ({ type, path }) => JSON.stringify([type, path])).values()]
    .map((list): FieldCalibration => {
      const { type, path } = list[0]!;
      const mean = (of: (answer: FieldAnswer) => number): number =>
        list.reduce((sum, answer) => sum + of(answer), 0) / list.length;
      return {
        ...{ type, path, answers: list.length, ece: measureReliability(list).ece },
        accuracy: mean(({ right }) => (right ? 1 : 0)),
        confidence: mean(({ confidence }) => confidence),
      };
    })
    .sort((a, b) => b.answers * b.ece - a.answers * a.ece || (`${a.type} ${a.path}` < `${b.type} ${b.path}` ? -1 : 1));
}
