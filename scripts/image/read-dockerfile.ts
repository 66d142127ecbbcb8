// A Dockerfile as plain data: stages, and of each step its keyword, flags and arguments.

import {
  DockerfileParser,
  type Instruction,
  type ModifiableInstruction,
  type PropertyInstruction,
} from 'dockerfile-ast';

export interface DockerStep {
  /** `RUN`, `COPY` … */
  keyword: string;
  /** What follows the keyword, without flags, comments and line breaks. */
  text: string;
  /** `--from=packages` → `{ from: 'packages' }`. */
  flags: Readonly<Record<string, string>>;
  /** Of ENV, LABEL and ARG. */
  properties: Readonly<Record<string, string>>;
  /** Counted from 1. */
  line: number;
}

export interface DockerStage {
  name: string;
  /** Image or earlier stage that it begins with. */
  from: string;
  steps: DockerStep[];
}

export function readDockerfile(text: string): DockerStage[] {
  const stages: DockerStage[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const step = stepOf(instruction);
    if (step.keyword === 'FROM') {
      const [from, , name] = step.text.split(/\s+/);
      stages.push({ name: name ?? String(stages.length), from: from ?? '', steps: [] });
    } else stages.at(-1)?.steps.push(step);
  }
  return stages;
}

/** `["node", "x"]`, or undefined when it is written in shell form. */
export function execForm(text: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

function stepOf(instruction: Instruction): DockerStep {
  const flags: Record<string, string> = {};
  const { getFlags } = instruction as Partial<ModifiableInstruction>;
  for (const flag of getFlags?.call(instruction) ?? []) flags[flag.getName()] = flag.getValue() ?? '';
  const raw = (instruction.getRawArgumentsContent() ?? '').replace(/\\\r?\n(\s*#[^\n]*\n)*/g, ' ').trim();
  const text = raw.replace(/^(?:--[a-z-]+(?:=\S+)?\s+)+/, '').replace(/\s+/g, ' ');
  const keyword = instruction.getKeyword();
  return {
    keyword,
    text,
    flags,
    properties: ['ENV', 'LABEL', 'ARG'].includes(keyword) ? propertiesOf(instruction) : {},
    line: instruction.getRange().start.line + 1,
  };
}

function propertiesOf(instruction: Instruction): Record<string, string> {
  const { getProperties } = instruction as Partial<PropertyInstruction>;
  const properties = getProperties?.call(instruction) ?? [];
  return Object.fromEntries(properties.map((property) => [property.getName(), property.getValue() ?? '']));
}
