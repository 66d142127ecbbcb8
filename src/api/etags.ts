// ETag, If-Match and If-None-Match (RFC 9110 8.8.3, 13.1), in one place.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, SheafError } from '../errors.ts';

/** A compressed answer is another representation and has another tag: "7-gzip" (compress-answers.ts). */
const codingSuffix = /-(?:br|gzip)"$/;
const tagPattern = /^(W\/)?("[\x21\x23-\x7e\x80-\xff]*")$/;

export const versionTag = (version: number): string => `"${version}"`;

export const codedTag = (tag: string, coding: string): string => tag.replace(/"$/, `-${coding}"`);

interface Tag {
  weak: boolean;
  /** With its quotes, without the suffix of a coding. */
  opaque: string;
}

/** `*`, or the tags; what is no tag matches nothing. A comma may stand inside a tag. */
function parseTags(header: string): '*' | Tag[] {
  if (header.trim() === '*') return '*';
  const parts = header.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return parts.flatMap((part) => {
    const [, weak, opaque] = tagPattern.exec(part) ?? [];
    return opaque === undefined ? [] : [{ weak: weak !== undefined, opaque: opaque.replace(codingSuffix, '"') }];
  });
}

/** If-None-Match: weak comparison. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = parseTags(ifNoneMatch);
  const { opaque } = (parseTags(tag) as Tag[])[0]!;
  return tags === '*' || tags.some((known) => known.opaque === opaque);
}

/** Sets the tag; true when the client has this already, and 304 is set. */
export function answerNotModified(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag);
  if (!isKnown(request.headers['if-none-match'], tag)) return false;
  reply.code(304);
  return true;
}

/**
 * If-Match: strong comparison, so that a weak tag never allows a change. `*` allows it on any version.
 * Throws `record.if-match-required`, or what is said instead.
 */
export function versionsSeen(
  ifMatch: string | undefined,
  missing: ErrorCode = 'record.if-match-required',
): (version: number) => boolean {
  if (!ifMatch) throw new SheafError(missing);
  const tags = parseTags(ifMatch);
  if (tags === '*') return () => true;
  return (version) => tags.some(({ weak, opaque }) => !weak && opaque === versionTag(version));
}
