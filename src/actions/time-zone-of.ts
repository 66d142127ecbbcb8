import { readNoticeSettings } from '../notify/notice-settings.ts';
import type { Trx } from '../store/database.ts';
import { listMembersToTell } from '../store/members-to-tell.ts';
import { findNotificationSettings } from '../store/notification-settings.ts';

/** The time zone of a person: what they chose for their notices, or what their account says. */
export async function timeZoneOf(trx: Trx, userId: string): Promise<string> {
  const stored = await findNotificationSettings(trx, userId);
  const chosen = readNoticeSettings(stored?.settings).timeZone;
  if (chosen) return chosen;
  const [member] = await listMembersToTell(trx, [userId]);
  return member?.timeZone ?? 'UTC';
}
