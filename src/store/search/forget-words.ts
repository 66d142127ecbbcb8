// Words that no item of a collection holds any longer: what was erased must not come back as a guess.

import { titleField, wordField } from '../../search/index-item.ts';
import type { Trx } from '../database.ts';
import type { CollectionRow } from './collections.ts';
import { listUsedTerms } from './postings.ts';
import { stemWords } from './stem-words.ts';
import { removeWords } from './words.ts';

/**
 * Of these words, removes those whose term stands in no item, in any language of the collection. One stays while another
 * form of it stands somewhere, and so do words that say nothing in a language (the, und, le): the index has no place for them.
 * The caller holds the lock of the collection, and has taken the items out.
 */
export async function forgetWords(
  trx: Trx,
  { workspace_id: workspaceId, number: collection, languages }: CollectionRow,
  words: ReadonlySet<string>,
): Promise<void> {
  if (words.size === 0) return;
  const terms = new Map([...words].map((word) => [word, [] as (string | null)[]]));
  for (const language of languages) {
    for (const [word, term] of await stemWords(trx, language, words)) terms.get(word)?.push(term);
  }
  const asked = new Set([...terms.values()].flat().filter((term) => term !== null));
  const used = await listUsedTerms(trx, { workspaceId, collection, fields: [wordField, titleField], terms: asked });
  const unused = [...terms].filter(([, ofWord]) => ofWord.every((term) => term !== null && !used.has(term)));
  await removeWords(
    trx,
    { workspaceId, collection },
    unused.map(([word]) => word),
  );
}
