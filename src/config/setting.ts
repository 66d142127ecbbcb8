// What a setting is. Each topic declares its own and reads them into plain values; config.ts puts the topics together.

import type { z } from 'zod';

export interface Setting<T extends z.ZodType> extends SettingTraits {
  schema: T;
  /** Text as it would stand in the environment; undefined = unset. */
  default: string | undefined;
  doc: string;
}

export interface SettingTraits {
  /** Never printed; may be a reference to where it is kept (secret-references.ts). */
  secret?: true;
}

export const setting = <T extends z.ZodType>(
  schema: T,
  fallback: string | undefined,
  doc: string,
  traits: SettingTraits = {},
): Setting<T> => ({ schema, default: fallback, doc, ...traits });

export type Settings = Readonly<Record<string, Setting<z.ZodType>>>;

/** The environment, or what became of it. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Value of one setting of a topic; undefined, and a problem on the list, when it is not valid. */
export type Read<S extends Settings> = <K extends keyof S>(name: K) => z.output<S[K]['schema']>;

/** What a topic's reader gets besides: problems are for settings that do not fit each other. */
export interface ReadContext {
  problems: string[];
  /** Set by the operator, not by default. */
  isGiven: (name: string) => boolean;
}
