import { BlockList, isIPv4 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAllowedTarget, isGlobalAddress, parseOutgoingAllow } from '../../src/notify/outgoing-rules.ts';

/** The IANA special-purpose registries (2025), written out by hand as the other opinion. */
const special = {
  ipv4: '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
  ipv6: '::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20',
};
const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const family of ['ipv4', 'ipv6'] as const)
  for (const range of special[family].split(' ')) {
    const [net, bits] = range.split('/');
    lists[family].addSubnet(net!, Number(bits), family);
  }
const isSpecial = (address: string) =>
  isIPv4(address) ? lists.ipv4.check(address, 'ipv4') : lists.ipv6.check(address, 'ipv6');

/** Addresses inside a range, from random bits below its prefix. */
function inside(range: string): fc.Arbitrary<string> {
  const [net, bits] = range.split('/') as [string, string];
  const v4 = isIPv4(net);
  const size = v4 ? 4 : 16;
  const start = v4 ? net.split('.').map(Number) : bytesOf(net);
  return fc.uint8Array({ minLength: size, maxLength: size }).map((random) => {
    const bytes = start.map((byte, i) => {
      const fixed = Math.min(8, Math.max(0, Number(bits) - i * 8));
      const mask = (0xff << (8 - fixed)) & 0xff;
      return (byte & mask) | (random[i]! & ~mask & 0xff);
    });
    if (v4) return bytes.join('.');
    return Array.from({ length: 8 }, (_, i) => ((bytes[2 * i]! << 8) | bytes[2 * i + 1]!).toString(16)).join(':');
  });
}

function bytesOf(ipv6: string): number[] {
  const [head, tail = ''] = ipv6.split('::') as [string, string?];
  const parts = (text: string) => (text === '' ? [] : text.split(':').map((part) => Number.parseInt(part, 16)));
  const [left, right] = [parts(head), parts(tail)];
  const words = [...left, ...Array(8 - left.length - right.length).fill(0), ...right] as number[];
  return words.flatMap((word) => [word >> 8, word & 0xff]);
}

const nothing = { entries: [] };

test('no address of a special range ever passes', () => {
  const ranges = [...special.ipv4.split(' '), ...special.ipv6.split(' ')];
  for (const range of ranges)
    fc.assert(
      fc.property(inside(range), fc.constantFrom(80, 443), (address, port) => {
        expect(isAllowedTarget({ host: 'example.org', address, port }, nothing), address).toBe(false);
      }),
      { numRuns: 200 },
    );
});

test('whatever passes, the registries call global', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), inside('2000::/3')), (address) => {
      if (isGlobalAddress(address)) expect(isSpecial(address), address).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

test('an IPv4 address written into an IPv6 one never passes', () => {
  const forms = ['::ffff:', '::', '::ffff:0:', '64:ff9b::', '64:ff9b:1::', '2a00::5efe:', '2a00::200:5efe:'];
  fc.assert(
    fc.property(fc.ipV4(), fc.constantFrom(...forms), (ipv4, form) => {
      expect(isGlobalAddress(form + ipv4)).toBe(false);
    }),
  );
});

test.each(['8.8.8.8', '1.1.1.1', '93.184.215.14', '2606:4700:4700::1111', '2a00:1450:4001:800::200e'])(
  '%s passes',
  (address) => {
    expect(isGlobalAddress(address)).toBe(true);
  },
);

describe('what the operator allows', () => {
  const passes = (allow: string, host: string, address: string, port: number) =>
    isAllowedTarget({ host, address, port }, parseOutgoingAllow(allow) as never);

  test.each([
    ['10.1.0.0/16', 'crm', '10.1.2.3', 443, true],
    ['10.1.0.0/16', 'crm', '10.2.0.1', 443, false],
    ['10.1.0.0/16', 'crm', '10.1.2.3', 8443, false],
    ['10.1.0.0/16:8443', 'crm', '10.1.2.3', 8443, true],
    ['10.1.0.0/16:8443', 'crm', '10.1.2.3', 443, false],
    ['CRM.example.org', 'crm.example.org', '10.1.2.3', 443, true],
    ['crm.example.org', 'crm.example.org.evil.test', '10.1.2.3', 443, false],
    ['crm.example.org:9000', 'crm.example.org', '127.0.0.1', 9000, true],
    ['[fd00::5]:8443', 'x', 'fd00::5', 8443, true],
    ['fd00::/8', 'x', 'fd12::1', 80, true],
    ['::1', 'x', '::1', 80, true],
    ['0.0.0.0/0', 'x', '169.254.169.254', 80, false],
    ['metadata.test', 'metadata.test', '169.254.169.254', 80, false],
    ['169.254.169.254', 'x', '169.254.169.254', 80, true],
    ['10.0.0.0/8', 'x', '::ffff:10.0.0.1', 80, false],
  ])('%s: %s at %s port %i: %s', (allow, host, address, port, expected) => {
    expect(passes(allow, host, address, port)).toBe(expected);
  });

  test.each([
    '10.0.0.0/33',
    'http://x',
    'a b',
    '*',
    '127.1',
    '0x7f.1',
    'host/24',
    '1.2.3.4:0',
    '1.2.3.4:99999',
    '[::1',
    'user@host',
  ])('%s is no entry', (text) => {
    expect(typeof parseOutgoingAllow(text)).toBe('string');
  });
});
