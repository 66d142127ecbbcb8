// What tests of the places of work on the page share: somebody signed in, where to go, pictures, and what a phone shows afterwards.

import { afterEach, expect } from 'vitest';
import type { Actor } from '../../src/actions/services.ts';
import type { Engine } from '../../src/compose/engine.ts';
import { overflow } from './browser.ts';
import { faintTexts } from './faint-texts.ts';
import { type SignedIn, signInBeforeEach } from './signed-in.ts';

/** A folder to keep pictures in, for who wants to look. */
const pictures = process.env.WORK_PICTURES;

export interface WorkPlace {
  /** Narrow and wide, where pictures are kept. */
  picture(name: string): Promise<void>;
  /** `#/board`, as if it was opened anew. */
  open(hash: string): Promise<void>;
  /** Who is signed in. */
  actor(): Promise<Actor>;
}

/** Once in a `describe`; `take` gets what each test is about, before it. */
export function lookAtWork(take: (at: SignedIn) => void, options: { engine?: Partial<Engine> } = {}): WorkPlace {
  let at: SignedIn;
  signInBeforeEach((signedIn) => {
    at = signedIn;
    take(signedIn);
  }, options);
  afterEach(async () => {
    // What a phone shows is not wider than it, and can be read.
    await at.page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(at.page)).toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await at.page.emulateMedia({ colorScheme });
      expect(await at.page.evaluate(faintTexts('#main'))).toEqual([]);
    }
  });
  return {
    async picture(name) {
      if (!pictures) return;
      for (const width of [360, 1280]) {
        await at.page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        await at.page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
      }
    },
    async open(hash) {
      await at.page.goto(`${at.site}/#/`);
      await at.page.goto(`${at.site}/${hash}`);
    },
    actor: () =>
      at.page.evaluate(
        "fetch('/api/v1/me').then((answer) => answer.json()).then((me) => ({ workspaceId: me.workspaces[0].id, userId: me.id }))",
      ),
  };
}
