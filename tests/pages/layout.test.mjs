// The report of the shipped case on paper, in the dark, on a telephone and on a wide screen; the bar with all sections.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { copy_of, entente, open_browser, open_page, scratch, serve, why_not } from './program.mjs';

const A4_TEXT_WIDTH = 672; // CSS pixels: 210 mm less the margins of 16 mm on either side, at 96 to the inch

// What is wider than its place and cannot be scrolled there: cut on paper, and a page that moves sideways on a screen.
// Text hidden from sight for screen readers is meant to be cut.
const cut_off = (page, paper) =>
  page.evaluate((paper) => {
    const wide = [];
    for (const element of document.querySelectorAll('main *')) {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || element.closest('.visually-hidden, [hidden]')) continue;
      const name = `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
      const within_scrolled = element.parentElement?.closest('.table-frame, .scroll, .figure-picture, pre');
      if (box.right > innerWidth + 1 && (paper || !within_scrolled)) wide.push(`${name} ends at ${Math.round(box.right)} of ${innerWidth}`);
      const { overflowX } = getComputedStyle(element);
      if (paper && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1) wide.push(`${name} holds ${element.scrollWidth} in ${element.clientWidth}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) wide.push(`the page is ${document.documentElement.scrollWidth} wide`);
    return wide.slice(0, 10);
  }, paper);

describe('the report', { skip: why_not }, () => {
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
  after(async () => {
    await browser?.close();
  });

  const documents = () => page.evaluate(() => JSON.parse(document.getElementById('entente-documents').textContent).documents);
  const is_dark = () =>
    page.evaluate(() => {
      const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765;
      const { color } = getComputedStyle(document.body);
      const paper = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor).find((colour) => colour !== 'rgba(0, 0, 0, 0)');
      return { ink: light(color), paper: light(paper) };
    });

  describe('on paper', () => {
    before(async () => {
      await page.setViewportSize({ width: A4_TEXT_WIDTH, height: 1000 });
      await page.emulateMedia({ media: 'print' });
      await page.locator('.printed-sources').waitFor();
      await page.waitForTimeout(500); // charts are drawn once more
    });
    after(async () => {
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1180, height: 900 });
    });

    it('has no navigation and no buttons', async () => {
      for (const gone of ['header.bar', '.skip', '.figure-tools', '.copy', '.panel-tools']) {
        assert.equal(await page.locator(gone).filter({ visible: true }).count(), 0, `${gone} is printed`);
      }
    });

    it('has everything open: each item that counts, each source cited with its address', async () => {
      const text = await page.locator('body').innerText();
      const plain = text.replace(/\s+/g, ' ');
      const { assess, items, sources } = await documents();
      const counted = new Set(assess.factors.flatMap(({ evidence }) => evidence.map(({ item }) => item)));
      for (const { id, text: said } of items.items.filter((item) => counted.has(item.id))) {
        assert.ok(plain.includes(said.replace(/\s+/g, ' ').slice(0, 80)), `the item ${id} is not printed`);
      }
      for (const { key, url } of sources.sources.filter(({ items, claims, others }) => items.length + claims.length + others.length > 0)) if (url) assert.ok(plain.includes(url), `the address of ${key} is not printed`);
    });

    it('cuts nothing off at the width of A4', async () => {
      assert.deepEqual(await cut_off(page, true), []);
    });

    it('is ink on white, whatever the screen was', async () => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const { ink, paper } = await is_dark();
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      assert.ok(paper > 0.98 && ink < 0.3, `ink ${ink} on ${paper}`);
    });

    it('becomes a PDF of A4 pages', async () => {
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      assert.match(pdf, /^%PDF-/);
      const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
      assert.deepEqual([Math.round(width), Math.round(height)], [595, 842]);
      const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
      assert.ok(pages > 5, `${pages} pages cannot hold it all`);
    });
  });

  it('has every chart on paper, though the browser never found time to draw one on the screen', async () => {
    const context = await browser.newContext({ viewport: { width: 1180, height: 900 } });
    const busy = await context.newPage();
    await busy.addInitScript(() => { window.requestIdleCallback = () => 0; });
    await busy.goto(page.url().split('#')[0]);
    await busy.locator('#method').waitFor();
    const charts = () => busy.evaluate(() => ['.figure', '.figure-picture svg'].map((which) => document.querySelectorAll(which).length));
    const [, drawn] = await charts();
    assert.equal(drawn, 0, 'charts were drawn on the screen: this tests nothing');
    await busy.evaluate(() => addEventListener('afterprint', () => { window.printed = ['.figure', '.figure-picture svg'].map((which) => document.querySelectorAll(which).length); }, { capture: true }));
    await busy.pdf({ preferCSSPageSize: true });
    const [figures, on_paper] = await busy.evaluate(() => window.printed);
    assert.ok(figures > 10, `only ${figures} figures`);
    assert.equal(on_paper, figures);
    await context.close();
  });

  it('folds again after printing', async () => {
    await page.locator('.printed-sources').waitFor({ state: 'detached' });
    assert.equal(await page.locator('details.factor[open]').count(), 0);
  });

  it('is dark where the system is, and where the reader says so', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    let { ink, paper } = await is_dark();
    assert.ok(paper < 0.25 && ink > 0.6, `by the system: ink ${ink} on ${paper}`);

    const button = page.getByRole('button', { name: /^Theme: / });
    assert.equal((await button.innerText()).trim(), 'Theme: auto');
    await button.click(); // from automatic to light
    ({ ink, paper } = await is_dark());
    assert.ok(paper > 0.85 && ink < 0.4, `light by the reader: ink ${ink} on ${paper}`);

    await page.emulateMedia({ colorScheme: 'light' });
    await button.click(); // to dark
    ({ ink, paper } = await is_dark());
    assert.ok(paper < 0.25 && ink > 0.6, `dark by the reader: ink ${ink} on ${paper}`);
    await button.click(); // to automatic
    ({ paper } = await is_dark());
    assert.ok(paper > 0.85);
  });

  for (const width of [360, 1920]) {
    it(`does not move sideways at ${width} pixels, folded, unfolded, or with a panel open`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(500); // charts take their new width
      assert.deepEqual(await cut_off(page, false), [], 'folded');
      await page.evaluate(() => { for (const details of document.querySelectorAll('main details:not(.menu)')) details.open = true; });
      await page.waitForTimeout(500);
      assert.deepEqual(await cut_off(page, false), [], 'unfolded');
      await page.evaluate(() => { for (const details of document.querySelectorAll('main details')) details.open = false; });
      const item = (await documents()).assess.factors.find(({ weighs_most }) => weighs_most).weighs_most;
      await page.evaluate((id) => { location.hash = `#item/${id}`; }, item);
      const panel = page.getByRole('dialog');
      await panel.waitFor();
      const { wide, within } = await panel.evaluate((element) => ({ wide: element.scrollWidth, within: element.clientWidth }));
      assert.ok(wide <= within, `the panel is ${wide} wide in ${within}`);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });
    });
  }

  it('went through all that without an error or a request', () => {
    assert.deepEqual(opened.trouble(), []);
  });
});

