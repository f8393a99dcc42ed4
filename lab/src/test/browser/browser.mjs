// What every play has: a browser, people in it, and axe, to which every page is shown that is seen.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [play, url] = process.argv.slice(2);
const pictures = new URL('../../../target/screenshots/', import.meta.url).pathname;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid() === 0 ? ['--no-sandbox'] : [],
});
export const WIDE = { width: 1024, height: 900 };
export { url };

// The pages' policy lets no script of theirs run; axe, which comes another way, needs timers.
export async function person(viewport = WIDE, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  return context.newPage();
}

export async function signIn(page, name, address = url) {
  await page.goto(address);
  await page.getByRole('link', { name }).click();
  return page;
}

export async function seen(page, name) {
  await page.screenshot({ path: `${pictures}${play}-${name}.png`, fullPage: true });
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate('axe.run()');
  assert.ok(passes.length > 5, 'axe has looked at nothing');
  assert.deepEqual(violations.map((each) => `${each.id}: ${each.help} ${each.nodes[0].html}`), []);
}

// Whether it came true in so many seconds: a form may be on its way, and a world takes its time.
export async function until(holds, seconds) {
  for (let tries = 0; tries < seconds * 10; tries++) {
    if (await holds()) return true;
    await new Promise((later) => setTimeout(later, 100));
  }
  return false;
}

export async function says(page, text, seconds = 10, place = 'main') {
  const shown = () => page.locator(place).innerText();
  if (!(await until(async () => (await shown()).includes(text), seconds))) {
    assert.fail(`${text}\nis not in\n${await shown()}`);
  }
}

export async function fits(page, width) {
  assert.ok((await page.evaluate('document.documentElement.scrollWidth')) <= width, 'wider than the screen');
}

export async function tabTo(page, wanted) {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate('document.activeElement.tagName + " " + document.activeElement.innerText');
    if (at.includes(wanted)) return;
  }
  assert.fail(`no way to ${wanted} by keyboard`);
}

// Plays what the command line names, for so many seconds at most.
export async function run(plays, seconds) {
  setTimeout(() => { console.error(`${play} took too long`); process.exit(1); }, seconds * 1000).unref();
  try {
    await plays[play]();
  } finally {
    await browser.close();
  }
}
