// The names in a ZIP, as far as they tell what kind of file it is. Nothing is believed and nothing opened: that is the guard's.

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** The end record and the longest comment behind it. */
const END_WITHIN = 22 + 0xffff;
const MOST_NAMES = 2000;

/** From the directory at the end; of a file that is cut off, from the entries at its beginning. */
export function zipNames(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = namesFrom(buffer, directoryStart(buffer), CENTRAL_HEADER);
  return listed.length > 0 ? listed : namesFrom(buffer, 0, LOCAL_HEADER);
}

function directoryStart(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - END_WITHIN); at--) {
    if (buffer.readUInt32LE(at) === END_OF_DIRECTORY) return buffer.readUInt32LE(at + 16);
  }
  return buffer.length;
}

function namesFrom(buffer: Buffer, start: number, signature: number): string[] {
  const isCentral = signature === CENTRAL_HEADER;
  const fixed = isCentral ? 46 : 30;
  const names: string[] = [];
  let at = start;
  while (at + fixed <= buffer.length && names.length < MOST_NAMES && buffer.readUInt32LE(at) === signature) {
    const length = buffer.readUInt16LE(at + (isCentral ? 28 : 26));
    names.push(buffer.toString('latin1', at + fixed, at + fixed + length));
    const extra = buffer.readUInt16LE(at + (isCentral ? 30 : 28));
    const more = isCentral ? buffer.readUInt16LE(at + 32) : buffer.readUInt32LE(at + 18);
    at += fixed + length + extra + more;
  }
  return names;
}
