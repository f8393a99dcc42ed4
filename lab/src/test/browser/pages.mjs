// Drives the pages in Debian's chromium: node pages.mjs PLAY URL. Started by PagesBrowserIT, which serves them.
// Every page that is seen is shown to axe, and a picture of it is kept.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [play, url] = process.argv.slice(2);
const pictures = new URL('../../../target/screenshots/', import.meta.url).pathname;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(pictures, { recursive: true });

setTimeout(() => { console.error(`${play} took too long`); process.exit(1); }, 100_000).unref();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid() === 0 ? ['--no-sandbox'] : [],
});
const WIDE = { width: 1024, height: 900 };

// The pages' policy lets no script of theirs run; axe, which comes another way, needs timers.
async function person(viewport = WIDE, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  return context.newPage();
}

async function signIn(page, name) {
  await page.goto(url);
  await page.getByRole('link', { name }).click();
  return page;
}

async function seen(page, name) {
  await page.screenshot({ path: `${pictures}${play}-${name}.png`, fullPage: true });
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate('axe.run()');
  assert.ok(passes.length > 5, 'axe has looked at nothing');
  assert.deepEqual(violations.map((each) => `${each.id}: ${each.help} ${each.nodes[0].html}`), []);
}

async function says(page, text) {
  let shown = '';
  for (let tries = 0; tries < 100; tries++) {
    shown = await page.locator('main').innerText();
    if (shown.includes(text)) return;
    await new Promise((later) => setTimeout(later, 100)); // a form may be on its way
  }
  assert.fail(`${text}\nis not in\n${shown}`);
}

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
    await says(joan, 'APPROVED by grace@example.com');
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
    assert.ok((await page.evaluate('document.documentElement.scrollWidth')) <= 320, 'wider than the screen');
    await seen(page, 'question');
    await answer(page, 'Approve', 'from a queue');
    await says(page, 'Approved.');
    assert.ok((await page.evaluate('document.documentElement.scrollWidth')) <= 320, 'wider than the screen');
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
};

async function tabTo(page, wanted) {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate('document.activeElement.tagName + " " + document.activeElement.innerText');
    if (at.includes(wanted)) return;
  }
  assert.fail(`no way to ${wanted} by keyboard`);
}

try {
  await plays[play]();
} finally {
  await browser.close();
}
