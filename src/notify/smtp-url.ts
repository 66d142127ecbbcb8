// SMTP_URL → where to connect and how. Passwords never go over a line that anybody can read.

import { isIP } from 'node:net';

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). */
  implicitTls: boolean;
  /** STARTTLS must succeed before anything is said. */
  requireTls: boolean;
  auth: { user: string; pass: string } | undefined;
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);

/**
 * `smtps://user:password@host:465`, `smtp://user:password@host:587`, `smtp://relay?tls=optional`.
 * Returns what is wrong instead of throwing; the text never repeats the address.
 */
export function parseSmtpUrl(text: string): SmtpServer | string {
  if (!URL.canParse(text)) return 'must look like smtps://user:password@mail.example.org';
  const url = new URL(text);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') return 'must begin with smtp:// or smtps://';
  if (url.hostname === '' || (url.pathname !== '' && url.pathname !== '/') || url.hash !== '')
    return 'must hold a server and nothing after it; special characters of a password are percent-encoded';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!isIP(host) && !/^[\w.-]+$/.test(host)) return 'holds a server name that is none';
  const { tls, ...others } = Object.fromEntries(url.searchParams);
  if (Object.keys(others).length > 0 || (tls !== undefined && tls !== 'optional' && tls !== 'required'))
    return 'knows only ?tls=required and ?tls=optional after the server';
  let auth: SmtpServer['auth'];
  try {
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    if (user !== '' || pass !== '') auth = { user, pass };
  } catch {
    return 'holds a user or password with a % that encodes nothing; write %25 for a percent sign';
  }
  const implicitTls = url.protocol === 'smtps:';
  const requireTls = !implicitTls && (tls === undefined ? !isLoopback(host) : tls === 'required');
  if (auth && !implicitTls && !requireTls && !isLoopback(host))
    return 'holds a password, which must not go over a line without TLS: leave ?tls=optional out';
  return { host, port: Number(url.port) || (implicitTls ? 465 : 587), implicitTls, requireTls, auth };
}
