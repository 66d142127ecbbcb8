// Verbs that say the same and more clearly, by style. English; each change is kept only where the gate lets it through, so that none
// of them says more than its source.

import type { TailoringStyle } from './options.ts';

type Swap = readonly [weak: string, strong: string];

const EVERYWHERE: readonly Swap[] = [
  ['Put in place', 'Introduced'],
  ['Looked after', 'Maintained'],
  ['Took care of', 'Handled'],
  ['Got', 'Obtained'],
  ['Did', 'Carried out'],
  ['Gave', 'Delivered'],
];

const BY_STYLE: Record<TailoringStyle, readonly Swap[]> = {
  technical: [
    ['Made', 'Built'],
    ['Set up', 'Configured'],
    ['Used', 'Applied'],
    ['Fixed', 'Repaired'],
    ['Changed', 'Modified'],
    ['Ran', 'Operated'],
  ],
  management: [
    ['Made', 'Produced'],
    ['Set up', 'Established'],
    ['Started', 'Launched'],
    ['Cut', 'Reduced'],
    ['Raised', 'Increased'],
    ['Headed', 'Led'],
    ['Ran', 'Managed'],
  ],
  creative: [
    ['Made', 'Created'],
    ['Set up', 'Established'],
    ['Started', 'Launched'],
    ['Showed', 'Presented'],
    ['Thought up', 'Devised'],
  ],
};

/** The sentence with a clearer verb in front; undefined where none is known. */
export function withStrongerVerb(text: string, style: TailoringStyle): string | undefined {
  const swap = [...BY_STYLE[style], ...EVERYWHERE].find(
    ([weak]) => text.startsWith(`${weak} `) || text.startsWith(`I ${weak.toLowerCase()} `),
  );
  if (!swap) return undefined;
  const [weak, strong] = swap;
  return text.startsWith('I ')
    ? `I ${strong.toLowerCase()}${text.slice(2 + weak.length)}`
    : strong + text.slice(weak.length);
}
