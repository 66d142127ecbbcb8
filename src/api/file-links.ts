// Short-lived signed links to uploaded files and page pictures: whoever has one may fetch that one thing, with no other
// credentials, until it expires.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const fileSchema = z.object({
  workspaceId: z.uuid(),
  /** Who asked for the link. */
  userId: z.uuid(),
  documentId: z.uuid(),
  /** Of a picture; none = the original file. */
  page: z.int().optional(),
  dpi: z.int().optional(),
});

export type LinkedFile = z.output<typeof fileSchema>;

export interface FileLinks {
  /** Absolute when files have an origin of their own. */
  linkTo(file: LinkedFile): string;
  /** undefined when it is expired, altered or none of ours. */
  open(link: string): LinkedFile | undefined;
}

/** Links of one stretch are alike, so that browsers find the picture that they have. They last one to two stretches. */
const STRETCH_SECONDS = 300;
const MAX_LINK_CHARS = 2000;

export interface FileLinkOptions {
  /** Known to every process of this installation, and to nobody else. */
  secret: string;
  filesUrl: string | undefined;
  now?: () => number;
}

export function createFileLinks({ secret, filesUrl, now = Date.now }: FileLinkOptions): FileLinks {
  // Bound to its purpose: what is signed here counts nowhere else.
  const key = createHmac('sha256', secret).update('sheaf file links 1').digest();
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const seconds = (): number => Math.floor(now() / 1000);

  return {
    linkTo(file) {
      const expires = (Math.floor(seconds() / STRETCH_SECONDS) + 2) * STRETCH_SECONDS;
      const body = Buffer.from(JSON.stringify({ ...file, expires })).toString('base64url');
      const path = file.page === undefined ? '/files/original' : '/files/page.png';
      return `${filesUrl ?? ''}${path}?link=${body}.${sign(body).toString('base64url')}`;
    },
    open(link) {
      if (link.length > MAX_LINK_CHARS) return undefined;
      const [body = '', signature = '', ...more] = link.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(body);
      if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      const { expires, ...file } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as { expires: number };
      if (expires <= seconds()) return undefined;
      return fileSchema.safeParse(file).data;
    },
  };
}
