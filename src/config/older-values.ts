// How earlier deployments wrote values, and what they are here. Each returns undefined for a text that it does not know,
// which is then judged, and named, as it stands.

export type Convert = (text: string) => string | undefined;

const yes = new Set(['true', 'yes', 'on', '1', 'y', 't']);
const no = new Set(['false', 'no', 'off', '0', 'n', 'f']);

export function parseSwitch(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

export const yesOrNo: Convert = (text) => {
  const on = parseSwitch(text);
  return on === undefined ? undefined : on ? 'yes' : 'no';
};

/** `30`, `30.5`, `30s` → whole seconds, rounded up: a limit is never tighter than it was. */
export const seconds: Convert = (text) => roundUp(/^(\d+(?:\.\d+)?)\s*s?$/i.exec(text)?.[1]);

/** `25`, `25.5`, `25MB` → whole megabytes, rounded up. */
export const megabytes: Convert = (text) => roundUp(/^(\d+(?:\.\d+)?)\s*(?:mb|m)?$/i.exec(text)?.[1]);

export const hoursToDays: Convert = (text) => {
  const hours = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  return hours === undefined || hours === 0 ? undefined : String(Math.ceil(hours / 24));
};

/** Retries come after the first try. */
export const retriesToTries: Convert = (text) => (/^\d{1,3}$/.test(text) ? String(Number(text) + 1) : undefined);

const levels: Readonly<Record<string, string>> = {
  warning: 'warn',
  critical: 'fatal',
  exception: 'error',
  verbose: 'debug',
  notset: 'trace',
  off: 'silent',
  none: 'silent',
};

export const logLevel: Convert = (text) => {
  const word = text.toLowerCase();
  return levels[word] ?? word;
};

const environments: Readonly<Record<string, string>> = {
  dev: 'development',
  local: 'development',
  testing: 'test',
  stage: 'staging',
  prod: 'production',
};

export const environment: Convert = (text) => {
  const word = text.toLowerCase();
  return environments[word] ?? word;
};

/** A list as JSON writes it → with commas. */
export const list: Convert = (text) => {
  if (!text.startsWith('[')) return undefined;
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) && items.every((item) => typeof item === 'string') ? items.join(',') : undefined;
  } catch {
    return undefined;
  }
};

function roundUp(text: string | undefined): string | undefined {
  return text === undefined ? undefined : String(Math.ceil(Number(text)));
}
