// How documents may come in by themselves: all of it off unless it is set.

import path from 'node:path';
import { z } from 'zod';
import { type Read, type ReadContext, setting } from './setting.ts';
import { whole } from './setting-kinds.ts';

const onOff = z.enum(['on', 'off']);
const domain = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

export const intakeSettings = {
  INTAKE_MAIL: setting(
    onOff,
    'off',
    'Whether workspaces may have addresses that take mail: over HTTP, and over SMTP when INTAKE_SMTP_PORT is set.',
  ),
  INTAKE_SMTP_PORT: setting(
    whole(0, 65535).optional(),
    undefined,
    'Port that takes mail for those addresses over SMTP, such as 25 or 2525; unset = none.',
  ),
  INTAKE_SMTP_HOST: setting(z.string().min(1), '127.0.0.1', 'Address that the SMTP port is opened on.'),
  INTAKE_SMTP_TLS_DIR: setting(
    z.string().min(1).optional(),
    undefined,
    'Folder with cert.pem (the chain) and key.pem for STARTTLS on the SMTP port; unset = mail comes unencrypted.',
  ),
  INTAKE_MAIL_DOMAIN: setting(
    z.string().regex(domain, 'must be a host name such as in.example.org').optional(),
    undefined,
    'Domain of those addresses; needed with INTAKE_SMTP_PORT.',
  ),
  INTAKE_IMAP: setting(onOff, 'off', 'Whether workspaces may have mailboxes elsewhere looked into (IMAP).'),
  INTAKE_FOLDER: setting(
    z.string().min(1).optional(),
    undefined,
    'Folder that is watched for files: each workspace that asks for it has one of its id in it. Unset = none is watched.',
  ),
  INTAKE_OBJECTS: setting(
    onOff,
    'off',
    'Whether objects under intake/WORKSPACE/ in the store of the blobs (S3 or Azure) are taken in.',
  ),
  INTAKE_FEEDS: setting(onOff, 'off', 'Whether workspaces may have feeds fetched from addresses that they name.'),
} as const;

export const readIntake = (read: Read<typeof intakeSettings>, { problems }: ReadContext) => {
  const mail = read('INTAKE_MAIL') === 'on';
  const port = read('INTAKE_SMTP_PORT');
  const mailDomain = read('INTAKE_MAIL_DOMAIN');
  const tlsDir = read('INTAKE_SMTP_TLS_DIR');
  if (port !== undefined && !mail) problems.push('INTAKE_SMTP_PORT: needs INTAKE_MAIL=on');
  if (port !== undefined && mailDomain === undefined)
    problems.push('INTAKE_MAIL_DOMAIN: is needed with INTAKE_SMTP_PORT');
  const folder = read('INTAKE_FOLDER');
  return {
    intake: {
      mail,
      mailDomain: mailDomain?.toLowerCase(),
      smtp:
        mail && port !== undefined && mailDomain !== undefined
          ? {
              port,
              host: read('INTAKE_SMTP_HOST'),
              tls:
                tlsDir === undefined
                  ? undefined
                  : { cert: path.resolve(tlsDir, 'cert.pem'), key: path.resolve(tlsDir, 'key.pem') },
            }
          : undefined,
      imap: read('INTAKE_IMAP') === 'on',
      folder: folder === undefined ? undefined : path.resolve(folder),
      objects: read('INTAKE_OBJECTS') === 'on',
      feeds: read('INTAKE_FEEDS') === 'on',
    },
  };
};
