// Who carries the burden: what the page shows is what the command line prints of the case's own figures, by mouse, by key
// and on paper.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { copy_of, entente, open_browser, open_page, rows_of, scratch, why_not } from './program.mjs';

describe('the burden of a case', { skip: why_not }, () => {
  let browser;
  let opened;
  let page;
  let section;
  let printed;
  let group;
  before(async () => {
    const folder = copy_of('cases/nato');
    const file = scratch('burden.html');
    entente('report', folder, '-o', file, '--quiet');
    printed = JSON.parse(entente('burden', folder, '--format', 'json'));
    group = printed.groups[0];
    browser = await open_browser();
    opened = await open_page(browser, pathToFileURL(file).href);
    page = opened.page;
    section = page.locator('#burden');
    await section.scrollIntoViewIfNeeded();
  });
  after(async () => {
    await browser?.close();
  });

  const name_of = (number) => group.members.find((member) => member.number === number).name;
  const measures = () => section.getByRole('table', { name: `Measures of the members of ${group.name}, ${printed.year}`, exact: true });
  it('shows every member with every measure that is known, stale numbers with their year', async () => {
    const rows = await rows_of(measures());
    assert.deepEqual(rows.map(([name]) => name), group.now.members.map(({ number }) => name_of(number)));
    const counts = ({ weight }) => weight > 0;
    const known = printed.theory.measures.map((_, at) => at).filter((at) => counts(printed.theory.measures[at]) && group.now.members.some(({ measures: of }) => of[at].value !== null));
    assert.ok(known.length >= 4, 'the case ships too few measures to compare');
    for (const [row, { measures: of }] of group.now.members.entries()) {
      for (const [column, at] of known.entries()) {
        const cell = rows[row][column + 1];
        const { value, stale, of_year } = of[at];
        if (value === null) assert.equal(cell, '—');
        else assert.equal(cell.includes(`(${of_year})`), stale, `${cell} of ${name_of(group.now.members[row].number)}`);
      }
    }
  });

  it('draws the ranks over all weightings, on the scale that a key chooses', async () => {
    assert.ok(group.fair_share.members.length >= 5, 'too few members are ranked');
    const picture = section.getByRole('img', { name: /^Ranks in .* over all weightings/ });
    await picture.locator('svg').waitFor();
    const scale = section.getByRole('combobox', { name: 'Scale' });
    await scale.focus();
    await page.keyboard.press('End');
    assert.equal(await scale.inputValue(), 'deviations');
    await picture.locator('svg').waitFor();
    await page.keyboard.press('Home');
  });

  it('shows the measures of one member, chosen by key, each with its source or the reason why there is none', async () => {
    const member = section.getByRole('combobox', { name: 'Member' });
    await member.focus();
    await page.keyboard.press('End');
    const last = group.now.members.at(-1);
    const rows = await rows_of(section.getByRole('table', { name: `What ${name_of(last.number)} carries, ${printed.year}`, exact: true }));
    assert.equal(rows.length, printed.theory.measures.length);
    for (const [at, { value, why_not: why }] of last.measures.entries()) {
      if (value === null) assert.ok(rows[at][1].includes(why.replaceAll("'", '’')), `${rows[at][1]} says no reason`);
      else assert.notEqual(rows[at][4], '—', `${rows[at][0]} has a number and no source`);
    }
  });

  it('says how many meet what was agreed, on unrounded numbers', async () => {
    const judged = group.guidelines.filter((guideline) => guideline.judged > 0);
    assert.ok(judged.length > 0, 'the case has no guideline that can be judged');
    const rows = await rows_of(section.getByRole('table', { name: `Promises and guidelines, ${printed.year}`, exact: true }));
    assert.deepEqual(rows.map((row) => row.at(-1)), judged.map(({ meet, judged: of, before_it }) => (before_it ? 'not yet made' : `${meet} of ${of}`)));
    const words = await section.innerText();
    for (const { meet, judged: of } of judged.filter((guideline) => guideline.judged >= 3)) assert.ok(words.includes(`${meet} of ${of} at or above`));
  });

  it('lists every demand with its answer and beside it what the asked did', async () => {
    const { demands } = group.of_case;
    assert.ok(demands.length >= 5);
    assert.equal(await section.locator('.demands > li').count(), demands.length);
    const words = await section.locator('.demands').innerText();
    for (const { text } of demands) assert.ok(words.includes(text), `“${text}” is not shown`);
    await section.getByRole('img', { name: /^Asked and done/ }).first().locator('svg').waitFor();
  });

  it('draws words and acts, and what the audiences think', async () => {
    await section.getByRole('img', { name: /^Words and acts of the guarantor/ }).locator('svg').waitFor();
    await section.getByRole('img', { name: /^Polls: / }).first().locator('svg').waitFor();
  });

  it('says of how many members the figures are, and gives no share of a leader for so few', async () => {
    assert.equal(group.now.leader_share, null);
    const words = await section.innerText();
    for (const note of group.notes) assert.ok(words.includes(note), `“${note}” is not shown`);
    assert.ok(words.includes(group.now.exploitation.why_not));
  });

  it('names the readings of one number where there is one, and chooses none', async () => {
    const folder = copy_of('cases/us-japan');
    const file = scratch('burden-of-two.html');
    entente('report', folder, '-o', file, '--quiet');
    const two = JSON.parse(entente('burden', folder, '--format', 'json'));
    assert.notEqual(two.groups[0].now.leader_share, null);
    const other = await open_page(browser, pathToFileURL(file).href);
    const words = await other.page.locator('#burden').innerText();
    for (const { of, says } of two.theory.readings) assert.equal(words.includes(says), of === 'leader-share', `“${says}”`);
    assert.ok(words.includes(`${two.pair.first.name} against ${two.pair.second.name}, ${two.year}`));
    await other.page.close();
  });

  it('is on paper too, without its controls', async () => {
    await page.emulateMedia({ media: 'print' });
    assert.ok(await measures().isVisible());
    assert.ok(!(await section.getByRole('combobox', { name: 'Member' }).isVisible()), 'a control is printed');
    await page.emulateMedia({ media: 'screen' });
  });

  it('went through all that without an error', () => {
    assert.deepEqual(opened.trouble(), []);
  });
});
