// Enough of a browser to go through redirects with cookies, and to stop where an attacker would reach in.

export interface Stop {
  url: URL;
  response: Response;
}

export function createBrowser() {
  const jar = new Map<string, Map<string, { value: string; path: string }>>();

  async function visit(url: URL): Promise<Response> {
    const kept = [...(jar.get(url.host) ?? [])].filter(([, { path }]) => url.pathname.startsWith(path));
    const cookie = kept.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const path = attributes.find((text) => /^path=/i.test(text))?.slice(5) ?? '/';
      const mine = jar.get(url.host) ?? new Map();
      if (value === '' || attributes.some((text) => /^max-age=0$/i.test(text))) mine.delete(name);
      else mine.set(name, { value, path });
      jar.set(url.host, mine);
    }
    return response;
  }

  return {
    cookie: (host: string, name: string) => jar.get(host)?.get(name)?.value,
    /** Follows redirects until there are none, or until `stop` says so of the next address. */
    async go(start: string | URL, stop: (next: URL) => boolean = () => false): Promise<Stop> {
      let url = new URL(start);
      for (let hops = 0; hops < 20; hops++) {
        const response = await visit(url);
        const location = response.headers.get('location');
        if (location === null) return { url, response };
        const next = new URL(location, url);
        if (stop(next)) return { url: next, response };
        url = next;
      }
      throw new Error(`redirected in a circle at ${url.pathname}`);
    },
  };
}
