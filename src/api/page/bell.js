// The bell: how many notifications are unread, as it changes.

import { tellBriefly } from './banner.js';
import { watchNotices } from './notice-api.js';

const MOST_SHOWN = 99;

export function startBell(bell) {
  const badge = bell.querySelector('.unread');
  const show = (unread) => {
    badge.textContent = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
    badge.hidden = unread === 0;
    bell.setAttribute('aria-label', unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`);
  };
  show(0);
  bell.hidden = false;
  watchNotices({
    onUnread: show,
    onNotice({ title }) {
      tellBriefly(title);
      dispatchEvent(new Event('sheaf-notice'));
    },
  });
}
