// Which addresses the server may call on behalf of somebody: public ones on the web's ports, and what the operator named.

import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

interface AllowedEntry {
  /** Lower case, without a trailing dot; or a range of addresses. */
  host?: string;
  range?: [ipaddr.IPv4 | ipaddr.IPv6, number];
  /** The only port; undefined = 80 and 443. */
  port?: number;
}

export interface OutgoingAllowance {
  entries: readonly AllowedEntry[];
}

export interface OutgoingTarget {
  /** As in the URL; without brackets. */
  host: string;
  /** What it resolved to. */
  address: string;
  port: number;
}

const WEB_PORTS: ReadonlySet<number> = new Set([80, 443]);
/** Of cloud hosts: whoever can ask these gets the machine's credentials. Some look like any public address. */
const METADATA: ReadonlySet<string> = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.169.253',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd20:ce::254',
]);

/** `crm.example.org, 10.1.0.0/16, 127.0.0.1:9000, [fd00::5]:8443`, or what is wrong. */
export function parseOutgoingAllow(text: string): OutgoingAllowance | string {
  const entries: AllowedEntry[] = [];
  for (const part of text.split(',')) {
    const item = part.trim().toLowerCase();
    if (item === '') continue;
    const entry = parseEntry(item);
    if (!entry) return 'must hold hosts, addresses or ranges such as crm.example.org, 10.1.0.0/16, [fd00::5]:8443';
    entries.push(entry);
  }
  return { entries };
}

function parseEntry(item: string): AllowedEntry | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^\s[\]/:]+)|([0-9a-f:.]+))(?:\/(\d{1,3}))?(?::(\d{1,5}))?$/.exec(item);
  if (!match) return undefined;
  const name = match[1] ?? match[2] ?? match[3]!;
  const port = match[5] === undefined ? {} : { port: Number(match[5]) };
  if (port.port === 0 || (port.port ?? 0) > 65535) return undefined;
  const version = isIP(name);
  if (version === 0) {
    const isName =
      match[2] !== undefined && match[4] === undefined && /^[\p{L}\p{N}_.-]*\p{L}[\p{L}\p{N}_.-]*$/u.test(name);
    if (!isName || !URL.canParse(`http://${name}`)) return undefined;
    const host = hostOf(new URL(`http://${name}`));
    // `0x7f.1` is an address in disguise: it is written as one, or not at all.
    return isIP(host) === 0 ? { host, ...port } : undefined;
  }
  const longest = version === 4 ? 32 : 128;
  const bits = match[4] === undefined ? longest : Number(match[4]);
  return bits > longest ? undefined : { range: [ipaddr.parse(name), bits], ...port };
}

/** Host of a URL as it is compared: no brackets, no dot at the end. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

/** Whether a connection to this very address may be opened. */
export function isAllowedTarget(target: OutgoingTarget, { entries }: OutgoingAllowance): boolean {
  if (entries.some((entry) => covers(entry, target))) return true;
  return WEB_PORTS.has(target.port) && isGlobalAddress(target.address);
}

function covers({ host, range, port }: AllowedEntry, target: OutgoingTarget): boolean {
  if (port === undefined ? !WEB_PORTS.has(target.port) : port !== target.port) return false;
  const address = parseStrictly(target.address);
  if (!address) return false;
  // Nobody means these by a name or a wide range: they must be named themselves.
  if (METADATA.has(address.toString()))
    return range !== undefined && isWhole(range) && range[0].toString() === address.toString();
  if (!range) return host === target.host;
  return address.kind() === range[0].kind() && address.match(range as never);
}

const isWhole = ([address, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number]): boolean =>
  bits === (address.kind() === 'ipv4' ? 32 : 128);

const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
const IETF_PROTOCOLS: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2001::'), 23];

/**
 * Whether the address is one of the public Internet (IANA special-purpose registries). IPv6 forms that carry an IPv4
 * address are refused whatever they carry: on the way they may become it.
 */
export function isGlobalAddress(text: string): boolean {
  const address = parseStrictly(text);
  if (!address || METADATA.has(address.toString())) return false;
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv4) return true;
  const [, , , , marker, isatap] = address.parts;
  if ((marker === 0 || marker === 0x200) && isatap === 0x5efe) return false;
  return address.match(GLOBAL_UNICAST) && !address.match(IETF_PROTOCOLS);
}

/** ipaddr.js also reads octal and shortened forms, which others read differently. */
function parseStrictly(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return isIP(text) === 0 || text.includes('%') ? undefined : ipaddr.parse(text);
}
