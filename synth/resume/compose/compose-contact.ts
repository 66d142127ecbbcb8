// How to reach somebody: each piece with its label, in the order in which it is printed.
import type { ComposeContext } from './compose-context.ts';
import type { ContactView, ResumeView } from './resume-view.ts';

export function composeContact({ body, words, home, ledger, random, design }: ComposeContext): ContactView[] {
  const { basics } = body;
  const { labels } = words;
  const items: ContactView[] = [];
  const { location } = basics;
  if (location) {
    const { address, postalCode, city, region, countryCode } = location;
    const cityLine =
      postalCode === undefined
        ? [city, region].filter(Boolean).join(', ')
        : home.cityLine({ postal: postalCode, name: city!, ...(region === undefined ? {} : { state: region }) });
    const country = countryCode === undefined ? undefined : home.countryName;
    const text = [address, cityLine, country].filter((part) => part !== undefined && part !== '').join(', ');
    for (const [leaf, value] of Object.entries({ address, postalCode, city, region })) {
      // Some countries print a place without its province.
      if (value !== undefined && text.includes(value)) ledger.state(`basics.location.${leaf}`, value, value, false);
    }
    if (countryCode !== undefined) ledger.state('basics.location.countryCode', countryCode, home.countryName, false);
    items.push({ kind: 'place', label: labels.address, text });
  }
  if (basics.phone !== undefined) {
    ledger.state('basics.phone', basics.phone, basics.phone, false);
    items.push({ kind: 'phone', label: labels.phone, text: basics.phone });
  }
  if (basics.email !== undefined) {
    ledger.state('basics.email', basics.email, basics.email, false);
    items.push({ kind: 'email', label: labels.email, text: basics.email });
  }
  const withScheme = random.chance(0.35);
  const bare = (url: string): string => (withScheme ? url : url.replace(/^https?:\/\/(?:www\.)?/, ''));
  if (basics.url !== undefined) {
    ledger.state('basics.url', basics.url, bare(basics.url), false);
    items.push({ kind: 'url', label: labels.web, text: bare(basics.url) });
  }
  const named = design.contact === 'labelled' || random.chance(0.3);
  for (const [i, { network, username, url }] of (basics.profiles ?? []).entries()) {
    const path = `basics.profiles[${i}]`;
    ledger.state(`${path}.network`, network, '', false);
    ledger.state(`${path}.username`, username, username, false);
    ledger.state(`${path}.url`, url, bare(url), false);
    const text = named && design.contact !== 'labelled' ? `${network}: ${bare(url)}` : bare(url);
    items.push({ kind: 'profile', label: network, text });
  }
  return random.chance(0.5) ? items : [...items.slice(1), ...items.slice(0, 1)];
}

/** No field holds them; they stand there all the same. */
export function composePersonal({ words, home, random }: ComposeContext): ResumeView['personal'] {
  const born = `${random.int(10, 28)}.${String(random.int(1, 12)).padStart(2, '0')}.${random.int(1966, 2002)}`;
  return [
    { label: words.labels.born, text: born },
    { label: words.labels.nationality, text: home.countryName },
  ];
}
