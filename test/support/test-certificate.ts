// A certificate for loopback tests, trusted by nobody until a test says so. Made once; valid for a hundred years.

import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { onTestFinished } from 'vitest';

const read = (name: string) => readFileSync(new URL(`certificate/${name}.pem`, import.meta.url), 'utf8');

/** For localhost, 127.0.0.1, ::1 and sheaf.test. */
export const testCertificate = { cert: read('certificate'), key: read('key') };

/** As NODE_EXTRA_CA_CERTS would, until the running test ends. */
export function trustTestCertificate(): void {
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, testCertificate.cert]);
  onTestFinished(() => tls.setDefaultCACertificates(before));
}
