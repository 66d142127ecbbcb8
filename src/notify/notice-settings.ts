// How somebody wants to be told: by kind and channel, with a minimum score, in digests or at once, and not at night.

import { IANAZone } from 'luxon';
import { z } from 'zod';

export interface NoticeChannels {
  inApp: boolean;
  email: boolean;
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 22:30');

export const noticeSettingsSchema = z.strictObject({
  /** false: no mail of notices at all, whatever the kinds say. */
  email: z.boolean(),
  /** What is absent comes as its kind says. */
  kinds: z.record(z.string().max(64), z.strictObject({ inApp: z.boolean(), email: z.boolean() })),
  /** Of notices with a score, 0–1. */
  minimumScore: z.number().min(0).max(1),
  digest: z.strictObject({
    every: z.enum(['off', 'day', 'week']),
    /** 1 = Monday … 7 = Sunday; of weekly digests. */
    weekday: z.number().int().min(1).max(7),
    hour: z.number().int().min(0).max(23),
  }),
  /** null: the account's own. */
  timeZone: z
    .string()
    .max(64)
    .refine((name) => IANAZone.isValidZone(name), 'must be an IANA time zone such as Europe/Berlin')
    .nullable(),
  /** Mails wait until `to`, unless they are urgent. Over midnight when `from` is later than `to`. */
  quietHours: z
    .strictObject({ from: clock, to: clock })
    .refine(({ from, to }) => from !== to, 'must end at another time than it begins')
    .nullable(),
});

export type NoticeSettings = z.output<typeof noticeSettingsSchema>;

export const defaultNoticeSettings: NoticeSettings = {
  email: true,
  kinds: {},
  minimumScore: 0.5,
  digest: { every: 'off', weekday: 1, hour: 8 },
  timeZone: null,
  quietHours: null,
};

/** As they stand in a row that an older version may have written. */
export function readNoticeSettings(stored: unknown): NoticeSettings {
  const merged = { ...defaultNoticeSettings, ...(typeof stored === 'object' ? stored : {}) };
  const parsed = noticeSettingsSchema.safeParse(merged);
  return parsed.success ? parsed.data : defaultNoticeSettings;
}

interface Told {
  kind: string;
  /** Of the notice; null = it has none. */
  score: number | null;
  defaults: NoticeChannels;
}

/** The channels that a notice takes to somebody. */
export function channelsFor(settings: NoticeSettings, { kind, score, defaults }: Told): NoticeChannels {
  if (score !== null && score < settings.minimumScore) return { inApp: false, email: false };
  const { inApp, email } = settings.kinds[kind] ?? defaults;
  return { inApp, email: email && settings.email };
}