// Two readers who coded next to nothing beside the two coders of the shipped case.
describe('a report in which two of four coders hardly read anything', { skip: why_not }, () => {
  let browser;
  let page;
  let assess;
  let before_them;
  let coded;
  before(async () => {
    const folder = copy_of('cases/us-japan', 'four-coders');
    const json = () => JSON.parse(entente('assess', folder, '--format', 'json'));
    before_them = json();
    const { item, direction } = before_them.factors.flatMap(({ evidence }) => evidence).find(({ novelty }) => novelty === 'new');
    coded = item;
    const factor = before_them.factors.find(({ evidence }) => evidence.some((one) => one.item === item)).id;
    for (const coder of ['you', 'zweite']) {
      const coding = { item, theory: before_them.theory.id, factor, direction: direction === 'collapse' ? 'endurance' : 'collapse', baseline: before_them.baseline.id, novelty: 'new' };
      writeFileSync(join(folder, `codings/${coder}.toml`), `coder = "${coder}"\nabout = "Read one item."\n\n[[coding]]\n${Object.entries(coding).map(([key, value]) => `${key} = "${value}"`).join('\n')}\nagainst = { searched = "Nothing else was read." }\n`);
    }
    assess = json();
    const file = scratch('four-coders.html');
    entente('report', folder, '-o', file, '--quiet');
    browser = await open_browser();
    ({ page } = await open_page(browser, pathToFileURL(file).href, { width: 1280, height: 900 }));
    await page.locator('#agreement tbody strong').first().waitFor();
  });
  after(async () => {
    await browser?.close();
  });

  it('names the same weakest point as without them', () => {
    assert.equal(assess.verdict.weakest_point, before_them.verdict.weakest_point);
    assert.deepEqual(assess.coders.filter(({ stands_alone }) => !stands_alone).map(({ coder, read }) => [coder, read]), [['you', 1], ['zweite', 1]]);
  });

  it('credits only the two others with their agreement, and says how much each of them read', async () => {
    const lead = await page.locator('#agreement .lead').innerText();
    assert.doesNotMatch(lead, /you|zweite/);
    assert.match((await page.locator('#agreement .section-lede').innerText()).replace(/\s+/g, ' '), /first read \d+ of \d+ items, blind \d+, you 1 and zweite 1\./);
  });

  it('shows the whole table of their differences at 1280 pixels', async () => {
    const { wide, within } = await page.locator('#agreement .table-frame').evaluate((frame) => ({ wide: frame.scrollWidth, within: frame.clientWidth }));
    assert.ok(wide <= within, `the table is ${wide} wide in ${within}`);
  });

  it('sets no answer where an item was not read', async () => {
    const answered = await page.locator('#agreement .sortable tbody tr').evaluateAll((rows) =>
      rows.filter((row) => row.lastElementChild.innerText.trim() !== 'not read').map((row) => row.querySelector('a').getAttribute('href')));
    assert.deepEqual([...new Set(answered)], [`#item/${coded}`]);
  });
});

describe('the bar of a coder, who has the most sections', { skip: why_not }, () => {
  let browser;
  let server;
  let opened;
  before(async () => {
    browser = await open_browser();
    server = await serve(copy_of('tests/cases/two-coders'), '--edit', '--coder', 'third');
    opened = await open_page(browser, server.url, { width: 1280, height: 800 });
    await opened.page.locator('.work-item').waitFor();
    await opened.page.locator('#agreement').waitFor();
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const bar = () => opened.page.locator('header.bar');

  it('has the names of all of them in one line at 1280 pixels', async () => {
    await bar().getByRole('link', { name: 'Method', exact: true }).waitFor();
    const { names, room, count } = await bar().locator('nav ul').evaluate((list) => ({ names: list.scrollWidth, room: list.clientWidth, count: list.children.length }));
    assert.ok(count >= 14, `there are only ${count} sections: this tests nothing`);
    assert.ok(names <= room, `the names take ${names} of ${room}`);
  });

  it('says where one is before anything is scrolled', async () => {
    assert.equal(await opened.page.evaluate(() => scrollY), 0);
    assert.equal(await bar().locator('a[aria-current]').innerText(), 'Coding');
    await opened.page.setViewportSize({ width: 700, height: 800 });
    assert.equal((await bar().locator('.menu-button').innerText()).trim(), 'Coding');
  });
});
