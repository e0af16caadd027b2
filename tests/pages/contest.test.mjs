// The contest of models on the page: what `entente backtest` prints. Invented alliances and a theory of their own, as in the
// tests of the command, since the official ones take minutes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { copy_of, open_browser, open_page, rows_of, scratch, SOURCES, why_not } from './program.mjs';

describe('the contest of models', { skip: why_not }, () => {
  const folder = scratch('contest');
  const share = join(folder, 'share');
  const surroundings = { ...process.env, SCRATCH: folder, ENTENTE_HOME: join(folder, 'home'), LC_ALL: 'C.UTF-8' };
  const run = (...words) => execFileSync(process.env.ENTENTE_PROGRAM, words, { encoding: 'utf8', env: { ...surroundings, ENTENTE_SHARE: share }, maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });
  const scores = (section) => section.getByRole('table', { name: /^Scores on/ });
  const skill = ({ value, low, high }) => [value, low, high].map((number) => `${number < 0 ? '−' : Number(number.toFixed(3)) === 0 ? '' : '+'}${Math.abs(number).toFixed(3)}`);
  let browser;
  let page;
  let section;
  let printed;
  before(async () => {
    mkdirSync(folder);
    const fill = 'entente() { "$ENTENTE_PROGRAM" "$@"; }; . tests/cli/backtest/fill.sh';
    execFileSync('bash', ['-c', fill], { cwd: SOURCES, env: { ...surroundings, ENTENTE_SHARE: SOURCES }, stdio: 'pipe' });
    for (const part of ['theories', 'protocols', 'datasets']) cpSync(join(SOURCES, part), join(share, part), { recursive: true });
    copyFileSync(join(folder, 'theory.toml'), join(share, 'theories/alliance-endings.toml'));
    printed = JSON.parse(run('backtest', '--format', 'json', '--quiet'));
    const file = join(folder, 'report.html');
    run('report', copy_of('tests/cases/tiny', 'contest-case'), '-o', file, '--quiet');
    browser = await open_browser();
    ({ page } = await open_page(browser, pathToFileURL(file).href));
    section = page.locator('#outlook');
    await section.scrollIntoViewIfNeeded();
  });
  after(async () => browser?.close());

  it('shows every score that the command prints', async () => {
    for (const horizon of printed.horizons) {
      await section.getByRole('combobox', { name: /^Within/ }).selectOption(String(horizon.years));
      const rows = await rows_of(scores(section));
      assert.deepEqual(rows.map(([name]) => name), horizon.models.map(({ name }) => name));
      for (const [at, { past, states }] of horizon.models.entries()) {
        for (const [column, parting] of [[1, past], [2, states]]) {
          const [value, low, high] = skill(parting.skill);
          assert.equal(rows[at][column], `${value} [${low}, ${high}]`);
        }
      }
    }
  });

  it('draws how often what was foreseen came', async () => {
    await section.getByRole('img', { name: /^Forecast and what happened/ }).locator('svg').waitFor();
  });

  it('says what the contest decided, in the words of the command', async () => {
    const text = await section.innerText();
    assert.ok(text.includes(printed.sentence), text);
  });
});
