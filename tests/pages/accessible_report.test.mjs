// axe-core finds nothing in the report of the shipped case: its sections, its panels, and what they unfold.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { leave, LEVELS, objections, settle, SETTINGS, show, unfold } from './axe.mjs';
import { copy_of, entente, open_browser, open_page, scratch, why_not } from './program.mjs';

describe('axe on the report', { skip: why_not }, () => {
  let browser;
  let opened;
  let page;
  before(async () => {
    const file = scratch('report.html');
    entente('report', copy_of('cases/us-japan'), '-o', file, '--quiet');
    browser = await open_browser();
    opened = await open_page(browser, pathToFileURL(file).href);
    page = opened.page;
  });
  after(() => browser?.close());

  for (const { width, colorScheme, rules } of SETTINGS) {
    it(`finds nothing in the pages and panels, ${colorScheme}, at ${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await settle(page);
      assert.deepEqual(await objections(page, rules), [], 'the pages');
      const { item, source } = await page.evaluate(() => {
        const { assess, sources } = JSON.parse(document.getElementById('entente-documents').textContent).documents;
        return {
          item: assess.factors.find(({ weighs_most }) => weighs_most).weighs_most,
          source: sources.sources.find(({ language, depends_on }) => language === 'ja' && depends_on.length > 0)?.key ?? sources.sources[0].key,
        };
      });
      for (const hash of [`#item/${item}`, `#source/${source}`, '#cite']) {
        await show(page, hash);
        assert.deepEqual(await objections(page, rules, 'dialog'), [], hash);
        await leave(page);
      }
    });
  }

  it('finds nothing in what can be unfolded', async () => {
    await page.setViewportSize({ width: 1180, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await unfold(page);
    await settle(page);
    assert.deepEqual(await objections(page, LEVELS), []);
    assert.deepEqual(opened.trouble(), []);
  });
});
