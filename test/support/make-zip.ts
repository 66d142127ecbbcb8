// ZIP archives made byte by byte, so that each may lie in its own way.

import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string | Buffer;
  content?: Uint8Array;
  /** What the headers say, where they lie. */
  lie?: { size?: number; packedSize?: number; crc?: number; localName?: string; offset?: number };
  flags?: number;
  method?: number;
  /** Unix mode, in the upper half of the attributes. */
  mode?: number;
  /** Given as it is, instead of the packed content. */
  packed?: Uint8Array;
  extra?: Buffer;
}

interface ZipOptions {
  /** What the end record says of the number of entries. */
  count?: number;
}

export function makeZip(entries: readonly ZipEntry[], options: ZipOptions = {}): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const {
      name,
      content = Buffer.alloc(0),
      lie = {},
      flags = 0x800,
      method = 8,
      mode = 0,
      extra = Buffer.alloc(0),
    } = entry;
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(content, { level: 9 }) : content));
    const nameBytes = Buffer.from(name as string);
    const localName = lie.localName === undefined ? nameBytes : Buffer.from(lie.localName);
    const crc = lie.crc ?? crc32(content);
    const packedSize = lie.packedSize ?? packed.length;
    const size = lie.size ?? content.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packedSize >>> 0, 18);
    local.writeUInt32LE(size >>> 0, 22);
    local.writeUInt16LE(localName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x0314, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(packedSize >>> 0, 20);
    central.writeUInt32LE(size >>> 0, 24);
    central.writeUInt16LE(nameBytes.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(lie.offset ?? offset, 42);
    body.push(local, localName, packed);
    directory.push(central, nameBytes, extra);
    offset += 30 + localName.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.count ?? entries.length, 8);
  end.writeUInt16LE(options.count ?? entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, listed, end]);
}

/** One block of packed zeros under many names: entries whose data overlap, after David Fifield's zip bomb. */
export function overlappingBomb(names: number, bytes: number): Buffer {
  const content = Buffer.alloc(bytes);
  const lie = { size: bytes, packedSize: deflateRawSync(content, { level: 9 }).length, crc: crc32(content) };
  const others = Array.from({ length: names - 1 }, (_, i) => ({
    name: `b${i}`,
    packed: Buffer.alloc(0),
    lie: { ...lie, offset: 0 },
  }));
  return makeZip([{ name: 'a', content }, ...others]);
}

/** Archives of archives, `width` to a level, as 42.zip is built. */
export function nestedBomb(depth: number, width: number, bytes: number): Buffer {
  let inner: { name: string; content: Uint8Array } = { name: '0.dll', content: Buffer.alloc(bytes) };
  for (let level = 0; level < depth; level++) {
    const content = makeZip(Array.from({ length: width }, (_, i) => ({ ...inner, name: `${i}-${inner.name}` })));
    inner = { name: 'lib.zip', content };
  }
  return Buffer.from(inner.content);
}
