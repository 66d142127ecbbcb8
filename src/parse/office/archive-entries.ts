// Names of a ZIP's entries, from its directory and without unpacking anything: enough to tell what kind of file the archive is.

const END_RECORD = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const MAX_LISTED = 4000;

/** Names as they are written, at most some thousands; empty when the directory cannot be found. Never throws. */
export function listEntryNames(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(buffer);
  if (end === undefined) return [];
  const names: string[] = [];
  let at = buffer.readUInt32LE(end + 16);
  while (names.length < MAX_LISTED && at + 46 <= buffer.length && buffer.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameLength = buffer.readUInt16LE(at + 28);
    names.push(buffer.toString('utf8', at + 46, Math.min(at + 46 + nameLength, buffer.length)));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return names;
}

function findEndRecord(buffer: Buffer): number | undefined {
  for (let at = buffer.length - END_LENGTH; at >= Math.max(0, buffer.length - END_LENGTH - MAX_COMMENT); at--) {
    if (buffer.readUInt32LE(at) === END_RECORD) return at;
  }
  return undefined;
}
