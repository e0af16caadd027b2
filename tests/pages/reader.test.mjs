// The reader's way, on the report of the shipped case opened from disk: from the headline to a newspaper in two clicks,
// what can be taken away, and all of it without a mouse.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { copy_of, entente, open_browser, open_page, scratch, why_not } from './program.mjs';

describe('a reader of the report file', { skip: why_not }, () => {
  let browser;
  let opened;
  let page;
  let documents;

  before(async () => {
    const file = scratch('report.html');
    entente('report', copy_of('cases/us-japan'), '-o', file, '--quiet');
    const [, embedded] = /<script type="application\/json" id="entente-documents">([\s\S]*?)<\/script>/.exec(readFileSync(file, 'utf8'));
    documents = JSON.parse(embedded).documents;
    browser = await open_browser();
    opened = await open_page(browser, pathToFileURL(file).href, { permissions: ['clipboard-read', 'clipboard-write'] });
    page = opened.page;
  });
  after(async () => {
    await browser?.close();
  });

  const start = async () => {
    await page.evaluate(() => { location.hash = '#verdict'; scrollTo(0, 0); });
    await page.locator('dialog[open]').waitFor({ state: 'hidden' });
  };
  const panel = () => page.getByRole('dialog');
  const source = (key) => documents.sources.sources.find((each) => each.key === key);
  const hash = () => page.evaluate(() => decodeURIComponent(location.hash));

  it('finds the verdict in the headline and the outlook beside it as another thing', async () => {
    const { verdict } = documents.assess;
    const headline = await page.getByRole('heading', { level: 1 }).innerText();
    assert.ok(headline.toLowerCase().includes(verdict.direction), `“${headline}” does not say ${verdict.direction}`);
    const cards = await page.locator('.card').allInnerTexts();
    assert.equal(cards.length, 2);
    assert.match(cards[0], /Change against/i);
    assert.match(cards[1], /endure|outlook/i);
    const share = verdict.probability.weakened.toFixed(2).replace(/^0/, '');
    assert.ok(cards[0].includes(share), `the card does not show ${share}`);
  });

  it('doubts a number, and is two clicks from the newspaper behind it', async () => {
    await start();
    await page.locator('.meanings a.number').first().click();
    const moved = page.locator('details.factor[open]').first();
    await moved.locator('.cluster').first().waitFor();

    const link = moved.locator('.cluster-sources a').first();
    await link.click();
    await panel().waitFor();
    const found = source((await hash()).replace('#source/', ''));
    const text = await panel().innerText();
    assert.ok(text.includes(found.title), 'the panel names no title');
    assert.ok(text.includes(found.publisher ?? found.author), 'the panel names no outlet');
    assert.match(text, new RegExp(`\\b${found.published.slice(0, 4)}\\b`), 'the panel gives no date');
    if (found.url) assert.ok(text.includes(found.url), 'the panel gives no address');
  });

  it('reads the weakest point in words that lead to an item, on the first page and in the sensitivity', async () => {
    await start();
    const { weakest_point } = documents.assess.verdict;
    const clusters = documents.assess.factors.flatMap(({ cluster_list }) => cluster_list);
    const [, id] = /'([^']+)'/.exec(weakest_point);
    const { strongest_item } = clusters.find(({ name }) => name === id);
    for (const place of ['#verdict .sure', '#sensitivity .lead']) {
      const sentence = page.locator(place).filter({ hasText: 'The weakest point' });
      assert.ok(!(await sentence.innerText()).includes(id), `${place} names the cluster by its id`);
      assert.equal(await sentence.getByRole('link').last().getAttribute('href'), `#item/${strongest_item}`);
    }
  });

  it('finds by name what the case counts to a period from outside its dates', async () => {
    await start();
    const { focal } = documents.assess;
    const early = documents.items.items.filter(({ periods, date }) => periods.includes(focal.id) && date < focal.begin);
    assert.ok(early.length > 0, 'the shipped case has none any more: this tests nothing');
    const listed = page.locator('.made details').filter({ hasText: focal.name });
    await listed.locator('summary').click();
    const links = await listed.getByRole('link').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    for (const { id } of early) assert.ok(links.includes(`#item/${id}`), `${id} is not listed`);
  });

  it('is told that the program does not judge which other hazards hold', async () => {
    await page.locator('#outlook-basis summary').click();
    await page.getByText('Which of these conditions hold here is not judged.').waitFor();
  });

  it('comes back from a source to the item, and from the item to where they were', async () => {
    await start();
    await page.evaluate(() => { location.hash = '#moved'; });
    const before = await hash();
    const item = page.locator('details.factor[open] .cluster-item a').first();
    await item.click();
    await panel().getByRole('heading', { level: 2 }).waitFor();
    const at_item = await hash();
    assert.match(at_item, /^#item\//);
    await panel().getByRole('link', { name: /about this source/ }).first().click();
    await panel().getByText('What rests on it').waitFor();
    assert.match(await hash(), /^#source\//);

    await page.goBack();
    assert.equal(await hash(), at_item);
    await panel().getByText('What it weighs in this assessment').waitFor();
    await page.goBack();
    assert.equal(await hash(), before);
    await panel().waitFor({ state: 'hidden' });
  });

  it('shows Japanese titles in a Japanese face', async () => {
    const japanese = documents.sources.sources.find(({ language, title }) => language === 'ja' && /[\u3040-\u30ff\u4e00-\u9fff]/.test(title));
    assert.ok(japanese, 'the shipped case cites no Japanese title any more: take another for this test');
    await page.evaluate((key) => { location.hash = `#source/${key}`; }, japanese.key);
    const title = panel().getByRole('heading', { level: 2 });
    await title.waitFor();
    assert.equal(await title.getAttribute('lang'), 'ja');
    assert.match(await title.evaluate((element) => getComputedStyle(element).fontFamily), /CJK|Mincho|Gothic|Hiragino/);
    // A character that no font has is drawn as one and the same box: two different ones must not look alike.
    const alike = await title.evaluate((element) => {
      const drawn = (character) => {
        const canvas = document.createElement('canvas');
        const pen = canvas.getContext('2d');
        pen.font = `40px ${getComputedStyle(element).fontFamily}`;
        pen.fillText(character, 10, 60);
        return canvas.toDataURL();
      };
      return drawn('日') === drawn('米');
    });
    assert.equal(alike, false, 'no font here shows Japanese: install fonts-vlgothic or fonts-noto-cjk');
    await start();
  });

  it('cites the assessment with version, hash of the case and cut-off', async () => {
    await page.getByRole('link', { name: 'Cite this' }).click();
    const bibtex = await panel().locator('pre.bibtex').innerText();
    assert.match(bibtex, /^@misc\{/);
    for (const part of [documents.case.version, documents.case.case.sha256, documents.case.cutoff]) {
      assert.ok(bibtex.includes(part), `the citation lacks ${part}`);
    }
    await panel().getByRole('button', { name: 'Copy BibTeX' }).click();
    await panel().getByText(/copied/i).first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), documents.case.bibtex);
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
  });

  it('takes a chart away as SVG, PNG, CSV and specification', async () => {
    const chart = page.locator('#sensitivity .figure').first();
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('.figure-picture svg').waitFor();
    const take = async (name) => {
      await chart.locator('.menu summary').click();
      const [download] = await Promise.all([page.waitForEvent('download'), chart.getByRole('button', { name, exact: true }).click()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const svg = await take('Picture, SVG');
    assert.match(svg.name, /\.svg$/);
    assert.match(svg.bytes.toString('utf8'), /^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*<\/svg>\s*$/);
    const png = await take('Picture, PNG');
    assert.match(png.name, /\.png$/);
    assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.ok(png.bytes.length > 2000, 'the picture is empty');
    const csv = await take('Data, CSV');
    assert.match(csv.name, /\.csv$/);
    const lines = csv.bytes.toString('utf8').trim().split(/\r?\n/);
    assert.ok(lines.length > 2, 'the data have no rows');
    assert.ok(lines[0].includes(','), 'the data have no header');

    await chart.locator('.menu summary').click();
    await chart.getByRole('button', { name: 'Copy specification' }).click();
    await chart.getByText('Specification copied.').waitFor();
    const specification = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    assert.match(specification.$schema, /vega-lite/);
    assert.ok(JSON.stringify(specification).includes('"values"'), 'the specification holds no data');
  });

  it('does all of it without a mouse, and is back where they were when a panel closes', async () => {
    await start();
    const tab_to = async (locator, presses = 400) => {
      const here = () => locator.evaluateAll((elements) => elements.includes(document.activeElement));
      for (let press = 0; press < presses; ++press) {
        if (await here()) return;
        await page.keyboard.press('Tab');
      }
      assert.fail(`${presses} presses of Tab do not reach ${locator}`);
    };
    await page.evaluate(() => document.querySelector('h1').scrollIntoView());
    await page.locator('main').focus();
    await tab_to(page.locator('.meanings a.number').first());
    await page.keyboard.press('Enter');
    await page.locator('details.factor[open]').first().waitFor();
    const item = page.locator('details.factor[open] .cluster-item a').first();
    await tab_to(item);
    await page.keyboard.press('Enter');
    await panel().waitFor();
    await tab_to(panel().getByRole('link', { name: /about this source/ }).first(), 20);
    await page.keyboard.press('Enter');
    await panel().getByText('What rests on it').waitFor();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
    assert.ok(await item.evaluate((element) => element === document.activeElement), 'the focus is not back on the link');
  });

  it('was asked for nothing from outside the file, and nothing went wrong', () => {
    assert.deepEqual(opened.trouble(), []);
  });
});
