// /files: what people uploaded, and pictures of it, apart from everything that takes credentials. Docs: docs/http.md,
// "Uploaded files".

import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { drawPage, openDocumentFile } from '../actions/open-document-file.ts';
import { SheafError } from '../errors.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { wantedRange } from './byte-range.ts';
import type { FileLinks, LinkedFile } from './file-links.ts';
import type { HttpOptions } from './http-options.ts';

const tags = ['Files'];
const config = { access: 'public', counted: false } as const;
const querystring = z.object({ link: z.string().describe('Signed; given by the addresses under /api/v1/documents') });

/** Nothing in an uploaded file may run in a browser, wherever it ends up. */
const inertContent = "default-src 'none'; frame-ancestors 'none'; sandbox";
/** A link lasts at least this long; the picture behind it never changes. */
const PICTURE_KEPT_SECONDS = 300;

export function fileRoutes(app: App, { services, fileLinks, http }: ApiContext): void {
  app.get(
    '/files/original',
    {
      config,
      compress: false,
      schema: {
        tags,
        operationId: 'fetchFile',
        summary: 'The file behind a signed link, always as a download',
        description: 'Takes a Range of bytes, and then answers 206.',
        querystring,
        response: problems(404, 416),
      },
    },
    async (request, reply) => {
      const linked = openLink(fileLinks, request.query.link);
      // Who may see a page may not have the file for it.
      if (linked.page !== undefined) throw new SheafError('file.link-expired');
      const file = await openDocumentFile(services, linked, {
        documentId: linked.documentId,
        requestId: request.id,
        choose: ({ size, sha256 }) => wantedRange(request.headers, { size, etag: etagOf(sha256) }),
      });
      const { range, size } = file;
      const answer = setApart(request, reply, http);
      if (range) answer.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
      return answer
        .type(file.mediaType)
        .headers({
          'content-length': range ? range.end - range.start + 1 : size,
          'accept-ranges': 'bytes',
          etag: etagOf(file.sha256),
          'content-disposition': attachment(file.name),
          'cache-control': 'private, no-store',
        })
        .serializer((payload: unknown) => payload as string)
        .send(file.content as never);
    },
  );

  app.get(
    '/files/page.png',
    {
      config,
      compress: false,
      schema: {
        tags,
        operationId: 'fetchPage',
        summary: 'The picture of a page behind a signed link',
        querystring,
        response: problems(404, 422),
      },
    },
    async (request, reply) => {
      const linked = openLink(fileLinks, request.query.link);
      const { documentId, page, dpi } = linked;
      if (page === undefined || dpi === undefined) throw new SheafError('file.link-expired');
      const png = await drawPage(services, linked, { documentId, page, dpi });
      return setApart(request, reply, http)
        .type('image/png')
        .headers({ 'cache-control': `private, max-age=${PICTURE_KEPT_SECONDS}` })
        .send(Buffer.from(png) as never);
    },
  );
}

/** Content never changes under its hash. */
const etagOf = (sha256: string): string => `"${sha256}"`;

function openLink(links: FileLinks, link: string): LinkedFile {
  const linked = links.open(link);
  if (!linked) throw new SheafError('file.link-expired');
  return linked;
}

/** On an origin of their own, files must say who may show them: our pages, and whoever holds the link. */
function setApart(request: FastifyRequest, reply: FastifyReply, { filesUrl, publicUrl }: HttpOptions): FastifyReply {
  reply.header('content-security-policy', inertContent);
  if (!filesUrl || filesUrl === publicUrl?.origin) return reply;
  reply.header('cross-origin-resource-policy', 'cross-origin');
  if (request.headers.origin === publicUrl?.origin && publicUrl) {
    reply.header('access-control-allow-origin', publicUrl.origin);
  }
  return reply.header('vary', 'origin');
}

/** RFC 6266 header: an ASCII name for old clients, the real one in UTF-8. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
