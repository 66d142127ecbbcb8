import { describe, expect, it } from 'vitest';
import { packs } from '../../src/packs/index.ts';
import { warmUpParser } from '../../src/parse/warm-up.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { parseUserTypes } from '../../src/pipeline/user-types.ts';
import { warmUp } from '../../src/pipeline/warm-up.ts';

describe('warming up', () => {
  it('reads a page of each type, and can be left off after any', () => {
    const catalogue = createTypeCatalogue(packs);
    expect([...warmUp(catalogue)]).toEqual(catalogue.types.map((type) => type.id));
    const steps = warmUp(catalogue);
    expect(steps.next().value).toBe(catalogue.types[0]!.id);
    expect(steps.return(undefined).done).toBe(true);
  });

  it('copes with types that declare next to nothing', () => {
    const own = parseUserTypes({ types: [{ id: 'note', title: 'Note', fields: { topic: { kind: 'text' } } }] });
    expect([...warmUp(createTypeCatalogue([], own))]).toEqual(['note']);
    expect([...warmUp(createTypeCatalogue([]))]).toEqual([]);
  });

  it('has a page of its own that the parser can read', async () => {
    await expect(warmUpParser()).resolves.toBeUndefined();
  });
});
