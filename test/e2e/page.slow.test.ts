// The page at `/` as a person uses it: the real server and reader, documents from the generator, an installed browser.
// Screenshots of what was tested lie in tmp/e2e/ afterwards.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderPage } from '../../src/parse/render-page.ts';
import { synthesize } from '../../synth/synthesize.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { chromiumPath, gatherComplaints, launchBrowser, signInByForm } from './browser.ts';

const shots = path.resolve(import.meta.dirname, '../../tmp/e2e');
const wait = { timeout: 60_000 };

let invoice: Buffer;
let server: ServerProcess;
let drop: () => Promise<void>;
let browser: Browser;
let page: Page;
let complaints: string[];

describe.skipIf(!chromiumPath)('the page', () => {
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    for await (const { bytes } of synthesize({ type: 'invoice', language: 'en', count: 1, seed: 'e2e' }))
      invoice = bytes!;
    const prepared = await prepareTestDatabase();
    drop = prepared.drop;
    server = await startServerProcess(prepared.env, { keep: true });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await drop?.();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    complaints = await gatherComplaints(page);
    await page.goto(server.url);
    await signInByForm(page);
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  test('a dropped file shows its progress, then its fields over the picture of its page', async () => {
    await dropFile('scan.png', await scan({ turn: 0, lean: 0 }));
    await page.locator('.steps li.now').waitFor(wait);
    await page.locator('.fields tr').first().waitFor(wait);
    expect(await page.locator('h1').textContent()).toBe('scan.png');
    expect(await page.locator('.box').count()).toBeGreaterThan(3);
    await inkUnderBoxes();
  });

  test('a file that is dropped before the page knows who the person is is read all the same', async () => {
    await page.route('**/api/v1/me', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await route.continue();
    });
    await page.reload();
    await dropFile('early.pdf', invoice);
    await page.locator('.fields tr').first().waitFor(wait);
  });

  test.each([
    ['on its side', { turn: 90, lean: 0 }],
    ['that leans', { turn: 0, lean: 2.5 }],
  ] as const)('the boxes of a scan %s lie on its words', async (what, how) => {
    await dropFile(`scan ${what}.pdf`, await pdfOf(await scan(how)));
    await page.locator('.fields tr').first().waitFor(wait);
    expect(await page.locator('.box').count()).toBeGreaterThan(3);
    await inkUnderBoxes();
    await shoot(`scan ${what}`);
  });

  test('pointing at a field lights its box, and at a box its field', async () => {
    await openInvoice();
    const row = page.locator('.fields tr', { hasText: 'Invoice number' });
    await row.hover();
    expect(await row.getAttribute('class')).toContain('lit');
    expect(await page.locator('.box.lit').count()).toBeGreaterThan(0);
    expect(await page.locator('.box.lit').first().getAttribute('aria-label')).toMatch(/^number: /);
    await shoot('field lit');

    await page.mouse.move(5, 5);
    expect(await page.locator('.lit').count()).toBe(0);
    const box = page.locator('.box[aria-label^="grossTotal:"]').first();
    await box.hover();
    expect(await page.locator('.fields tr.lit').count()).toBe(1);
    expect(await page.locator('.fields tr.lit').textContent()).toContain('Gross total');
  });

  test('by keyboard alone: a focused field lights its box', async () => {
    await openInvoice();
    await page.locator('.fields tr').first().focus();
    expect(await page.locator('.fields tr.lit').count()).toBe(1);
  });

  test('a correction is kept', async () => {
    await openInvoice();
    const row = page.locator('.fields tr', { hasText: 'Invoice number' });
    await row.hover();
    await row.locator('.edit').click();
    await row.locator('input').fill('CORRECTED-17');
    await row.locator('input').press('Enter');
    await page.locator('.fields .origin.human').waitFor(wait);
    await page.reload();
    await page.locator('.fields .origin.human').waitFor(wait);
    expect(await page.locator('.fields tr', { hasText: 'Invoice number' }).textContent()).toContain('CORRECTED-17');
  });

  test('a value that cannot be is refused beside its field', async () => {
    await openInvoice();
    const row = page.locator('.fields tr', { hasText: 'Issue date' });
    await row.hover();
    await row.locator('.edit').click();
    await row.locator('input').fill('sometime');
    await row.locator('input').press('Enter');
    await page.locator('.complaint', { hasText: 'YYYY-MM-DD' }).waitFor(wait);
  });

  test.each([
    ['broken.pdf', Buffer.from('%PDF-1.7\nthis is no document'), /damaged.*PDF again/s],
    ['program.exe', Buffer.from('4d5a90000300000004000000ffff0000b8', 'hex'), /not read.*Send PDF/s],
  ] as const)('%s: the page says plainly what is wrong and what to do', async (name, content, says) => {
    await dropFile(name, content);
    const notice = page.locator('main [role=alert]');
    await notice.waitFor(wait);
    expect(await notice.textContent()).toMatch(says);
    await shoot(`refused ${name}`);
  });

  test.each([
    ['an empty file', Buffer.alloc(0), /empty.*send it again/s],
    ['a file over the limit', Buffer.alloc(26 * 1024 * 1024, 32), /too large.*Split it/s],
  ] as const)('%s is refused before anything is made of it', async (_what, content, says) => {
    await dropFile('refused.pdf', content);
    const notice = page.locator('#upload-notice');
    await notice.waitFor(wait);
    expect(await notice.textContent()).toMatch(says);
  });

  test.each([
    ['light', { colorScheme: 'light' }, { width: 1360, height: 900 }],
    ['dark', { colorScheme: 'dark' }, { width: 1360, height: 900 }],
    ['phone', { colorScheme: 'light' }, { width: 390, height: 844 }],
  ] as const)('%s: nothing runs over the edge', async (name, media, size) => {
    await page.emulateMedia(media);
    await page.setViewportSize(size);
    await openInvoice();
    await page.locator('.frame img').first().evaluate('(image) => image.decode()');
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
    await shoot(name, { fullPage: name === 'phone' });
  });
});

