// Texts that wait for a model: what a person waits for goes before what fills an index, and both are bounded.

import { SheafError } from '../../errors.ts';
import type { Urgency } from '../nlp.ts';
import type { ModelTask } from './messages.ts';

/** Texts that one caller asked about at once. */
export interface Call {
  task: ModelTask;
  urgency: Urgency;
  results: unknown[];
  left: number;
  /** Answered, given up or failed: what is left of it is passed over. */
  over: boolean;
  resolve: (results: unknown[]) => void;
  reject: (error: unknown) => void;
}

export interface Item {
  call: Call;
  index: number;
  text: string;
  /** Children that died while they worked on it. After the first it is tried alone. */
  crashes: number;
}

export interface QueueLimits {
  /** Characters that may wait, by urgency. A queue under its limit takes one more call of any size. */
  waitingChars: Record<Urgency, number>;
  /** What is handed to a child at once. */
  sliceTexts: number;
  sliceChars: number;
}

export const defaultQueueLimits: QueueLimits = {
  waitingChars: { interactive: 200_000, background: 4_000_000 },
  sliceTexts: 32,
  sliceChars: 32_000,
};

export interface TextQueue {
  /** Throws SheafError `models.busy`. */
  add(call: Call, texts: readonly string[]): void;
  /** Back to the front, after a child died. */
  putBack(items: readonly Item[]): void;
  /** The next texts of one task, of however many callers; empty when none waits. */
  take(urgency: Urgency): Item[];
  /** Of calls that are not over. */
  waiting(urgency: Urgency): number;
  /** Leaves a call's texts out. */
  drop(call: Call): void;
  takeAll(): Item[];
}

interface Lane {
  items: Item[];
  head: number;
  texts: number;
  chars: number;
}

const emptyLane = (): Lane => ({ items: [], head: 0, texts: 0, chars: 0 });

export function createTextQueue(limits: QueueLimits = defaultQueueLimits): TextQueue {
  const lanes: Record<Urgency, Lane> = { interactive: emptyLane(), background: emptyLane() };

  function count(lane: Lane, item: Item, sign: 1 | -1): void {
    lane.texts += sign;
    lane.chars += sign * item.text.length;
  }

  /** The first item whose call is not over. */
  function peek(lane: Lane): Item | undefined {
    while (lane.items[lane.head]?.call.over) lane.head++;
    if (lane.head > 1000 && lane.head * 2 > lane.items.length) {
      lane.items.splice(0, lane.head);
      lane.head = 0;
    }
    return lane.items[lane.head];
  }

  function take(urgency: Urgency): Item[] {
    const lane = lanes[urgency];
    const slice: Item[] = [];
    let chars = 0;
    for (let item = peek(lane); item; item = peek(lane)) {
      const first = slice[0];
      if (first && (item.crashes > 0 || item.call.task !== first.call.task)) break;
      if (first && (slice.length >= limits.sliceTexts || chars + item.text.length > limits.sliceChars)) break;
      lane.head++;
      count(lane, item, -1);
      chars += item.text.length;
      slice.push(item);
      if (item.crashes > 0) break;
    }
    return slice;
  }

  return {
    add(call, texts) {
      const lane = lanes[call.urgency];
      if (lane.chars >= limits.waitingChars[call.urgency]) throw new SheafError('models.busy');
      for (const [index, text] of texts.entries()) {
        const item: Item = { call, index, text, crashes: 0 };
        lane.items.push(item);
        count(lane, item, 1);
      }
    },
    putBack(items) {
      for (const item of items.toReversed()) {
        if (item.call.over) continue;
        const lane = lanes[item.call.urgency];
        lane.items.splice(lane.head, 0, item);
        count(lane, item, 1);
      }
    },
    take,
    waiting: (urgency) => lanes[urgency].texts,
    drop(call) {
      const lane = lanes[call.urgency];
      for (let at = lane.head; at < lane.items.length; at++) {
        if (lane.items[at]!.call === call) count(lane, lane.items[at]!, -1);
      }
      lane.items = lane.items.slice(lane.head).filter((item) => item.call !== call);
      lane.head = 0;
    },
    takeAll() {
      const all = Object.values(lanes).flatMap((lane) => lane.items.slice(lane.head).filter((item) => !item.call.over));
      lanes.interactive = emptyLane();
      lanes.background = emptyLane();
      return all;
    },
  };
}
