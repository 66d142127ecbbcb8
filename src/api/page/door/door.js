// The door: what a person sees who is not signed in. It covers the page; what is behind it stays as it was, unseen.

import { el, replaceChildren } from '../dom.js';
import { stopOffering } from './other-ways.js';

const door = document.getElementById('door');
const app = document.getElementById('app');
let before;

/** Shows the panel, a function `(go) => node`; `go(panel)` leads on to another. */
export function showPanel(panel) {
  void stopOffering();
  if (door.hidden) {
    before = { focused: document.activeElement, scroll: scrollY, title: document.title };
    app.hidden = true;
    door.hidden = false;
  }
  const node = panel(showPanel);
  replaceChildren(
    door,
    el('div.brand', {}, el('img', { src: '/page/icon.svg', alt: '', width: 28, height: 28 }), 'Sheaf'),
    node,
  );
  const title = node.querySelector('h1')?.textContent;
  document.title = title ? `${title} · Sheaf` : 'Sheaf';
  const first = node.querySelector('[autofocus], input:not([type=hidden]):not([readonly]), select, button');
  (first ?? door).focus();
}

/** Back to where the person was. */
export function leaveDoor() {
  void stopOffering();
  if (door.hidden) {
    app.hidden = false;
    return;
  }
  replaceChildren(door);
  door.hidden = true;
  app.hidden = false;
  document.title = 'Sheaf';
  if (before) {
    scrollTo(0, before.scroll);
    if (before.focused?.isConnected) before.focused.focus();
  }
}

/** A panel's usual parts. `notice`: what happened before, in one sentence. */
export function panelOf({ title, notice, lead, form, below = [] }) {
  return el(
    'section.panel',
    {},
    el('h1', {}, title),
    notice ? el('p.notice.mild', { role: 'status' }, notice) : null,
    lead ? el('p.lead', {}, ...[lead].flat()) : null,
    form?.node,
    below.length > 0 ? el('div.panel-end', {}, ...below) : null,
  );
}

export const linkButton = (text, onclick) => el('button.link', { type: 'button', onclick }, text);
