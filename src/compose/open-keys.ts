// The keys of this process: from the settings, or from files beside the data, which are made when there are none.

import path from 'node:path';
import type { Config } from '../config.ts';
import type { HeldKeys, KeyName } from '../store/installation-keys.ts';
import { readKey, readOrMakeKey } from '../store/key-file.ts';

export interface OpenKeys extends Record<KeyName, HeldKeys> {
  auth: { current: string; old: readonly string[] };
  encryption: { current: Buffer; old: readonly Buffer[] };
}

type KeyConfig = Pick<Config, 'dataDir' | 'authSecret' | 'authSecretsOld' | 'encryptionKey' | 'encryptionKeysOld'>;

/** An installation that gets a setting for what it had in a file goes on: the file's key is an old one then. */
export function openKeys(config: KeyConfig): OpenKeys {
  const authFile = path.join(config.dataDir, 'secrets', 'auth.key');
  const sealingFile = path.join(config.dataDir, 'secrets', 'file-passwords.key');
  const asText = (key: Buffer): string => key.toString('base64url');
  return {
    auth:
      config.authSecret === undefined
        ? { current: asText(readOrMakeKey(authFile)), old: [] }
        : { current: config.authSecret, old: [...config.authSecretsOld, ...listed(readKey(authFile)).map(asText)] },
    encryption:
      config.encryptionKey === undefined
        ? { current: readOrMakeKey(sealingFile), old: [] }
        : { current: config.encryptionKey, old: [...config.encryptionKeysOld, ...listed(readKey(sealingFile))] },
  };
}

const listed = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
