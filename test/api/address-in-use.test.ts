import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { startTestServer } from '../support/test-server.ts';

it('says plainly when something else listens on the port', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  try {
    await expect(startTestServer({ env: { PORT: String(port) } })).rejects.toMatchObject({
      code: 'serve.address-in-use',
    });
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
});
