// Networks by the host of their addresses, and where in the address the user's name stands.

const networks: readonly (readonly [network: string, host: RegExp, user: RegExp])[] = [
  ['LinkedIn', /(?:^|\.)linkedin\.com$/, /^\/(?:in|pub)\/([^/?#]+)/],
  ['GitHub', /^github\.com$/, /^\/([^/?#]+)\/?$/],
  ['GitHub', /\.github\.io$/, /^$/],
  ['GitLab', /^gitlab\.com$/, /^\/([^/?#]+)\/?$/],
  ['Bitbucket', /^bitbucket\.org$/, /^\/([^/?#]+)/],
  ['Stack Overflow', /^stackoverflow\.com$/, /^\/users\/(?:\d+\/)?([^/?#]+)/],
  ['X', /^(?:x|twitter)\.com$/, /^\/@?([^/?#]+)/],
  ['XING', /^xing\.com$/, /^\/profile\/([^/?#]+)/],
  ['Facebook', /^(?:m\.)?facebook\.com$/, /^\/([^/?#]+)/],
  ['Instagram', /^instagram\.com$/, /^\/([^/?#]+)/],
  ['YouTube', /^youtube\.com$/, /^\/(?:@|c\/|user\/|channel\/)([^/?#]+)/],
  ['Medium', /^medium\.com$/, /^\/@?([^/?#]+)/],
  ['ORCID', /^orcid\.org$/, /^\/([\dX-]{19})/],
  ['Google Scholar', /^scholar\.google\.[a-z.]+$/, /[?&]user=([^&#]+)/],
  ['ResearchGate', /^researchgate\.net$/, /^\/profile\/([^/?#]+)/],
  ['Behance', /^behance\.net$/, /^\/([^/?#]+)/],
  ['Dribbble', /^dribbble\.com$/, /^\/([^/?#]+)/],
  ['Kaggle', /^kaggle\.com$/, /^\/([^/?#]+)/],
  ['LeetCode', /^leetcode\.com$/, /^\/(?:u\/)?([^/?#]+)/],
  ['Hacker Rank', /^hackerrank\.com$/, /^\/(?:profile\/)?([^/?#]+)/],
  ['Telegram', /^t\.me$/, /^\/([^/?#]+)/],
  ['WhatsApp', /^wa\.me$/, /^\/\+?([^/?#]+)/],
  ['Reddit', /^reddit\.com$/, /^\/(?:user|u)\/([^/?#]+)/],
  ['Bluesky', /^bsky\.app$/, /^\/profile\/([^/?#]+)/],
  ['IMDb', /^imdb\.com$/, /^\/name\/([^/?#]+)/],
  ['Mastodon', /^mastodon\.[a-z]+$/, /^\/@([^/?#]+)/],
];

export interface ProfileAddress {
  network: string;
  username?: string;
}

/** undefined for an address of no known network. */
export function networkOf(address: string, host: string): ProfileAddress | undefined {
  const known = networks.find(([, form]) => form.test(host));
  if (!known) return undefined;
  const path = address.replace(/^[a-z]+:\/\//i, '').replace(/^[^/?#]+/, '');
  const user = known[2].exec(path)?.[1];
  return user ? { network: known[0], username: user } : { network: known[0] };
}
