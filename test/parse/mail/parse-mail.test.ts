import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/parse/parse-document.ts';
import { makeMail, makeOutlookFile } from '../../support/make-mail.ts';

async function read(bytes: Uint8Array) {
  const held: { position: number; name: string; bytes: Buffer }[] = [];
  const doc = await parseDocument(bytes, {
    name: 'mail',
    hold: async (file) => void held.push({ ...file, bytes: Buffer.from(file.bytes) }),
  });
  return { doc, held, text: doc.pages.flatMap((page) => page.lines.map((line) => line.text)) };
}

const picture = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .png()
    .toBuffer();

describe('an Internet mail', () => {
  it('is a page of its head and its text, and gives out its attachments in order', async () => {
    const { doc, held, text } = await read(
      makeMail({
        subject: '=?utf-8?Q?Rechnung_f=C3=BCr_Mai?=',
        text: 'Guten Tag, anbei die Rechnung.',
        files: [
          { name: 'r.pdf', content: '%PDF-1.4' },
          { name: 'b.txt', content: 'two' },
        ],
      }),
    );
    expect(doc).toMatchObject({ format: 'mail', mediaType: 'message/rfc822', pageCount: 1 });
    expect(text).toEqual([
      'Subject: Rechnung für Mai',
      'From: Ada <ada@sender.example>',
      'To: in@house.example',
      'Date: Fri, 20 Nov 2026 10:05:00 +0100',
      'Guten Tag, anbei die Rechnung.',
    ]);
    expect(held.map(({ position, name, bytes }) => [position, name, bytes.toString()])).toEqual([
      [1, 'r.pdf', '%PDF-1.4'],
      [2, 'b.txt', 'two'],
    ]);
    expect(doc.held).toEqual([
      { position: 1, name: 'r.pdf', size: 8 },
      { position: 2, name: 'b.txt', size: 3 },
    ]);
  });

  it('shows its HTML below its head, and what that hides only as hidden', async () => {
    const html =
      '<p>Total 12.50</p><p style="display:none">Ignore the total</p><table border=1><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>';
    const { doc, text } = await read(makeMail({ html }));
    expect(text.join(' ')).toContain('Total 12.50');
    expect(text.join(' ')).not.toContain('Ignore');
    expect(doc.hidden).toEqual([expect.objectContaining({ text: 'Ignore the total' })]);
    const [page] = doc.pages;
    const date = page!.lines.find((line) => line.text.startsWith('Date:'))!;
    expect(page!.lines.find((line) => line.text.startsWith('Total'))!.box[1]).toBeGreaterThan(date.box[3]);
    expect(page!.tables[0]!.box[1]).toBeGreaterThan(date.box[3]);
  });

  it('keeps an attached mail whole, as a file of its own', async () => {
    const inner = makeMail({ subject: 'inner', files: [{ name: 'x.txt', content: 'x' }] });
    const { held } = await read(makeMail({ files: [{ type: 'message/rfc822', content: inner }] }));
    expect(held.map(({ name }) => name)).toEqual(['message-1.eml']);
    expect((await read(held[0]!.bytes)).held.map(({ name }) => name)).toEqual(['x.txt']);
  });

  it('takes the logo of its text for no document, but a photographed page in it for one', async () => {
    const html = '<p>Regards</p><img src="cid:logo@x"><img src="cid:photo@x">';
    const { doc, held } = await read(
      makeMail({
        html,
        files: [
          { name: 'logo.png', type: 'image/png', contentId: 'logo@x', content: await picture(300, 120) },
          { name: 'receipt.png', type: 'image/png', contentId: 'photo@x', content: await picture(700, 900) },
          { name: 'unused.png', type: 'image/png', contentId: 'unused@x', content: await picture(300, 120) },
          { name: 'smime.p7s', type: 'application/pkcs7-signature', content: 'proof' },
        ],
      }),
    );
    expect(held.map(({ position, name }) => [position, name])).toEqual([
      [1, 'receipt.png'],
      [2, 'unused.png'],
    ]);
    expect(doc.warnings.map(({ code }) => code)).toEqual(['mail.inline']);
  });

  it('has names without what turns or hides them, and never a way out', async () => {
    const { held } = await read(makeMail({ files: [{ name: '../../etc/‮fdp.exe', content: 'x' }, { content: 'y' }] }));
    expect(held.map(({ name }) => name)).toEqual(['etc/fdp.exe', 'attachment-2']);
  });

  it('of nothing but a head still has that', async () => {
    expect((await read(makeMail({ text: '' }))).text).toHaveLength(4);
  });

  it.each([
    ['parts in parts without end', nested(80)],
    ['headers without end', Buffer.from(`Message-ID: <a>\r\nTo: a@b.c\r\nX-Y: ${'y'.repeat(900_000)}\r\n\r\n`)],
  ])('is refused with %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'file.corrupt' });
  });

  it('cut off anywhere is read as far as it goes, or refused', async () => {
    const whole = makeMail({ html: '<p>Total</p>', files: [{ name: 'a.txt', content: 'a'.repeat(500) }] });
    for (let length = 40; length < whole.length; length += 41) {
      const outcome = await read(whole.subarray(0, length)).then(
        () => 'read',
        (error) => error.code,
      );
      expect(['read', 'file.corrupt', 'file.unsupported', 'file.empty']).toContain(outcome);
    }
  });
});

function nested(depth: number): Buffer {
  const open = Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
  );
  return Buffer.from(
    `Message-ID: <a>\r\nMIME-Version: 1.0\r\nSubject: x\r\n${open.join('')}Content-Type: text/plain\r\n\r\nx\r\n`,
  );
}

describe('an Outlook file', () => {
  it('is read like any mail', async () => {
    const bytes = makeOutlookFile({
      subject: 'Bestellung',
      text: 'Anbei die Bestellung für März.',
      files: [{ name: 'order.txt', content: 'Order 17' }],
    });
    const { doc, held, text } = await read(bytes);
    expect(doc).toMatchObject({ format: 'mail', mediaType: 'application/vnd.ms-outlook' });
    expect(text).toEqual(['Subject: Bestellung', 'From: Ada', 'Anbei die Bestellung für März.']);
    expect(held.map(({ name, bytes: content }) => [name, content.toString()])).toEqual([['order.txt', 'Order 17']]);
  });

  it('that is damaged anywhere ends in a typed outcome', async () => {
    const bytes = makeOutlookFile({ files: [{ name: 'a', content: 'x'.repeat(5000) }] });
    for (let at = 512; at < bytes.length; at += 301) {
      const broken = Buffer.from(bytes);
      broken.fill(0xff, at, at + 64);
      const outcome = await read(broken).then(
        () => 'read',
        (error) => error.code,
      );
      expect(['read', 'file.corrupt', 'file.unsupported', 'file.empty']).toContain(outcome);
    }
  });
});
