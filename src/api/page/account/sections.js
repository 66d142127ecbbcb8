// The parts of the account view, in order. `needs`: the permission without which a part is not there; `when(context)`: what
// else it takes.

import { auditSection } from './audit.js';
import { exportSection } from './export.js';
import { installationSection } from './installation.js';
import { keepingSection } from './keeping.js';
import { keysSection } from './keys.js';
import { membersSection } from './members.js';
import { notificationsSection } from './notifications.js';
import { passkeysSection } from './passkeys.js';
import { passwordSection } from './password.js';
import { profileSection } from './profile.js';
import { reviewingSection } from './reviewing.js';
import { secondFactorSection } from './second-factor.js';
import { sessionsSection } from './sessions.js';
import { trashSection } from './trash.js';
import { usageSection } from './usage.js';
import { webhooksSection } from './webhooks.js';
import { workspaceSection } from './workspace.js';

export const sections = [
  { id: 'profile', title: 'Profile', show: profileSection },
  {
    id: 'security',
    title: 'Signing in',
    show: (context) => [
      passwordSection(context),
      secondFactorSection(context),
      passkeysSection(context),
      sessionsSection(),
    ],
  },
  { id: 'notifications', title: 'Notifications', needs: 'notifications.read', show: notificationsSection },
  { id: 'keys', title: 'API keys', needs: 'keys.manage', show: keysSection },
  { id: 'webhooks', title: 'Webhooks', needs: 'webhooks.manage', show: webhooksSection },
  { id: 'workspace', title: 'Workspace', show: workspaceSection },
  { id: 'members', title: 'Members', needs: 'members.read', show: membersSection },
  { id: 'usage', title: 'Usage', needs: 'usage.read', show: usageSection },
  { id: 'trash', title: 'Trash', needs: 'trash.read', show: trashSection },
  { id: 'audit', title: 'Audit log', needs: 'audit.read', show: auditSection },
  { id: 'export', title: 'Export', needs: 'workspace.read', show: exportSection },
  { id: 'reviewing', title: 'Review rules', needs: 'reviews.read', show: reviewingSection },
  { id: 'keeping', title: 'Keeping', needs: 'retention.read', show: keepingSection },
  {
    id: 'installation',
    title: 'Installation',
    when: ({ account }) => account.systemAdministrator,
    show: installationSection,
  },
];
