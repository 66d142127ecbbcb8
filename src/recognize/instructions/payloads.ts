// Blocks of base64 or hexadecimal digits that decode to readable text.

export interface Payload {
  start: number;
  end: number;
  text: string;
}

const BASE64 = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{24,}={0,2}(?![A-Za-z0-9+/=])/g;
const HEX = /(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}){20,}(?![0-9A-Fa-f])/g;
const MAX_PAYLOADS = 40;
const MAX_LENGTH = 20_000;
/** Share of characters that text is made of; random bytes reach a third. */
const READABLE = 0.92;

/** What people could read once it is decoded. Lines of one block are told apart by nothing but line ends: they are joined. */
export function decodePayloads(text: string): Payload[] {
  const found: Payload[] = [];
  for (const [pattern, encoding] of [
    [BASE64, 'base64'],
    [HEX, 'hex'],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      if (found.length >= MAX_PAYLOADS) return found;
      const decoded = Buffer.from(match[0].slice(0, MAX_LENGTH), encoding).toString('utf8');
      if (isReadable(decoded)) found.push({ start: match.index, end: match.index + match[0].length, text: decoded });
    }
  }
  return found;
}

function isReadable(text: string): boolean {
  const plain = text.match(/[\p{L}\p{N}\p{P}\s]/gu)?.length ?? 0;
  return text.includes(' ') && plain >= READABLE * text.length && !text.includes('\uFFFD');
}
