import { describe, expect, test } from 'vitest';
import { type MailTemplate, mailData, mailTemplates } from '../../src/notify/mail-data.ts';
import { type MailLocale, mailLocaleOf, mailLocales } from '../../src/notify/mail-locale.ts';
import { renderMail } from '../../src/notify/render-mail.ts';
import { sampleMails } from '../support/sample-mails.ts';

const locales = Object.keys(mailLocales) as MailLocale[];
const cases = mailTemplates.flatMap((template) => locales.map((locale) => [template, locale] as const));
const recipient = 'reader@example.org';
const render = (template: MailTemplate, locale: MailLocale, data: Record<string, unknown> = sampleMails[template]) =>
  renderMail({ template, locale, recipient, data });

const decodeEntities = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const visible = (html: string) =>
  decodeEntities(html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

/** How each piece of the sample data is shown. */
const shown: Record<string, Record<MailLocale, string>> = {
  at: { en: '20 November 2026 at 08:05 UTC', de: '20. November 2026 um 08:05 UTC' },
  validUntil: { en: '21 November 2026 at 09:30 UTC', de: '21. November 2026 um 09:30 UTC' },
  lockedUntil: { en: '20 November 2026 at 08:20 UTC', de: '20. November 2026 um 08:20 UTC' },
  erasedAt: { en: '18 February 2027 at 08:05 UTC', de: '18. Februar 2027 um 08:05 UTC' },
  role: { en: 'Reviewer', de: 'Prüfer' },
};

/** Lists as what stands in them. What is for mail programs alone stands in a header, and a notice's title in the subject. */
function flat(data: object): Record<string, string> {
  const { oneClick: _, title: __, items, ...rest } = data as Record<string, unknown>;
  const listed = (items ?? []) as Record<string, string>[];
  const pieces = listed.flatMap((item, i) => Object.entries(item).map(([key, value]) => [`${key} ${i}`, value]));
  const texts = Object.entries(rest).map(([key, value]) => [key, String(value)]);
  return Object.fromEntries([...texts, ...pieces.filter(([key]) => !key!.startsWith('at '))]);
}

describe.each(cases)('%s in %s', (template, locale) => {
  const { subject, html, text } = render(template, locale);
  const data = Object.entries(flat(sampleMails[template]));

  test('shows everything it was given, in HTML and in text', () => {
    for (const [key, value] of data) {
      const expected = shown[key]?.[locale] ?? value;
      expect(visible(html), key).toContain(expected);
      expect(text, key).toContain(expected);
    }
    for (const body of [visible(html), text]) expect(body).toContain(recipient);
  });

  test('says the same in both', () => {
    const words = (body: string) => new Set(body.split(/[:\s]+/).filter((word) => word !== '' && word !== '--'));
    const { linkHint } = mailLocales[locale].common;
    // What only a page needs: its name, its heading, and what the button's address is for.
    const page = visible(html).replace('Sheaf ', '').replace(subject, '').replace(linkHint, '');
    expect([...words(page)].sort()).toEqual([...words(text)].sort());
  });

  test('has one short line as subject, and no blank holes', () => {
    expect(subject).toMatch(/^\S.{8,100}\S$/);
    expect(text).not.toMatch(/\n\n\n|\{\{|\{%|undefined|null/);
    expect(html).not.toMatch(/\{\{|\{%|undefined/);
  });

  test('loads nothing and lays nothing out with tables', () => {
    expect(html).not.toMatch(/<(img|table|script|link|iframe|form)\b|url\(|@import/i);
    expect(html).toContain(`lang="${locale}"`);
    expect(html).toContain('prefers-color-scheme: dark');
  });

  test('lets nothing through that strangers wrote', () => {
    const evil = `<img src=x onerror=alert(1)>"'&{{ link }}{% include 'layout.html' %}\r\nBcc: x@y.z\u202e https://evil.example/win`;
    const keys = ['name', 'inviter', 'workspace', 'device', 'ip'].filter((key) => key in mailData[template].shape);
    const hostile = render(template, locale, {
      ...sampleMails[template],
      ...Object.fromEntries(keys.map((key) => [key, evil])),
      ...('link' in sampleMails[template] ? { link: 'https://s.example/?a="><script>alert(1)</script>&b=1\'' } : {}),
    });
    expect(hostile.html).not.toMatch(/<img|<script|onerror="|javascript:/i);
    expect(hostile.html.match(/href="[^"]*"/g)?.every((href) => /^href="https:\/\/[^<>"']*"$/.test(href))).not.toBe(
      false,
    );
    expect(hostile.subject).not.toMatch(/[\r\n\u202e]/);
    expect(hostile.text).not.toMatch(/^Bcc:/m);
    for (const body of Object.values(hostile)) expect(body).not.toMatch(/https:\/\/evil\.example/);
    if (keys.includes('name')) expect(hostile.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('refuses data that is not whole', () => {
    const [first] = data[0]!;
    const { [first as 'name']: _, ...less } = sampleMails[template] as { name?: string };
    expect(() => render(template, locale, less)).toThrow();
  });
});

test('a mail without a link that may be missing has no button', () => {
  const { html, text } = render('account-deleted', 'en', { ...sampleMails['account-deleted'], link: null });
  expect(html).not.toContain('<a ');
  expect(text).not.toContain('http');
});

test('names are cut', () => {
  const { text } = render('verify-email', 'en', { ...sampleMails['verify-email'], name: 'x'.repeat(5000) });
  expect(text.split('\n')[0]!.length).toBeLessThan(100);
});

test.each([
  ['de-AT', 'de'],
  ['DE_de', 'de'],
  ['fr', 'en'],
  ['constructor', 'en'],
  [undefined, 'en'],
])('the language for %s is %s', (asked, used) => {
  expect(mailLocaleOf(asked)).toBe(used);
});
