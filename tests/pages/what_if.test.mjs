// A reader doubts what the case rests on: sets the heaviest item aside, turns a number, and keeps the reading.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copy_of, entente, open_browser, open_page, serve, why_not } from './program.mjs';

describe('what if', { skip: why_not }, () => {
  let browser;
  let folder;
  let server;
  let opened;
  let page;
  let section;
  before(async () => {
    folder = copy_of('tests/cases/fixture-all');
    server = await serve(folder, '--edit', '--coder', 'reader');
    browser = await open_browser();
    opened = await open_page(browser, server.url);
    page = opened.page;
    section = page.locator('#what-if');
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const bar = () => page.getByRole('complementary', { name: 'Another reading' });
  const parts = ['#verdict', '#factors', '#sensitivity'];
  // All words of the sections; pictures are drawn a moment later, from the same numbers as the words.
  const text_of_parts = () =>
    page.evaluate((parts) => parts.map((part) => {
      const copy = document.querySelector(part).cloneNode(true);
      for (const picture of copy.querySelectorAll('.figure-picture')) picture.remove();
      return copy.textContent.replace(/\s+/g, ' ');
    }), parts);
  const reckoned = async () => {
    await bar().waitFor();
    await page.waitForFunction(() => !document.querySelector('.reading-bar [role=status]')?.textContent.includes('reckoning'));
    await followed();
  };
  // Sections out of sight follow a moment after those in sight.
  const followed = () => page.locator('main[aria-busy=false]').waitFor();
  const last_answer = async () => JSON.parse((await opened.answers()).filter(({ url }) => url.endsWith('/what-if')).at(-1).text);
  let as_it_stands;

  it('begins with what weighs most', async () => {
    as_it_stands = await text_of_parts();
    const assess = JSON.parse(entente('assess', folder, '--format', 'json'));
    const weight = ({ decibels }) => Math.max(...decibels) - Math.min(...decibels);
    const evidence = assess.factors.flatMap(({ evidence }) => evidence);
    const most = Math.max(...evidence.map(weight));
    const first = await section.locator('ul.items li a').first().getAttribute('href');
    const id = decodeURIComponent(first.replace('#item/', ''));
    assert.ok(evidence.some((one) => one.item === id && weight(one) === most), `${id} does not weigh most`);
  });

  it('shows other numbers in the verdict, the factors and the sensitivity as soon as that item is set aside', async () => {
    await section.locator('ul.items').getByRole('checkbox').first().check();
    await reckoned();
    const other = await text_of_parts();
    for (const [at, part] of parts.entries()) assert.notEqual(other[at], as_it_stands[at], `${part} shows the same as before`);
    const { verdict, what_if } = await last_answer();
    assert.equal(what_if.length, 1);
    const share = verdict.probability.weakened.toFixed(2).replace(/^0/, '');
    assert.ok((await page.locator('.card').first().innerText()).includes(share), `the verdict does not show ${share}`);
    const said = (await section.innerText()).replace(/\s+/g, ' ');
    const { items } = JSON.parse(entente('show', folder, 'items', '--format', 'json'));
    const [, id] = /^set aside: (.+)$/.exec(what_if[0]);
    assert.ok(said.includes(`Set aside: ${items.find((item) => item.id === id).text.slice(0, 40)}`), 'what was changed is not said in the words of the item');
  });

  it('draws a chart anew once it comes into sight, not before', async () => {
    const chart = page.locator('#sensitivity .figure').first();
    const picture = () => chart.locator('.figure-picture svg').evaluate((svg) => svg.outerHTML);
    const said = () => chart.locator('.figure-picture').getAttribute('aria-label');
    await bar().getByRole('button', { name: 'Back to the case as it stands' }).click();
    await followed();
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('.figure-picture svg').waitFor();
    const [before, words_before] = [await picture(), await said()];
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(300); // it is out of sight
    await section.locator('ul.items').getByRole('checkbox').first().evaluate((box) => box.click()); // without scrolling there
    await reckoned();
    await page.waitForTimeout(500);
    assert.equal(await picture(), before, 'it was drawn out of sight');
    assert.notEqual(await said(), words_before, 'its words do not follow');
    await chart.scrollIntoViewIfNeeded();
    await page.waitForFunction((old) => {
      const svg = document.querySelector('#sensitivity .figure .figure-picture svg');
      return svg !== null && svg.outerHTML !== old;
    }, before);
  });

  it('is restored to the last character by the way back', async () => {
    await bar().getByRole('button', { name: 'Back to the case as it stands' }).click();
    await bar().waitFor({ state: 'detached' });
    await followed();
    for (const [at, text] of (await text_of_parts()).entries()) assert.equal(text, as_it_stands[at], `${parts[at]} is not as it was`);
  });

  it('says who stands in for an item of a larger cluster, and sets the whole cluster aside', async () => {
    const assess = JSON.parse(entente('assess', folder, '--format', 'json'));
    const evidence = assess.factors.flatMap(({ evidence }) => evidence);
    const larger = assess.factors.flatMap(({ cluster_list }) => cluster_list).find(({ items }) => items > 1);
    const ids = new Set(evidence.filter(({ cluster }) => cluster === larger.name).map(({ item }) => item));
    await section.getByRole('searchbox', { name: 'Find an item' }).fill(larger.strongest_item);
    await section.locator('ul.items').getByRole('checkbox').first().check();
    await reckoned();
    assert.match((await section.innerText()).replace(/\s+/g, ' '), /more items? of the same event stands? in for it/);
    await section.getByRole('button', { name: 'Set aside the whole cluster' }).first().click();
    await reckoned();
    const [said] = (await last_answer()).what_if;
    const gone = said.replace('set aside: ', '').split(', ');
    for (const id of ids) assert.ok(gone.includes(id), `${id} still counts: ${said}`);
    assert.equal(await section.getByRole('button', { name: 'Set aside the whole cluster' }).count(), 0);
    await section.getByRole('searchbox', { name: 'Find an item' }).fill('');
    await bar().getByRole('button', { name: 'Back to the case as it stands' }).click();
    await bar().waitFor({ state: 'detached' });
    await followed();
  });

  it('sets an item aside in its own panel too, and gives its sources another grade', async () => {
    await section.locator('ul.items li a').first().click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('checkbox', { name: /Set this item aside/ }).check();
    await reckoned();
    await panel.getByRole('checkbox', { name: /Set this item aside/ }).uncheck();
    await panel.getByLabel('Grade of its sources').selectOption('E5');
    await reckoned();
    assert.match((await last_answer()).what_if.join(), /E5/);
    await page.keyboard.press('Escape');
    await bar().getByRole('button', { name: 'Back to the case as it stands' }).click();
    await bar().waitFor({ state: 'detached' });
  });

  it('is kept as a protocol under which the command line gives the same verdict', async () => {
    await section.locator('ul.items').getByRole('checkbox').first().check();
    await reckoned();
    const knob = section.getByRole('slider', { name: 'Words', exact: true });
    await knob.focus();
    await page.keyboard.press('ArrowLeft'); // from 3 dB to 2.5
    await section.getByText(/2\.5/).first().waitFor();
    await page.waitForTimeout(300); // the pause before the server is asked
    await reckoned();
    const { verdict, what_if } = await last_answer();
    assert.equal(what_if.length, 2, what_if.join('; '));

    const form = section.locator('.save-reading');
    await form.getByLabel('Name', { exact: true }).fill('Doubted, à la carte');
    assert.equal(await form.getByLabel(/^Id/).inputValue(), 'doubted-a-la-carte', 'the name gives no id');
    await form.getByLabel(/^Id/).fill('doubted');
    await form.getByLabel('Name', { exact: true }).fill('Doubted');
    assert.equal(await form.getByLabel(/^Id/).inputValue(), 'doubted', 'an id of one’s own is overwritten');
    await form.getByLabel('Why one would read it so').fill('The heaviest item is doubted; words weigh less.');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Written to').waitFor();
    assert.match(await form.innerText(), /protocols\/doubted\.toml/);

    const text = readFileSync(join(folder, 'protocols/doubted.toml'), 'utf8');
    assert.match(text, /\[reading\]/);
    const repeated = JSON.parse(entente('assess', folder, '--protocol', 'doubted', '--format', 'json'));
    assert.equal(repeated.protocol.id, 'doubted');
    assert.deepEqual(repeated.verdict, verdict);
  });

  it('is one more protocol to start from, and its numbers are those of the knobs', async () => {
    await bar().getByRole('button', { name: 'Back to the case as it stands' }).click();
    await bar().waitFor({ state: 'detached' });
    await section.getByRole('combobox', { name: 'Protocol' }).selectOption('doubted');
    await reckoned();
    const { what_if, verdict, other_protocol } = await last_answer();
    assert.equal(other_protocol.id, 'doubted');
    assert.match(what_if.join(), /protocol: doubted instead of/);
    assert.deepEqual(verdict, JSON.parse(entente('assess', folder, '--protocol', 'doubted', '--format', 'json')).verdict);
    assert.equal(await section.getByRole('slider', { name: 'Words', exact: true }).inputValue(), '2.5');
    await section.getByRole('combobox', { name: 'Protocol' }).selectOption('');
    await bar().waitFor({ state: 'detached' });
  });

  it('is kept as a scenario, with what each factor would then do', async () => {
    await section.locator('ul.items').getByRole('checkbox').first().check();
    await reckoned();
    const form = section.locator('.save-reading');
    await form.getByRole('radio', { name: /^a scenario/ }).check();
    await form.getByLabel('Name', { exact: true }).fill('The word is broken');
    await form.getByLabel('Why one would read it so').fill('Nobody would believe it again.');
    await form.getByLabel('What has to happen').fill('The promise is taken back.');
    await form.getByLabel('Until when').fill('2027-12-31');
    await form.getByLabel('How one will know that it did').fill('It stands in a statement.');
    await form.getByLabel('Chance, at least (%)').fill('5');
    await form.getByLabel('Chance, at most (%)').fill('15');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Written to').waitFor();
    assert.match(await form.innerText(), /scenarios\/the-word-is-broken\.toml/);

    const { scenarios } = JSON.parse(entente('show', folder, 'scenarios', '--format', 'json'));
    const kept = scenarios.find(({ id }) => id === 'the-word-is-broken');
    assert.deepEqual([kept.name, kept.trigger, kept.probability], ['The word is broken', 'The promise is taken back.', [0.05, 0.15]]);
    assert.ok(kept.effects.length > 0, 'the scenario moves no factor');
  });

  it('went through all that without an error', () => {
    assert.deepEqual(opened.trouble(), []);
  });
});
