// Cases as two packs would declare them: a person's own that ends one way or another, and the workspace's that only goes forward.

import { z } from 'zod';
import { createCaseKinds } from '../../src/cases/case-kinds.ts';
import type { CaseSpec } from '../../src/cases/case-spec.ts';
import { permissionNames } from '../../src/identity/permissions.ts';
import { jobApplication } from '../../src/packs/careers/track/application.ts';
import { roles } from '../../src/store/roles.ts';

export const knownNames = {
  recordTypes: ['invoice'],
  artifactKinds: ['text', 'letter'],
  permissions: permissionNames,
  roles,
  matches: ['careers/resume-posting'],
};

/** Asking somebody for something about an invoice: one's own. */
export const toyRequest: CaseSpec = {
  id: 'toy/request',
  title: 'Request',
  states: [
    { id: 'noted', title: 'Noted', kind: 'open' },
    { id: 'sent', title: 'Sent', kind: 'open' },
    { id: 'meeting', title: 'Meeting', kind: 'open' },
    { id: 'granted', title: 'Granted', kind: 'won' },
    { id: 'refused', title: 'Refused', kind: 'lost' },
    { id: 'dropped', title: 'Dropped', kind: 'neutral' },
  ],
  initial: ['noted', 'sent'],
  transitions: [
    { from: 'noted', to: 'sent' },
    { from: 'sent', to: 'meeting' },
    { from: 'meeting', to: 'granted' },
    { from: ['sent', 'meeting'], to: 'refused' },
    { from: ['noted', 'sent', 'meeting'], to: 'dropped' },
  ],
  ownership: 'person',
  subject: { recordTypes: ['invoice'], required: false, titleFrom: ['number'] },
  attachments: [
    { role: 'bill', title: 'Bill', source: 'record', types: ['invoice'] },
    { role: 'letter', title: 'Letter', source: 'artifact', types: [] },
  ],
  fields: z.object({
    contact: z.string().max(200).optional(),
    meetingAt: z
      .array(z.iso.datetime({ offset: true }))
      .max(10)
      .optional(),
  }),
  moments: [{ field: 'meetingAt', title: 'Meeting', minutes: 60, alarmMinutes: 30 }],
  reopens: true,
  takeBackMinutes: 10,
};

/** Buying: the workspace's, forward only, with a guard and a role. */
export const toyPurchase: CaseSpec = {
  id: 'toy/purchase',
  title: 'Purchase',
  states: [
    { id: 'inquiry', title: 'Inquiry', kind: 'open' },
    { id: 'quotes', title: 'Quotes', kind: 'open' },
    { id: 'order', title: 'Order', kind: 'won' },
  ],
  initial: ['inquiry'],
  transitions: [
    {
      from: 'inquiry',
      to: 'quotes',
      guard: ({ attachments }) =>
        attachments.some(({ role }) => role === 'bill') ? undefined : 'There is no quote yet: attach one.',
    },
    { from: 'quotes', to: 'order', permission: 'records.correct', roles: ['owner', 'admin'] },
  ],
  ownership: 'workspace',
  attachments: [{ role: 'bill', title: 'Quote', source: 'record', types: ['invoice'] }],
};

/** As careers declares it, about what the toy engine reads. */
export const toyApplication: CaseSpec = {
  ...jobApplication,
  subject: { recordTypes: ['invoice'], required: false, titleFrom: ['number'] },
  attachments: jobApplication.attachments.map((each) =>
    each.source === 'record' ? { ...each, types: ['invoice'] } : each,
  ),
};

export const toyCaseKinds = createCaseKinds([toyRequest, toyPurchase, toyApplication], knownNames);
