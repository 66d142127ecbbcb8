import { describe, expect, it } from 'vitest';
import { elementsAt, placesAt, textAt } from '../../../../src/packs/procurement/einvoice/read/select.ts';
import { parseXml } from '../../../../src/parse/xml/parse-xml.ts';

const root = parseXml(
  Buffer.from(
    `<a xmlns:x="urn:x"><x:b id="1"><c>one</c><d><e>T</e></d></x:b><b><c/></b><b id="3"><c>three</c><d><e>F</e></d></b><old>kept</old></a>`,
  ),
);
const texts = (steps: string) => placesAt(root, steps).map(({ text }) => text);

describe('steps', () => {
  it('go by local names, whatever the prefix, and leave out empty texts', () => {
    expect(placesAt(root, 'b/c')).toEqual([
      { text: 'one', path: '/a/x:b/c' },
      { text: 'three', path: '/a/b[2]/c' },
    ]);
  });

  it.each([
    ['b[@id=3]/c', ['three']],
    ['b[@id=1|3]/c', ['one', 'three']],
    ['b[d/e=T]/c', ['one']],
    ['b[d/e!=T]/c', ['three']],
    ['b[!@id]', []],
    ['b/@id', ['1', '3']],
    ['new|old', ['kept']],
    ['b/c/d', []],
  ])('%s', (steps, found) => expect(texts(steps)).toEqual(found));

  it('find elements without text, too', () => {
    expect(elementsAt(root, 'b[!@id]')).toHaveLength(1);
  });

  it('take the first alternative that says something', () => {
    expect(textAt(root, 'none', 'b[!@id]/c', 'old', 'b/c')).toBe('kept');
  });
});
