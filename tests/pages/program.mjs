// What the browser tests share: the real program on a copy of a case, Debian's Chromium, and a page that is watched.
//
// ENTENTE_PROGRAM   the program (ctest sets it)
// ENTENTE_CHROMIUM  a Chromium other than /usr/bin/chromium

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SOURCES = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const web = createRequire(join(SOURCES, 'web/package.json'));

const PROGRAM = process.env.ENTENTE_PROGRAM;
const CHROMIUM = process.env.ENTENTE_CHROMIUM ?? '/usr/bin/chromium';
const PATIENCE = 30_000; // milliseconds; the sanitized program on a busy machine is slow

// Why the tests cannot run here, or false. On the machine that decides what lands, a missing browser is a failure.
export const why_not = existsSync(CHROMIUM) ? false : `skipped: there is no Chromium at ${CHROMIUM} (install chromium, or set ENTENTE_CHROMIUM)`;
if (why_not) {
  if (process.env.CI === 'true') throw new Error(why_not);
  console.log(why_not);
}
if (PROGRAM === undefined) throw new Error('ENTENTE_PROGRAM is not set: run these tests with ctest');

// ---- the program -----------------------------------------------------------------------------------------------------
const folder = mkdtempSync(join(tmpdir(), 'entente-pages-'));
const running = new Set(); // servers that a test that failed left behind
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const surroundings = { ...process.env, ENTENTE_SHARE: SOURCES, ENTENTE_HOME: join(folder, 'home'), NO_COLOR: '1', LC_ALL: 'C.UTF-8' };

export const scratch = (name) => join(folder, name);

// A copy of a case of `cases/` or `tests/cases/` that a test may write to.
export function copy_of(path, name = basename(path)) {
  const copy = join(folder, name);
  cpSync(join(SOURCES, path), copy, { recursive: true });
  return copy;
}

// Runs a command to its end; what it printed.
export function entente(...words) {
  return execFileSync(PROGRAM, words, { encoding: 'utf8', env: surroundings, maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

// Starts `entente serve` on a free port; its URL, and the way to end it.
export async function serve(...words) {
  const child = spawn(PROGRAM, ['serve', ...words, '--port', '0', '--no-open'], { env: surroundings, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.on('exit', () => running.delete(child));
  let said = '';
  const url = await new Promise((found, failed) => {
    const timer = setTimeout(() => failed(new Error(`no URL within ${PATIENCE} ms: ${said}`)), PATIENCE);
    const listen = (bytes) => {
      said += bytes;
      const [, address] = /(http:\/\/\S+)\n/.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
  });
  return {
    url,
    said: () => said,
    async end() {
      if (child.exitCode !== null) return child.exitCode;
      const ended = new Promise((done) => child.on('exit', done));
      child.kill('SIGTERM');
      return ended;
    },
  };
}

// ---- the browser -----------------------------------------------------------------------------------------------------
export async function open_browser() {
  const { chromium } = web('playwright-core');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// A page of its own, with everything in it that must not happen: errors, and requests to anywhere but `home`.
export async function open_page(browser, address, { width = 1180, height = 900, ...others } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, ...others });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const home = address.startsWith('file:') ? address.split('#')[0] : new URL(address).origin;
  const trouble = [];
  const answers = []; // everything that the server said, for those who must not hear something
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) trouble.push(`a request to ${url}`);
  });
  page.on('response', (response) => {
    if (response.url().startsWith('http')) answers.push(response.body().then((bytes) => ({ url: response.url(), status: response.status(), text: bytes.toString('utf8') }), () => ({ url: response.url(), status: response.status(), text: '' })));
  });
  await page.goto(address);
  await page.waitForSelector('main .section');
  await page.waitForFunction(() => document.querySelector('.loading') === null && document.querySelector('main .section h1, main .section h2') !== null);
  return {
    page,
    // What went wrong so far; an answer that a test provoked (a refused edit) is told by the browser as an error.
    trouble: (expected = /^$/) => trouble.filter((each) => !expected.test(each)),
    answers: () => Promise.all(answers),
    close: () => context.close(),
  };
}

// The cells of a table's body, row by row.
export const rows_of = (table) => table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())));

export const axe_source = () => web.resolve('axe-core/axe.min.js');
