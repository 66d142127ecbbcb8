// One correction changes what is read of the same sender's next document, and nothing of anybody else's. With the real engine.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from '../../src/compose/engine.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { addDocument, send } from '../support/search-server.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

interface Said {
  name: string;
  vatId: string;
  host: string;
  mark: string;
  number: string;
}

const acme = { name: 'Brontis Werkzeuge GmbH', vatId: 'DE136695976', host: 'brontis-werkzeuge.de' };
const other = { name: 'Velmora Handel GmbH', vatId: 'DE811569869', host: 'velmora-handel.de' };

/** The same software prints both senders' bills: what differs is who they are. */
const bill = ({ name, vatId, host, mark, number }: Said): string => `${name}
Hafenstraße 5
20095 Hamburg
www.${host}
USt-IdNr.: ${vatId}

RECHNUNG

Rechnung Nr.: ${mark}
Aktenzeichen: ${number}
Datum: 01.03.2026

Pos  Bezeichnung        Menge  Preis    Betrag
1    Schrauben M8       10     10,00    100,00

Nettobetrag: 100,00 EUR
USt 19 %: 19,00 EUR
Gesamtbetrag: 119,00 EUR
`;

let server: TestServer;
let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({
    jobs: 1,
    version: 'test',
    maxBytes: 1_000_000,
    limits: { fileMs: 60_000, pageMs: 30_000 },
    keepChildren: 1,
    log: createLogger({ level: 'silent', forPeople: false }),
  });
  server = await startTestServer({ engine });
});
afterAll(async () => {
  await server.stop();
  await engine.reader.close();
});

const recordOf = async (documentId: string) =>
  (await send(server, 'GET', `/records?document=${documentId}`)).body.items[0];

const numberIn = async (said: Said) => {
  const record = await recordOf(await addDocument(server, `${said.number}.txt`, bill(said)));
  return { id: record.id as string, type: record.type as string, ...record.fields.number };
};

const lessons = async () => (await send(server, 'GET', '/lessons?kind=sender-field')).body.items;

test('one correction is learnt for its sender alone, is seen and counted, and can be undone', async () => {
  const first = await numberIn({ ...acme, mark: 'K-100', number: 'VG-2026-0815' });
  expect(first).toMatchObject({ type: 'invoice', value: 'K-100' });
  const corrected = await send(
    server,
    'PATCH',
    `/records/${first.id}`,
    { fields: { number: 'VG-2026-0815' } },
    { 'if-match': '*' },
  );
  expect(corrected.status).toBe(200);
  await expect.poll(async () => (await lessons())[0]?.state, { timeout: 60_000 }).toBe('active');
  const [lesson] = await lessons();
  expect(lesson).toMatchObject({
    scope: { kind: 'sender', id: `vat:${acme.vatId}` },
    backTest: { n: 1, improved: 1, worsened: 0 },
    sources: [{ kind: 'correction', ids: [first.id] }],
  });
  expect(lesson.text).toMatch(/Brontis Werkzeuge GmbH.*DE136695976.*aktenzeichen/);
  expect(Date.parse(lesson.expiresAt)).toBeGreaterThan(Date.now() + 300 * 86_400_000);

  const second = await numberIn({ ...acme, mark: 'K-101', number: 'VG-2026-0822' });
  expect(second).toMatchObject({ value: 'VG-2026-0822', source: `lesson:${lesson.id}` });
  expect(second.evidence[0].text).toBe('VG-2026-0822');
  expect((await lessons())[0]).toMatchObject({ applied: 1 });

  // Same template, another company: nothing changes.
  expect(await numberIn({ ...other, mark: 'K-102', number: 'VG-2026-0830' })).toMatchObject({ value: 'K-102' });

  // Whoever corrects another field and leaves this one lets it stand.
  await send(server, 'PATCH', `/records/${second.id}`, { fields: { currency: 'EUR' } }, { 'if-match': '*' });
  expect((await lessons()).find(({ id }: { id: string }) => id === lesson.id)).toMatchObject({
    helpful: 1,
    harmful: 0,
  });

  expect((await send(server, 'POST', `/lessons/${lesson.id}/retire`)).status).toBe(200);
  expect(await numberIn({ ...acme, mark: 'K-103', number: 'VG-2026-0840' })).toMatchObject({ value: 'K-103' });
  expect((await send(server, 'POST', `/lessons/${lesson.id}/undo`, {})).body.state).toBe('active');
  expect(await numberIn({ ...acme, mark: 'K-104', number: 'VG-2026-0850' })).toMatchObject({ value: 'VG-2026-0850' });
});
