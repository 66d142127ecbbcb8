// The account view: a list of its parts, and the part that is chosen.

import { el, failed, replaceChildren } from '../dom.js';
import { sections } from './sections.js';

/**
 * Shows the part named in the address. `loadContext(fresh)` gives {account, workspace, roles, may}, as known or as it is
 * now; `choose(id)` opens another workspace; `forget(why)` empties the page. Returns a function that stops what it started.
 */
export function showAccount({ main, id, loadContext, choose, forget }) {
  let stopped = false;
  const load = async (fresh) => {
    try {
      const context = await loadContext(fresh);
      if (!stopped) draw({ ...context, choose, forget, reload: () => load(true) });
    } catch (error) {
      if (!stopped)
        replaceChildren(
          main,
          failed(error, () => load(true)),
        );
    }
  };
  const draw = (context) => {
    const open = sections.filter(({ needs, when }) => (!needs || context.may(needs)) && (!when || when(context)));
    const chosen = open.find((section) => section.id === id) ?? open[0];
    replaceChildren(
      main,
      el(
        'div.account',
        {},
        el(
          'nav.account-nav',
          { 'aria-label': 'Parts of your account' },
          ...open.map((section) =>
            el(
              'a',
              { href: `#/account/${section.id}`, 'aria-current': section === chosen ? 'page' : undefined },
              section.title,
            ),
          ),
        ),
        el(
          'div.account-part',
          {},
          el('h1', { tabindex: '-1' }, chosen.title),
          ...[chosen.show(context)].flat().filter(Boolean),
        ),
      ),
    );
    document.title = `${chosen.title} · Sheaf`;
    // What had the focus is gone with the part before: read on from the new heading.
    if (document.activeElement === document.body) main.querySelector('h1').focus();
  };
  void load(false);
  return () => {
    stopped = true;
    document.title = 'Sheaf';
  };
}
