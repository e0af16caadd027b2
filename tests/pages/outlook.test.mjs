// Will it endure, and what might happen: the page shows what the command line prints, with official data and without.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { copy_of, entente, open_browser, open_page, rows_of, scratch, SOURCES, why_not } from './program.mjs';

async function page_of(folder, name) {
  const file = scratch(`${name}.html`);
  entente('report', folder, '-o', file, '--quiet');
  const browser = await open_browser();
  const { page } = await open_page(browser, pathToFileURL(file).href);
  return { browser, page };
}

describe('the outlook of a case without data', { skip: why_not }, () => {
  let opened;
  let section;
  let printed;
  before(async () => {
    const folder = copy_of('cases/us-japan', 'offline');
    printed = JSON.parse(entente('outlook', folder, '--format', 'json'));
    opened = await page_of(folder, 'offline');
    section = opened.page.locator('#outlook');
    await section.scrollIntoViewIfNeeded();
  });
  after(async () => opened?.browser.close());

  it('says why there is neither model nor history, and what to add', async () => {
    assert.equal(printed.model, null);
    assert.equal(printed.history, null);
    const text = await section.innerText();
    assert.ok(text.includes(printed.why_no_model.slice(0, 40)), text);
    assert.match(printed.why_no_model + printed.why_no_history, /entente data add/);
  });

  it('shows every scenario beside what is, and none with a probability that its author did not give', async () => {
    const scenario = JSON.parse(entente('scenario', scratch('offline'), '--format', 'json'));
    const scenarios = opened.page.locator('#scenarios');
    await scenarios.scrollIntoViewIfNeeded();
    const rows = await rows_of(scenarios.getByRole('table', { name: 'Scenarios side by side', exact: true }));
    assert.deepEqual(rows.map(([name]) => name), ['As it is', ...scenario.scenarios.map(({ name }) => name)]);
    for (const [at, { probability }] of scenario.scenarios.entries()) assert.equal(rows[at + 1][1] === 'none given', probability === null);
    await scenarios.getByRole('img', { name: /^What each scenario would make/ }).locator('svg').waitFor();
  });

  it('counts the forecasts by author', async () => {
    const forecast = JSON.parse(entente('forecast', scratch('offline'), '--format', 'json'));
    const claims = opened.page.locator('#claims');
    await claims.scrollIntoViewIfNeeded();
    const rows = await rows_of(claims.getByRole('table', { name: 'Forecasts by author', exact: true }));
    assert.deepEqual(
      rows.map(([author, made]) => [author, Number(made)]),
      forecast.authors.map(({ author, made }) => [author, made]),
    );
  });
});

const data = process.env.ENTENTE_TEST_DATA ?? join(SOURCES, '../shared/data');
const FILES = ['atop/atop5_0a.csv', 'atop/atop5_0m.csv', 'atop/atop5_0aph.csv', 'cow/NMC-60-abridged.csv', 'peacesciencer/tss_rivalries.csv', 'leaders/CHISOLSstyr4_0.csv', 'democracy/polity4v2015.csv'];
const without_data = existsSync(data) ? false : `skipped: no official data in ${data} (set ENTENTE_TEST_DATA)`;
if (without_data && process.env.CI === 'true') throw new Error(without_data);

describe('the outlook of a case with official data', { skip: why_not || without_data }, () => {
  let opened;
  let section;
  let printed;
  before(async () => {
    entente('data', 'add', ...FILES.map((name) => join(data, name)), '--quiet');
    const folder = copy_of('cases/us-japan', 'online');
    printed = JSON.parse(entente('outlook', folder, '--format', 'json'));
    opened = await page_of(folder, 'online');
    section = opened.page.locator('#outlook');
    await section.scrollIntoViewIfNeeded();
  });
  after(async () => opened?.browser.close());

  it('draws what became of alliances, with this one marked', async () => {
    const picture = section.getByRole('img', { name: /^What became of/ });
    await picture.locator('svg').waitFor();
    assert.ok(printed.history.here > 50, 'the alliance of 1960 is old');
  });

  it('says by which model, or that none foresaw better than the base rate', async () => {
    const text = await section.innerText();
    if (printed.model === null) assert.ok(text.includes(printed.why_no_model.slice(0, 40)), text);
    else assert.ok(text.includes(printed.model.name), text);
  });

  it('shows the chance of every ending beside that of the mean alliance', async () => {
    assert.notEqual(printed.model, null, 'the files of this test are those of the model');
    const rows = await rows_of(section.getByRole('table', { name: /^How likely is which ending/ }));
    assert.equal(rows.length, printed.horizons[0].modes.length + 1);
    for (const [at, horizon] of printed.horizons.entries()) {
      const shown = rows.map((row) => [row[1 + 2 * at], row[2 + 2 * at]]);
      const risks = [...horizon.modes, horizon.survival];
      const means = [...horizon.average, 1 - horizon.average.reduce((sum, p) => sum + p, 0)];
      for (const [row, { p }] of risks.entries()) {
        assert.ok(Math.abs(parseFloat(shown[row][0].replace(/^[<>]/, '')) - 100 * p) < 0.1, `${shown[row][0]} is not ${p}`);
        assert.ok(Math.abs(parseFloat(shown[row][1].replace(/^[<>]/, '')) - 100 * means[row]) < 0.1, `${shown[row][1]} is not ${means[row]}`);
      }
    }
  });

  it('draws what drives the risk, in decibels, and lists the alliances most alike', async () => {
    assert.ok(printed.drivers.length > 3);
    const picture = section.getByRole('img', { name: /^What pushes the risk/ });
    await picture.locator('svg').waitFor();
    assert.match(await picture.innerHTML(), /decibels on the odds of a violation/);
    const alike = await rows_of(section.getByRole('table', { name: /most alike/ }));
    assert.deepEqual(alike.map(([name]) => name), printed.comparables.map(({ name }) => name));
  });

  it('fits a narrow screen', async () => {
    await opened.page.setViewportSize({ width: 360, height: 800 });
    const wider = await opened.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wider <= 0, `${wider} pixels too wide`);
  });
});
