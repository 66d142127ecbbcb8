import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SheafError } from '../../../src/errors.ts';
import { resumingRead } from '../../../src/store/objects/resuming-read.ts';

const content = Buffer.from('0123456789');
const gaveUp = (what: string) => new SheafError('store.files-unavailable', undefined, { cause: new Error(what) });

/** Bodies that break off after so many bytes each; the last goes to the end. */
function serve(breaks: readonly number[], how: 'error' | 'end' | 'silence' = 'error') {
  const asked: number[] = [];
  let answers = 0;
  const openFrom = async (offset: number): Promise<Readable> => {
    asked.push(offset);
    const after = breaks[answers++];
    const body = new Readable({ read() {} });
    body.push(content.subarray(offset, after === undefined ? undefined : offset + after));
    if (after === undefined || how === 'end') body.push(null);
    else if (how === 'error') setTimeout(() => body.destroy(new Error('reset')), 5);
    return body;
  };
  return { asked, openFrom };
}

async function read(server: ReturnType<typeof serve>, size = content.length): Promise<Buffer> {
  const first = await server.openFrom(0);
  return buffer(resumingRead({ first, size, openFrom: server.openFrom, gaveUp, silenceMs: 200 }));
}

test.each(['error', 'end', 'silence'] as const)(
  'a body that stops half-way by %s is taken up where it stood',
  async (how) => {
    const server = serve([3, 4], how);
    expect((await read(server)).equals(content)).toBe(true);
    expect(server.asked).toEqual([0, 3, 7]);
  },
);

test('wherever it breaks, what comes out is the content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }), async (breaks) => {
      expect((await read(serve(breaks, 'end'))).equals(content)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('it gives up on a server that never gets further', async () => {
  const server = serve([4, 0, 0, 0, 0, 0], 'end');
  await expect(read(server)).rejects.toMatchObject({ code: 'store.files-unavailable' });
  expect(server.asked).toEqual([0, 4, 4, 4]);
});

test('more bytes than announced are an error, not content', async () => {
  await expect(read(serve([]), 7)).rejects.toMatchObject({ code: 'store.files-unavailable' });
});
