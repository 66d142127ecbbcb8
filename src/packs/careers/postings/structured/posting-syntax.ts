// Structured files of postings: schema.org JobPosting (also within a web page), feeds of Greenhouse, Lever and Ashby, other JSON,
// tables with a head, RSS and Atom. A file of several is taken apart; each is read by itself.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { StatedPart, StructuredSyntax } from '../../../../pipeline/structured-syntax.ts';
import { aliasRank } from './aliases.ts';
import { toJson } from './elements.ts';
import { findPostings, type StatedPosting } from './find-postings.ts';
import { readDescription, readStated } from './read-stated.ts';

export const postingSyntax: StructuredSyntax = {
  id: 'job-posting',
  title: 'Job posting (schema.org, a board’s feed, a table, RSS)',
  recognises: (root) => findPostings(root).length > 0,
  read(root) {
    const posting = findPostings(root)[0]!;
    return {
      type: 'job_posting',
      profile: posting.shape,
      candidates: [...readStated(posting), ...readDescription(posting)],
      lines: [],
    };
  },
  split(root) {
    const postings = findPostings(root);
    return postings.length < 2 ? undefined : postings.map(toPart);
  },
};

function toPart(posting: StatedPosting, i: number): StatedPart {
  const { element, feed, shape } = posting;
  const item = toJson(element);
  const inFeed = shape === 'rss' || shape === 'atom';
  return {
    name: titleOf(element) ?? `posting ${i + 1}`,
    content: inFeed ? { feed: { title: feed ?? '' }, item } : item,
  };
}

function titleOf({ children }: XmlElement): string | undefined {
  const named = children.filter(({ name, text }) => text !== '' && aliasRank('title', name) >= 0);
  return named.sort((a, b) => aliasRank('title', a.name) - aliasRank('title', b.name))[0]?.text.slice(0, 120);
}
