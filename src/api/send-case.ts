import type { FastifyReply } from 'fastify';
import type { CaseView } from '../actions/case-view.ts';
import { showCase } from './case-representations.ts';
import { versionTag } from './etags.ts';

/** The case with its ETag. */
export const sendCase = (reply: FastifyReply, view: CaseView) =>
  reply.header('etag', versionTag(view.row.version)).send(showCase(view));
