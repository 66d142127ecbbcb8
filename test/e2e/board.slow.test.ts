// The board on the page, in a browser: by mouse, by keys, by choice; undone; and one case with all that is in it.

import { describe, expect, test, vi } from 'vitest';
import { chromiumPath } from './browser.ts';
import { lookAtWork } from './look-at-work.ts';
import type { SignedIn } from './signed-in.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.runIf(chromiumPath)('the board', () => {
  let at: SignedIn;
  const { picture, open } = lookAtWork((signedIn) => {
    at = signedIn;
  });
  const board = '#/board?type=careers%2Fapplication';
  const add = async (title: string) => {
    await at.page.getByRole('button', { name: 'Add', exact: true }).click();
    await at.page.getByLabel('What is it').fill(title);
    await at.page.getByRole('button', { name: 'Add', exact: true }).click();
    await at.page.getByRole('listitem', { name: new RegExp(title) }).waitFor();
    await at.page.reload();
    await at.page.getByRole('listitem', { name: new RegExp(title) }).waitFor();
  };
  const uploadRecord = async (text: string) => {
    await at.page
      .locator('#files')
      .setInputFiles({ name: 'cv.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    const count = () =>
      at.page.evaluate("fetch('/api/v1/records').then((answer) => answer.json()).then(({ items }) => items.length)");
    await expect.poll(count, { timeout: 30_000 }).toBe(1);
  };
  const column = (name: string) => at.page.getByRole('region', { name: new RegExp(`^${name}, `) });
  const titles = (name: string) => column(name).getByRole('link').allInnerTexts();

  test('a case is added, dragged on, undone, moved by choice and by keys', async () => {
    await open('#/');
    await at.page.getByRole('link', { name: 'Board' }).click();
    await at.page.getByRole('link', { name: 'Application' }).click();
    await at.page.getByText('Nothing here yet.').waitFor();
    await picture('board-empty');
    for (const title of ['Carpenter at Oakworks', 'Joiner at Elm & Sons', 'Foreman']) await add(title);
    expect(await titles('Bookmarked')).toEqual(['Foreman', 'Joiner at Elm & Sons', 'Carpenter at Oakworks']);

    await at.page.getByRole('listitem', { name: /Carpenter/ }).dragTo(column('Applied'));
    await expect.poll(() => titles('Applied')).toEqual(['Carpenter at Oakworks']);
    await at.page.getByRole('button', { name: 'Undo moving Carpenter at Oakworks' }).click();
    await expect.poll(() => titles('Applied')).toEqual([]);

    // No step leads there: nothing happens.
    await at.page.getByRole('listitem', { name: /Carpenter/ }).dragTo(column('Accepted'));
    expect(await titles('Accepted')).toEqual([]);

    await at.page.getByLabel('Move Joiner at Elm & Sons to').selectOption('Applied');
    await expect.poll(() => titles('Applied')).toEqual(['Joiner at Elm & Sons']);

    await at.page.getByRole('listitem', { name: /Foreman/ }).focus();
    await at.page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => titles('Bookmarked')).toEqual(['Carpenter at Oakworks', 'Foreman']);
    await at.page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => titles('Applied')).toEqual(['Foreman', 'Joiner at Elm & Sons']);
    await at.page.keyboard.press('ArrowDown');
    const focused = () => at.page.evaluate("document.activeElement.getAttribute('aria-label')");
    expect(await focused()).toMatch(/^Joiner/);
    await at.page.keyboard.press('ArrowLeft');
    expect(await focused()).toMatch(/^Carpenter/);

    await at.page.getByText('Figures').click();
    await at.page.getByText('3 in all, 3 of them open.').waitFor();
    await picture('board');
  });

  test('what a record is about is put on the board where it stands', async () => {
    await uploadRecord('number: JOB-7');
    await at.page.reload();
    await at.page.getByRole('link', { name: /cv\.txt/ }).click();
    const application = at.page.getByRole('region', { name: 'Application', exact: true });
    await application.getByText('Put it on the board as').waitFor();
    await picture('record-not-tracked');
    await application.getByRole('button', { name: 'Application: Bookmarked' }).click();
    await application.getByRole('link', { name: 'Bookmarked since today' }).click();
    await at.page.getByRole('heading', { name: 'JOB-7' }).waitFor();
    await at.page.goBack();
    await application.getByRole('link', { name: 'Bookmarked since today' }).waitFor();
    expect(await application.getByRole('button').count()).toBe(0);
    await picture('record-tracked');
  });

  test('one case: moved, changed, noted, reminded of, with what was attached, deleted', async () => {
    await uploadRecord('number: CV-1');
    await open(board);
    await add('Carpenter');
    await at.page.getByRole('link', { name: 'Carpenter' }).click();
    await at.page.getByRole('button', { name: 'Applied' }).click();
    await at.page.getByRole('button', { name: 'Interviewing' }).click();
    await at.page.getByRole('button', { name: 'Change' }).click();
    await at.page.getByLabel('Employer').fill('Oakworks');
    await at.page.getByLabel('Interviews at').fill('2099-12-01 09:30');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await at.page
      .getByText(/Dec.*2099|2099.*Dec/)
      .first()
      .waitFor();
    await at.page.getByRole('button', { name: 'Write a note' }).click();
    await at.page.getByLabel('Note').fill('They called back.');
    await at.page.getByRole('button', { name: 'Add', exact: true }).click();
    await at.page.getByText('They called back.').waitFor();
    await at.page.getByRole('button', { name: 'Remind me' }).click();
    await at.page.getByLabel('When').fill('2099-11-30T08:00');
    await at.page.getByRole('button', { name: 'Remind me' }).click();
    await at.page
      .getByText(/Nov.*2099|2099.*Nov/)
      .first()
      .waitFor();

    await at.page.getByRole('button', { name: 'Attach: Cover letter' }).click();
    await at.page.getByText('There is none yet. Write one first.').waitFor();
    await at.page.getByRole('button', { name: 'Attach: Résumé', exact: true }).click();
    await at.page.getByLabel('Résumé', { exact: true }).waitFor();
    await at.page.getByRole('button', { name: 'Attach', exact: true }).click();
    await at.page.getByText('Résumé: CV-1').waitFor();
    await at.page.getByRole('button', { name: 'Show CV-1' }).click();
    await at.page.getByText('"value": "CV-1"').waitFor();
    await at.page.getByRole('button', { name: 'Detach CV-1' }).click();
    await at.page.getByText('before', { exact: true }).waitFor();
    await picture('case');
    await at.page.getByRole('button', { name: 'Delete' }).click();
    await at.page.getByRole('button', { name: 'Delete' }).click();
    await at.page.getByText('It is in the trash.').waitFor();
    await at.page.getByText('Nothing here yet.').waitFor();
  });

  test('the address for a calendar is shown once and revoked', async () => {
    await open(board);
    await at.page.getByText('In your calendar').click();
    await at.page.getByRole('button', { name: 'Get an address' }).click();
    const address = await at.page.getByLabel('Address for your calendar').innerText();
    expect((await fetch(address.replace('localhost', '127.0.0.1'))).status).toBe(200);
    await at.page.reload();
    await at.page.getByText('In your calendar').click();
    await at.page.getByRole('button', { name: 'Revoke it' }).click();
    await at.page.getByRole('button', { name: 'Get an address' }).waitFor();
    expect((await fetch(address.replace('localhost', '127.0.0.1'))).status).toBe(404);
  });

  test('a board that cannot be loaded says so, and can be tried again', async () => {
    let broken = true;
    await at.page.route('**/api/v1/cases/board**', (route) =>
      broken ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
    );
    await open(board);
    await at.page.getByText('The server answered 500').or(at.page.getByRole('alert')).first().waitFor();
    broken = false;
    await at.page.getByRole('button', { name: 'Try again' }).click();
    await at.page.getByText('Nothing here yet.').waitFor();
  });
});
