// Alliances side by side: what the page shows is what `entente compare` prints, by key, on a narrow page and on paper.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { objections, SETTINGS, settle } from './axe.mjs';
import { copy_of, entente, open_browser, open_page, rows_of, scratch, serve, why_not } from './program.mjs';

describe('alliances side by side', { skip: why_not }, () => {
  let browser;
  let opened;
  let page;
  let section;
  let printed;
  let folders;
  let address;
  before(async () => {
    folders = [copy_of('cases/us-japan'), copy_of('cases/nato')];
    const file = scratch('beside.html');
    entente('report', folders[0], '--beside', folders[1], '-o', file, '--quiet');
    address = pathToFileURL(file).href;
    printed = JSON.parse(entente('compare', ...folders, '--format', 'json'));
    browser = await open_browser();
    opened = await open_page(browser, address);
    page = opened.page;
    section = page.locator('#compare');
    await section.scrollIntoViewIfNeeded();
  });
  after(async () => {
    await browser?.close();
  });

  it('says first what the command says, and that it compares change and not strength', async () => {
    const words = await section.innerText();
    for (const sentence of printed.answer) assert.ok(words.includes(sentence), `“${sentence}” is not shown`);
    assert.ok(words.includes('this does not say which is stronger'));
    for (const { text } of printed.caveats) assert.ok(words.includes(text), `“${text}” is not shown`);
  });

  it('has a verdict for each case, with its periods', async () => {
    const cards = section.locator('article');
    assert.equal(await cards.count(), printed.cases.length);
    for (const [place, { name, evidence }] of printed.cases.entries()) {
      const words = await cards.nth(place).innerText();
      assert.ok(words.toLowerCase().includes(name.toLowerCase()), words);
      assert.ok(words.includes(`${evidence.items} items in ${evidence.clusters} clusters`), words);
    }
  });

  it('draws every assessed factor of every case, and has the same as a table', async () => {
    const picture = section.getByRole('img', { name: /factors differ by more than coding noise/ });
    await picture.locator('svg').waitFor();
    const data = section.locator('.figure-data summary').first();
    await data.focus();
    await page.keyboard.press('Enter');
    const rows = await rows_of(section.locator('.figure-data').first().locator('table'));
    const assessed = printed.factors.flatMap(({ cases }) => cases).filter(({ tilt }) => tilt !== null).length;
    assert.equal(rows.length, printed.cases.length + assessed);
    const firm = printed.factors.filter(({ accord, coders }) => accord === 'differs' && coders && coders.kept > 0 && coders.level + coders.reversed === 0);
    assert.equal(new Set(rows.filter((row) => row.at(-1).includes('more than coding noise')).map(([what]) => what)).size, firm.length);
  });

  it('counts how often the order was kept', async () => {
    const { further, other, tests } = printed.orders[0];
    const name = `Asked again: does ${printed.cases[further].name} lean further to weakened than ${printed.cases[other].name}?`;
    const rows = await rows_of(section.getByRole('table', { name, exact: true }));
    assert.deepEqual(rows.map((row) => row.slice(1, 4).map(Number)), tests.map(({ kept, level, reversed }) => [kept, level, reversed]));
  });

  it('matches the issues of both, says where their items point, and lists those of one', async () => {
    const shared = printed.issues.filter(({ shared_by }) => shared_by > 1);
    const rows = await rows_of(section.getByRole('table', { name: 'Issues of both', exact: true }));
    assert.equal(rows.length, shared.length);
    for (const [at, { cases }] of shared.entries()) {
      for (const [place, { continuity, items, coded, toward_collapse, toward_endurance }] of cases.entries()) {
        const words = rows[at][place + 1];
        if (continuity === null || continuity === 'continued') continue;
        assert.ok(words.includes(`${items} of ${coded} items`), words);
        assert.equal(words.includes('▼'), toward_collapse > 0, words);
        assert.equal(words.includes('▲'), toward_endurance > 0, words);
      }
    }
    const words = await section.innerText();
    for (const { name, shared_by } of printed.issues) if (shared_by === 1) assert.ok(words.includes(name), `${name} is not listed`);
  });

  it('sets every demand of each case side by side', async () => {
    const words = await section.getByRole('table', { name: /^Who asked whom/ }).innerText();
    const all = printed.demands.flatMap(({ cases }) => cases).flatMap(({ demands }) => demands);
    assert.ok(all.length >= 10);
    for (const { text } of all) assert.ok(words.includes(text), `“${text}” is not shown`);
  });

  it('puts the burdens of both into one table', async () => {
    const burden = page.locator('#burden');
    const rows = await rows_of(burden.getByRole('table', { name: 'The alliances side by side', exact: true }));
    const named = folders.map((folder) => JSON.parse(entente('burden', folder, '--format', 'json'))).flatMap(({ year, groups }) => groups.map(({ name }) => [name, String(year)]));
    assert.deepEqual(rows.map((row) => row.slice(0, 2)), named);
  });

  it('gives axe nothing to object to, wide and narrow, in light and dark', async () => {
    for (const { width, colorScheme, rules } of SETTINGS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await settle(page);
      assert.deepEqual(await objections(page, rules, '#compare'), [], `${width} ${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1180, height: 900 });
  });

  it('fits a narrow page', async () => {
    const narrow = await open_page(browser, address, { width: 360, height: 740 });
    const place = narrow.page.locator('#compare');
    await place.scrollIntoViewIfNeeded();
    await place.getByRole('img', { name: /coding noise/ }).locator('svg').waitFor();
    const over = await narrow.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    assert.ok((await place.innerText()).includes(printed.answer[0]));
    assert.deepEqual(narrow.trouble(), []);
    await narrow.close();
  });

  it('is on paper whole', async () => {
    await page.emulateMedia({ media: 'print' });
    assert.ok(await section.getByRole('table', { name: 'Issues of both', exact: true }).isVisible());
    assert.ok(await section.getByRole('img', { name: /coding noise/ }).isVisible());
    await page.emulateMedia({ media: 'screen' });
  });

  it('is served likewise, of each case that others are set beside', async () => {
    const small = [copy_of('tests/cases/tiny'), copy_of('tests/cases/two-coders')];
    const answer = JSON.parse(entente('compare', ...small, '--format', 'json')).answer[0];
    const server = await serve(...small, '--beside', small[1]);
    try {
      const live = await open_page(browser, `${server.url}?case=tiny`);
      await live.page.locator('#compare h2').waitFor();
      assert.ok((await live.page.locator('#compare').innerText()).includes(answer));
      const alone = await open_page(browser, `${server.url}?case=two-coders`); // beside itself there is nothing
      assert.equal(await alone.page.locator('#compare').count(), 0);
      // It asks only for what is there.
      const asked = [...(await live.answers()), ...(await alone.answers())].filter(({ url }) => /\/(compare|burdens-beside)$/.test(url));
      assert.deepEqual(asked.map(({ url, status }) => [url.split('/').slice(-2).join('/'), status]).sort(), [['tiny/burdens-beside', 200], ['tiny/compare', 200]]);
      await live.close();
      await alone.close();
    } finally {
      await server.end();
    }
  });

  it('went through all that without an error', () => {
    assert.deepEqual(opened.trouble(), []);
  });
});
