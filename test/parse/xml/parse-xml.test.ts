import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../src/parse/xml/parse-xml.ts';

const parse = (text: string, limits = {}) => parseXml(Buffer.from(text), limits);
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

describe('parseXml', () => {
  it('keeps names, namespaces, attributes, text and where each element stands', () => {
    const root = parse(`<?xml version="1.0"?>
      <Invoice xmlns="urn:i" xmlns:c="urn:c"><c:ID schemeID="0088">  17 &amp; 18 </c:ID>
        <c:Line><c:ID>1</c:ID></c:Line><c:Line><c:ID>2</c:ID><c:Note><![CDATA[a < b]]></c:Note></c:Line></Invoice>`);
    expect(root).toMatchObject({ name: 'Invoice', qualifiedName: 'Invoice', namespace: 'urn:i', path: '/Invoice' });
    expect({ ...root.attributes }).toEqual({});
    expect(root.children.map((c) => c.path)).toEqual(['/Invoice/c:ID', '/Invoice/c:Line[1]', '/Invoice/c:Line[2]']);
    expect(root.children[0]).toMatchObject({ namespace: 'urn:c', text: '17 & 18' });
    expect({ ...root.children[0]!.attributes }).toEqual({ schemeID: '0088' });
    expect(root.children[2]!.children.map((c) => [c.path, c.text])).toEqual([
      ['/Invoice/c:Line[2]/c:ID', '2'],
      ['/Invoice/c:Line[2]/c:Note', 'a < b'],
    ]);
  });

  it('takes attributes by any name', () => {
    const root = parse('<a __proto__="1" constructor="2" xml:lang="en"/>');
    expect(Object.entries(root.attributes)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['xml:lang', 'en'],
    ]);
  });

  it('keeps a no-break space, drops white space around text', () => {
    expect(parse('<a>\n \u00a0x\u00a0\t</a>').text).toBe('\u00a0x\u00a0');
  });

  it.each([
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<a>ü€</a>')])],
    ['UTF-16 little endian', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a>ü€</a>', 'utf16le')])],
    ['UTF-16 big endian', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('<a>ü€</a>', 'utf16le').swap16()])],
    ['ISO-8859-15', Buffer.from('<?xml version="1.0" encoding="ISO-8859-15"?><a>\u00fc\u00a4</a>', 'latin1')],
    ['Windows-1252', Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\u00fc\u0080</a>', 'latin1')],
  ])('reads %s', (_, bytes) => {
    expect(parseXml(bytes).text).toBe('ü€');
  });

  it('reads ISO-8859-1 by declaration', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>M\u00fcller</a>', 'latin1');
    expect(parseXml(bytes).text).toBe('Müller');
  });

  it('resolves the five entities and character references, and no other', () => {
    expect(parse('<a>&lt;&gt;&amp;&apos;&quot;&#65;&#x42;</a>').text).toBe('<>&\'"AB');
    expect(codeOf(() => parse('<a>&nbsp;</a>'))).toBe('file.corrupt');
  });

  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['entities of entities', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'],
    ['an external DTD', '<?xml version="1.0"?>\n<!-- c -->\n<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'],
    ['a DOCTYPE that never ends', `<!DOCTYPE a [${'<!ENTITY x "y">'.repeat(50_000)}`],
    ['a lower-case DOCTYPE', '<!doctype html><a/>'],
  ])('refuses %s', (_, text) => {
    expect(codeOf(() => parse(text))).toBe('file.xml-doctype');
  });

  it.each([
    ['a truncated file', '<a>\n<b>\n<c'],
    ['an element that is not closed', '<a>\n<b></b>'],
    ['a wrong end tag', '<a>\n<b></c></a>'],
    ['two roots', '<a/><b/>'],
    ['an attribute given twice', '<a x="1" x="2"/>'],
    ['a prefix that is not declared', '<x:a/>'],
    ['no element', '<?xml version="1.0"?>'],
    ['a reference to a character that XML has not', '<a>&#0;</a>'],
  ])('calls %s damaged', (_, text) => {
    expect(codeOf(() => parse(text))).toBe('file.corrupt');
  });

  it('names the line of the damage and echoes nothing of the file', () => {
    expect(() => parse('<a>\n<b>\n<secret>')).toThrow(/line 3/);
    expect(() => parse('<a>\n<b>\n<secret>')).not.toThrow(/secret/);
  });

  it('stops at its limits', () => {
    expect(codeOf(() => parseXml(Buffer.alloc(0)))).toBe('file.empty');
    expect(codeOf(() => parse('<a>xxxxxxxx</a>', { maxBytes: 10 }))).toBe('file.too-large');
    expect(codeOf(() => parse('<a><b><c/></b></a>', { maxDepth: 2 }))).toBe('file.too-large');
    expect(codeOf(() => parse('<a><b/><b/></a>', { maxElements: 2 }))).toBe('file.too-large');
    expect(codeOf(() => parse('<a x="1" y="2"/>', { maxAttributes: 1 }))).toBe('file.too-large');
    expect(codeOf(() => parse('<a>'.repeat(200_000)))).toBe('file.too-large');
  });

  it('refuses 100 MB before it looks at them', () => {
    const bytes = Buffer.alloc(100 * 1024 * 1024, 0x20);
    const start = performance.now();
    expect(codeOf(() => parseXml(bytes))).toBe('file.too-large');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