async function openInvoice(): Promise<void> {
  await dropFile('invoice.pdf', invoice);
  await page.locator('.fields tr').first().waitFor(wait);
}

/** As a file manager does it: a drop event that carries the file. */
async function dropFile(name: string, content: Uint8Array): Promise<void> {
  const base64 = Buffer.from(content).toString('base64');
  const transfer = await page.evaluateHandle(
    `(async () => {
      const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(${JSON.stringify(base64)})
        : await (await fetch('data:application/octet-stream;base64,' + ${JSON.stringify(base64)})).bytes();
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], ${JSON.stringify(name)}));
      return transfer;
    })()`,
  );
  await page.dispatchEvent('#drop', 'drop', { dataTransfer: transfer });
}

/** Each box has ink in it where the browser puts it over the picture: most of the darkness of its words. */
async function inkUnderBoxes(): Promise<void> {
  await page.locator('.frame img').first().evaluate('(image) => image.decode()');
  const shares = (await page.evaluate(`(() => {
    const image = document.querySelector('.frame img');
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const frame = image.getBoundingClientRect();
    const scale = image.naturalWidth / frame.width;
    return [...document.querySelectorAll('.page:first-child .box')].map((box) => {
      const place = box.getBoundingClientRect();
      const pixels = context.getImageData((place.left - frame.left) * scale, (place.top - frame.top) * scale, Math.max(1, place.width * scale), Math.max(1, place.height * scale)).data;
      let dark = 0;
      for (let i = 0; i < pixels.length; i += 4) if (pixels[i] < 140) dark++;
      return dark / (pixels.length / 4);
    });
  })()`)) as number[];
  expect(shares.filter((share) => share < 0.02)).toEqual([]);
}

async function shoot(name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  // Two frames, so that what was just decoded is painted.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await page.screenshot({ path: path.join(shots, `${name.replaceAll(/[^\w]+/g, '-')}.png`), ...options });
}

/** The invoice as a scanner gives it, lying on the glass as told. */
async function scan({ turn, lean }: { turn: number; lean: number }): Promise<Buffer> {
  const picture = await sharp(await renderPage(invoice, { page: 1, dpi: 200 }))
    .rotate(turn)
    .toBuffer();
  return sharp(picture).rotate(lean, { background: '#ffffff' }).png().toBuffer();
}

async function pdfOf(picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const size: [number, number] = [(width * 72) / 200, (height * 72) / 200];
  const pdf = new PDFDocument({ size, margin: 0 });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.image(picture, 0, 0, { width: size[0], height: size[1] });
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
