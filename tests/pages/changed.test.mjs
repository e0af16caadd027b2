// A reader looks while somebody changes the files of the case: the page says so, and shows the new state on demand.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copy_of, open_browser, open_page, serve, why_not } from './program.mjs';

describe('a reader while the case changes', { skip: why_not }, () => {
  let browser;
  let folder;
  let server;
  let opened;
  let page;
  before(async () => {
    folder = copy_of('tests/cases/tiny');
    server = await serve(folder);
    browser = await open_browser();
    opened = await open_page(browser, server.url);
    page = opened.page;
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const bar = () => page.getByRole('complementary', { name: 'The case changed' });
  const change = (from, to) => {
    const path = join(folder, 'case.toml');
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(from), `there is no ${from} in the file`);
    writeFileSync(path, text.replace(from, to));
  };
  // The page looks now and then, and whenever it comes to the front; the server looks at the files once a second.
  const come_to_the_front = async (until) => {
    for (let tries = 0; tries < 60 && !(await until()); ++tries) {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await page.waitForTimeout(250);
    }
  };

  it('is told nothing while nothing changed', async () => {
    const asked = page.waitForResponse((response) => response.url().endsWith('/api'));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await asked;
    assert.equal(await bar().count(), 0);
  });

  it('is told that the case changed, and goes on seeing what they read', async () => {
    change('Did the invented pact strengthen', 'In what way did the invented pact strengthen');
    await come_to_the_front(async () => (await bar().count()) > 0);
    await bar().getByText('has changed on disk').waitFor();
    assert.match(await page.locator('#verdict .made').innerText(), /Did the invented pact strengthen/);
  });

  it('sees the new state when they ask for it', async () => {
    await bar().getByRole('button', { name: 'Show it as it is now' }).click();
    await page.locator('#verdict .made').getByText('In what way did the invented pact').waitFor();
    await bar().waitFor({ state: 'detached' });
  });

  it('is told that the files have errors, and not offered what cannot be shown', async () => {
    change('protocol = "ledger-v1"', 'protocol = ');
    await come_to_the_front(async () => (await bar().count()) > 0);
    await bar().getByText('have errors at the moment').waitFor();
    assert.equal(await bar().getByRole('button').count(), 0);
    assert.match(await page.locator('#verdict .made').innerText(), /In what way/);
    change('protocol = ', 'protocol = "ledger-v1"');
    await come_to_the_front(async () => (await bar().count()) === 0);
    await bar().waitFor({ state: 'detached' });
  });

  it('went through all that without an error', () => {
    assert.deepEqual(opened.trouble(), []);
  });
});
