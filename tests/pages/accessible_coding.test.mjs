// axe-core finds nothing in what `serve --edit` shows: coding, writing down evidence, what-if, and agreement.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { leave, LEVELS, objections, settle, SETTINGS, show, unfold } from './axe.mjs';
import { copy_of, open_browser, open_page, serve, why_not } from './program.mjs';

describe('axe on what a coder sees', { skip: why_not }, () => {
  let browser;
  let server;
  before(async () => {
    browser = await open_browser();
    server = await serve(copy_of('tests/cases/tiny'), copy_of('tests/cases/two-coders'), '--edit', '--coder', 'third');
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  for (const { width, colorScheme, rules } of SETTINGS) {
    it(`finds nothing, ${colorScheme}, at ${width} pixels`, async () => {
      const { page, close } = await open_page(browser, `${server.url}&case=tiny`, { width, colorScheme });
      await page.locator('#coding').getByRole('button', { name: 'Code it' }).click();
      await page.waitForFunction(() => document.activeElement?.closest('.coding-form') !== null);
      await page.locator('.coding-form select').first().selectOption('credibility/will');
      for (const kind of ['Sources', 'Items', 'Meetings', 'Corrections']) {
        await page.locator('#entries').getByRole('button', { name: kind, exact: true }).click();
        await page.locator('#entries').getByRole('button', { name: /^Add an? / }).click();
        await page.locator('.entry-form').waitFor();
        if (kind === 'Sources') {
          await page.locator('.entry-form').getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
          await page.locator('.entry-form').getByRole('textbox', { name: 'Address' }).blur();
          await page.getByText('This is no address of a web page').waitFor();
        }
        assert.deepEqual(await objections(page, rules, '#entries'), [], `the form for ${kind.toLowerCase()}`);
      }
      await page.locator('#what-if').getByRole('checkbox').first().check();
      await page.locator('.reading-bar').waitFor();
      await page.locator('#what-if').getByRole('heading', { name: 'Read otherwise', exact: true }).waitFor();
      await unfold(page);
      await settle(page);
      assert.deepEqual(await objections(page, rules), [], 'the pages');
      await show(page, '#item/frigates-cancelled-2008');
      assert.deepEqual(await objections(page, rules, 'dialog'), [], 'an item');
      await leave(page);
      await close();
    });
  }

  it('finds nothing in the agreement between two coders', async () => {
    for (const colorScheme of ['light', 'dark']) {
      const { page, close } = await open_page(browser, `${server.url}&case=two-coders`, { colorScheme });
      await page.locator('#agreement table').first().waitFor();
      assert.deepEqual(await objections(page, LEVELS, '#agreement'), [], colorScheme);
      await close();
    }
  });
});
