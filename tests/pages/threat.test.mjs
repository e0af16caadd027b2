// Who threatens a member: what the page shows is what the command line prints, for every year of the case's figures, by
// mouse, by key and on paper.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { copy_of, entente, open_browser, open_page, scratch, why_not } from './program.mjs';

describe('the threats of a case', { skip: why_not }, () => {
  let browser;
  let opened;
  let page;
  let section;
  let threats; // by year
  let unranked;
  let printed_claims;
  before(async () => {
    const folder = copy_of('cases/us-japan');
    const file = scratch('threat.html');
    entente('report', folder, '-o', file, '--quiet');
    const printed = JSON.parse(entente('threat', 'JPN', '--case', folder, '--from', '1980', '--to', '2016', '--format', 'json'));
    unranked = printed.states[0].unranked;
    printed_claims = printed.of_case.claims;
    threats = new Map(printed.states[0].years.map((year) => [year.year, year]));
    browser = await open_browser();
    opened = await open_page(browser, pathToFileURL(file).href);
    page = opened.page;
    section = page.locator('#threat');
    await section.scrollIntoViewIfNeeded();
  });
  after(async () => {
    await browser?.close();
  });

  const table = (year) => section.getByRole('table', { name: `Threats to Japan in ${year}`, exact: true });
  const rows_of = (year) => table(year).locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

  it('are those of the command line, in its order, with the range of their ranks', async () => {
    const rows = await rows_of(2016);
    const { threats: expected } = threats.get(2016);
    assert.deepEqual(rows.map(([name]) => name), expected.map(({ name }) => name));
    for (const [at, { best, worst, rank, first_share, is }] of expected.entries()) {
      if (rank === null) continue;
      assert.equal(rows[at][5], String(rank));
      assert.equal(rows[at][6], best === worst ? String(best) : `${best}–${worst}`);
      assert.equal(rows[at][8], is === null ? '—' : is.replace('-', ' '));
      assert.match(rows[at][7], first_share > 0 ? /^[<>]?[1-9]\d*%$/ : /^0%$/);
    }
  });

  it('that are unknown are no zeros: the reason stands in their place', async () => {
    const unranked = threats.get(2016).threats.filter(({ rank }) => rank === null);
    assert.ok(unranked.length > 0, 'the case has a state without a rank');
    const rows = await rows_of(2016);
    for (const { name, composite_why_not, at_worst } of unranked) {
      const cell = rows.find(([first]) => first === name)[5];
      assert.ok(cell.includes(composite_why_not.replaceAll("'", '’')));
      if (at_worst !== null) assert.ok(cell.includes(`at worst ${at_worst}`));
    }
  });

  it('that must not go unseen stand in the first sentence, with what they lack', async () => {
    const sentences = unranked.filter(({ years }) => years.some(({ first, last }) => first <= 2016 && 2016 <= last)).map(({ sentence }) => sentence);
    assert.ok(sentences.length > 0, 'the case has a state that must not go unseen');
    const words = await section.innerText();
    for (const sentence of sentences) assert.ok(words.includes(sentence), `“${sentence}” is not shown`);
  });

  it('change with the year, chosen by key', async () => {
    const year = section.getByRole('combobox', { name: 'Year' });
    await year.focus();
    await page.keyboard.press('Home');
    assert.deepEqual((await rows_of(1980)).map(([name]) => name), threats.get(1980).threats.map(({ name }) => name));
    await page.keyboard.press('End');
    await table(2016).waitFor();
  });

  it('are drawn: the components side by side, and each over the years', async () => {
    await section.getByRole('img', { name: /The four components of threat to Japan, 2016/ }).locator('svg').waitFor();
    for (const component of ['Aggregate power', 'Proximity', 'Offensive power', 'Aggressive intentions']) {
      await section.getByRole('img', { name: new RegExp(`^${component} as a threat to Japan`) }).locator('svg').waitFor();
    }
  });

  it('lead to a response whose every rule says what met it', async () => {
    const [{ threat, prediction }] = threats.get(2016).responses;
    const rules = section.getByRole('table', { name: `Rules of the response of Japan to ${threat.name}` });
    const shown = prediction.rules.filter(({ outcome }) => outcome !== 'not-met');
    assert.equal(await rules.locator('tbody tr').count(), shown.length);
    const words = await rules.innerText();
    for (const { says } of shown) assert.ok(words.includes(says), `“${says}” is not shown`);
    assert.ok((await section.innerText()).includes(`P(balance) ${prediction.probability.toFixed(2).replace(/^0/, '')}`));
  });

  it('stand beside what authors claimed of them, computed', async () => {
    const claims = section.locator('.claims > li');
    assert.ok((await claims.count()) >= 5);
    const words = await section.locator('.claims').innerText();
    for (const answer of ['holds', 'fails', 'depends']) assert.ok(words.includes(answer), `no claim ${answer}`);
    for (const { claim, tests, untested } of printed_claims) {
      const told = await section.locator(`[id="tested/${claim}"]`).innerText();
      for (const rest of untested) assert.ok(told.includes(rest), `${claim}: “${rest}” is not shown as untested`);
      for (const { why } of tests.flatMap(({ not_tested }) => not_tested)) assert.ok(told.includes(why), `${claim}: years left out (${why}) are not shown`);
      assert.ok(!told.includes('.:'), `${claim}: a full stop before a colon`);
    }
  });

  it('are on paper too', async () => {
    await page.emulateMedia({ media: 'print' });
    assert.ok(await table(2016).isVisible());
    assert.ok(await section.getByText(/^The four components of threat/).isVisible());
    assert.ok(!(await section.getByRole('combobox', { name: 'Year' }).isVisible()), 'a control is printed');
    await page.emulateMedia({ media: 'screen' });
  });

  it('went through all that without an error', () => {
    assert.deepEqual(opened.trouble(), []);
  });
});
