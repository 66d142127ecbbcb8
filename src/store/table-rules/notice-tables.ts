// Tables of notices, mails about them, webhooks and live events.

import { belongsToWorkspace, byWorkspace, type TableRule } from './table-rule.ts';

/** In the order in which erasing deletes. */
export const noticeTableRules: Readonly<Record<string, TableRule>> = {
  'public.live_events': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: { never: 'says for a day what changed, by ids that stand in other tables' },
  },
  'public.notice_mail_times': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: { never: 'says when the next mail is due' },
  },
  'public.notifications': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: 'all',
  },
  'public.notification_settings': {
    workspace: byWorkspace,
    person: [{ do: 'delete', column: 'user_id' }],
    export: 'all',
  },
  'public.webhook_deliveries': {
    workspace: byWorkspace,
    person: [{ do: 'delete-text', columns: ['body'] }],
    export: 'all',
  },
  'public.webhook_endpoints': {
    workspace: byWorkspace,
    person: belongsToWorkspace,
    export: { without: ['sealed_secret', 'sealed_old_secret'] },
  },
  'public.notices': {
    workspace: byWorkspace,
    person: [{ do: 'delete-json', column: 'data', key: 'userId' }],
    export: 'all',
  },
};
