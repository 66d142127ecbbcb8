// `file:/run/secrets/name`: as Docker, Kubernetes and systemd hand secrets to a process.

import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { MAX_SECRET_BYTES, type SecretSource, SecretUnavailable, secretText } from './secret-source.ts';

export const fileSecrets: SecretSource = {
  scheme: 'file',
  async resolve(rest) {
    // file:///run/secrets/x is how an address of a file is written.
    const file = rest.startsWith('///') ? rest.slice(2) : rest;
    if (!path.isAbsolute(file) || file.includes('\0')) {
      throw new SecretUnavailable('file: wants the whole path of a file, such as file:/run/secrets/name');
    }
    return secretText(await readBounded(file));
  },
};

async function readBounded(file: string): Promise<Uint8Array> {
  // Without waiting: a pipe that nobody writes to would hold the start up.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch(refuse);
  try {
    if (!(await handle.stat()).isFile()) throw new SecretUnavailable('what it names is not a file');
    const buffer = Buffer.alloc(MAX_SECRET_BYTES + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length).catch(refuse);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > MAX_SECRET_BYTES) throw new SecretUnavailable(`the file is larger than ${MAX_SECRET_BYTES} bytes`);
    return buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'this user may not read the file',
  EPERM: 'this user may not read the file',
  EISDIR: 'what it names is not a file',
  ELOOP: 'the file is a link that leads nowhere',
};

function refuse(error: NodeJS.ErrnoException): never {
  throw new SecretUnavailable(reasons[error.code ?? ''] ?? `the file cannot be read (${error.code ?? 'unknown'})`);
}
