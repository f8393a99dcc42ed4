// Drives the pages in Debian's chromium: node pages.mjs PLAY URL. Started by PagesBrowserIT, which serves them.
// Every page that is seen is shown to axe, and a picture of it is kept.
import assert from 'node:assert/strict';
import { fits, person, run, says, seen, signIn, tabTo, url, WIDE } from './browser.mjs';

async function answer(page, button, why) {
  await page.getByLabel(/^Why/).fill(why);
  await page.getByRole('button', { name: button }).click();
}

const plays = {
  async approve() {
    const page = await signIn(await person(), 'grace');
    await says(page, 'Account 222222222222 asks for access to database orders');
    await seen(page, 'question');
    await answer(page, 'Approve', 'for the shop');
    await says(page, 'Approved.');
    await seen(page, 'approved');
    await page.getByRole('link', { name: 'Questions' }).click();
    await says(page, 'Nothing waits for you.');
    await seen(page, 'list');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await says(page, 'You are signed out');
    await seen(page, 'signed-out');
  },
  async scriptless() {
    const page = await signIn(await person(WIDE, false), 'joan');
    await answer(page, 'Approve', 'without any script');
    await says(page, 'Approved.');
  },
  async deny() {
    const page = await signIn(await person(), 'joan');
    await answer(page, 'Deny', 'not before the audit');
    await says(page, 'Denied.');
    await says(page, 'not before the audit');
    await seen(page, 'denied');
  },
  async second() {
    const grace = await signIn(await person(), 'grace');
    const joan = await signIn(await person(), 'joan');
    await answer(grace, 'Approve', '');
    await answer(joan, 'Deny', '');
    await says(joan, 'Your answer was not recorded');
    await says(joan, 'approved by grace@example.com');
    await seen(joan, 'late');
  },
  async two() {
    const grace = await signIn(await person(), 'grace');
    await says(grace, 'one more yes is needed');
    await answer(grace, 'Approve', '');
    await says(grace, 'one more person');
    await seen(grace, 'half');
    const joan = await signIn(await person(), 'joan');
    await answer(joan, 'Approve', '');
    await says(joan, 'Approved.');
  },
  async keyboard() {
    const page = await person();
    await page.goto(url);
    await tabTo(page, 'grace');
    await page.keyboard.press('Enter');
    await page.waitForURL(url);
    await tabTo(page, 'TEXTAREA');
    await page.keyboard.type('typed');
    await tabTo(page, 'Approve');
    await page.keyboard.press('Enter');
    await page.waitForLoadState();
    await says(page, 'Approved.');
    await says(page, 'typed');
  },
  async narrow() {
    const page = await signIn(await person({ width: 320, height: 640 }), 'grace');
    await fits(page, 320);
    await seen(page, 'question');
    await answer(page, 'Approve', 'from a queue');
    await says(page, 'Approved.');
    await fits(page, 320);
    await seen(page, 'approved');
  },
  async expired() {
    const page = await signIn(await person(), 'grace');
    await says(page, 'Expired.');
    assert.equal(await page.getByRole('button', { name: 'Approve' }).count(), 0);
    await seen(page, 'question');
  },
  async forged() {
    const page = await signIn(await person(), 'grace');
    await says(page, 'the sign-in cannot be verified');
    await seen(page, 'refused');
  },
  async owner() {
    const page = await signIn(await person(), 'ada');
    await says(page, 'Sound.');
    await says(page, 'Its path is open and was verified.');
    await seen(page, 'database');
    await page.setViewportSize({ width: 320, height: 640 });
    await fits(page, 320);
    await seen(page, 'narrow');
    await tabTo(page, 'Databases');
    await page.keyboard.press('Enter');
    await says(page, 'Every database that something of ours stands in front of');
    await seen(page, 'databases');
  },
  async stranger() {
    const page = await signIn(await person(), 'grace');
    await says(page, 'databases are for their owners');
    await seen(page, 'refused');
  },
};

await run(plays, 100);
