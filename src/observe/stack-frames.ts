// Where in the program something happened, and nothing else: stack frames out of a text that may hold anything. What a hostile
// document wrote between them does not come along.

export interface StackFrame {
  function: string;
  /** From the root of the project: `src/parse/pdf.ts`, `node_modules/…`, `node:fs`. */
  file: string;
  line: number;
  column: number;
}

const MOST_FRAMES = 20;
const LONGEST_TEXT = 20_000;
const LONGEST_FUNCTION = 80;
const frame =
  /^ {2,8}at (?:async )?(?:(?<name>[\w$.<>#[\] ]{1,200}) \()?(?<place>[^()]{1,400}):(?<line>\d{1,7}):(?<column>\d{1,7})\)?$/;
/** Only files of ours, of packages and of Node are named. */
const ownFile = /(?:^|\/)((?:src|bin|synth|node_modules)\/[\w@./+-]{1,200}\.[cm]?[jt]s)$/;
const nodeFile = /^node:[\w/]{1,80}$/;

export function stackFrames(text: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const line of text.slice(-LONGEST_TEXT).split('\n')) {
    const { name = '', place = '', line: row, column } = frame.exec(line.trimEnd())?.groups ?? {};
    const file = nodeFile.test(place) ? place : ownFile.exec(place)?.[1];
    if (file === undefined) continue;
    frames.push({ function: name.slice(0, LONGEST_FUNCTION), file, line: Number(row), column: Number(column) });
    if (frames.length === MOST_FRAMES) break;
  }
  return frames;
}

/** One text a frame, as log lines carry them. */
export const frameTexts = (text: string): string[] =>
  stackFrames(text).map((each) => `${each.function || '(top)'} ${each.file}:${each.line}:${each.column}`);
