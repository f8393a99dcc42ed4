// Follows the lab's page in Debian's chromium: node lab.mjs PLAY URL. Started by LabPageBrowserIT, in whose lab
// an onboarding begins meanwhile. The person answers the real question, then kills the writer by the keyboard alone.
import assert from 'node:assert/strict';
import { fits, person, run, says, seen, tabTo, until, url, WIDE } from './browser.mjs';

const plays = {
  async follow() {
    const page = await person();
    await page.goto(url);
    await says(page, 'Live: this page follows by itself.');
    await page.evaluate('window.notLoadedAgain = true');
    await says(page, 'asks for database orders', 60, '#questions');
    await says(page, 'is in RequestApproval', 10, '#now');
    assert.equal(await page.evaluate('window.notLoadedAgain'), true);
    await seen(page, 'asked');

    const scriptless = await person(WIDE, false);
    await scriptless.goto(url);
    await says(scriptless, 'load the page again');
    await says(scriptless, 'asks for database orders', 1, '#questions');

    await page.getByRole('link', { name: /asks for database orders/ }).click();
    await page.getByRole('link', { name: 'grace' }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await says(page, 'Approved.');
    await page.goto(url);
    await page.evaluate('window.notLoadedAgain = true');
    await says(page, 'ONBOARDED', 60, '#consumers');
    await says(page, 'Sound.', 10, '#databases');
    assert.equal(await page.evaluate('window.notLoadedAgain'), true);
    await seen(page, 'onboarded');
    await page.setViewportSize({ width: 320, height: 640 });
    await fits(page, 320);
    await seen(page, 'narrow');
    await page.setViewportSize(WIDE);
    await scriptless.reload();
    await says(scriptless, 'ONBOARDED', 1, '#consumers');

    await tabTo(page, "Kill the writer's process");
    await page.keyboard.press('Enter');
    await says(page, "you: kill the writer's process, orders-1", 10, '#log');
    await page.evaluate('window.notLoadedAgain = true');
    await says(page, 'RDS: promotes', 60, '#log');
    await seen(page, 'failover');
    assert.ok(await until(async () => (await page.locator('#log').innerText()).split('you: kill')[1]?.includes('refresh-targets: enters Refreshed'), 120), 'the path did not follow');
    await says(page, 'orders-1: reader', 60, '#databases');
    await says(page, 'Sound.', 60, '#databases');
    assert.equal(await page.evaluate('window.notLoadedAgain'), true);
    await seen(page, 'followed');
  },
};

await run(plays, 400);
