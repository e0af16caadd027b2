// How long a page takes until it is there, and until it has answered a what-if; in Debian's Chromium.
//
//   page_times.mjs NAME serve CASE | NAME file REPORT | NAME shiny ITEMS.csv
//
// Prints `NAME: first ready all bytes seen what-if` in milliseconds and megabytes: the first opening after the server's
// start, the medians of five later ones, and the medians of ten what-ifs: until the answer is in sight, and until the whole
// page has followed.
//
// ENTENTE_CHROMIUM  a Chromium other than /usr/bin/chromium

import { statSync } from 'node:fs';
import { from_web, median, megabytes, milliseconds, serve, serve_rival } from './programs.mjs';

const OPENINGS = 5;
const WHAT_IFS = 10;
const PATIENCE = 120_000;

// What is looked for in either page. `aside` are the things to click that set an item aside, the heaviest first; `seen` says
// that the answer stands beside them, `told` that the numbers everywhere are those without the item.
const ENTENTE = {
  headline: 'h1#verdict-title',
  factors: '#factors details.factor',
  complete: () =>
    document.querySelector('.loading') === null &&
    document.querySelectorAll('nav#contents li').length === document.querySelectorAll('main > section.section').length,
  aside: '#what-if ul.items input[type=checkbox]',
  shown: '#factors',
  seen: () => {
    const status = document.querySelector('.reading-bar [role=status]')?.textContent ?? 'reckoning';
    return !status.includes('reckoning') && document.querySelectorAll('#what-if .outcome').length === 2;
  },
  told: () => document.querySelector('main').getAttribute('aria-busy') !== 'true',
  back: () => document.querySelector('.reading-bar') === null && document.querySelector('main').getAttribute('aria-busy') !== 'true',
};
const SHINY = {
  headline: '#headline',
  factors: '#factors table tbody tr',
  complete: () => document.querySelectorAll('#items table.dataTable tbody td').length > 1,
  aside: '#items table.dataTable tbody tr',
  shown: '#factors',
  seen: () => {
    const [, counted, all] = /(\d+) of (\d+)/.exec(document.querySelector('#counted')?.textContent ?? '') ?? [];
    return Number(counted) === Number(all) - 1;
  },
  told: () => true,
  back: () => {
    const [, counted, all] = /(\d+) of (\d+)/.exec(document.querySelector('#counted')?.textContent ?? '') ?? [];
    return counted !== undefined && counted === all;
  },
};

// Runs in the page before anything of its own: notes when headline and factors stand there, and when all has come.
function watch({ headline, factors, complete }) {
  const times = (window.times = {});
  let asked = 0;
  const look = () => {
    const now = performance.now();
    if (times.ready === undefined && document.querySelector(headline)?.textContent && document.querySelector(factors)) times.ready = now;
    if (times.all === undefined && times.ready !== undefined && asked === 0 && complete()) times.all = now;
  };
  const fetch_it = window.fetch;
  window.fetch = async (...words) => {
    ++asked;
    try {
      return await fetch_it.apply(window, words);
    } catch (error) {
      --asked;
      throw error;
    }
  };
  const json = Response.prototype.json;
  Response.prototype.json = async function () {
    try {
      return await json.call(this);
    } finally {
      --asked;
      setTimeout(look, 0); // the page puts it into the document first
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

// A call of a function in the page, as text: the page's own rules forbid it to make functions of words.
const call = (run, what) => {
  const pairs = Object.entries(what).map(([key, value]) => `${key}: ${typeof value === 'string' ? JSON.stringify(value) : value}`);
  return `(${run})({ ${pairs.join(', ')} })`;
};

async function open(browser, address, what) {
  const context = await browser.newContext({ viewport: { width: 1180, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.addInitScript({ content: call(watch, what) });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.times?.all !== undefined);
  const { times, bytes } = await page.evaluate(() => ({
    times: window.times,
    bytes: ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind)).reduce((sum, { transferSize }) => sum + transferSize, 0),
  }));
  return { page, ...times, bytes, close: () => context.close() };
}

// Runs in the page before a click: measures from then until the answer is in sight, and until the page shows the factors
// without that item.
function await_answer({ shown, seen, told }) {
  const before = document.querySelector(shown).textContent;
  window.answered = new Promise((done) => {
    let clicked;
    let at_first;
    addEventListener('click', (event) => (clicked = event.timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (clicked === undefined || !seen()) return;
      at_first ??= performance.now() - clicked;
      if (!told() || document.querySelector(shown).textContent === before) return;
      observer.disconnect();
      done({ seen: at_first, told: performance.now() - clicked });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ['aria-busy'] });
  });
}

async function without_item(page, place, what) {
  await page.evaluate(`void ${call(await_answer, what)}`);
  const button = page.locator(what.aside).nth(place);
  await button.click();
  const took = await page.evaluate(() => window.answered);
  await button.click();
  await page.waitForFunction(what.back);
  return took;
}

async function what_ifs(browser, address, what) {
  const opened = await open(browser, address, what);
  const found = [];
  for (let place = 0; place < WHAT_IFS; ++place) found.push(await without_item(opened.page, place, what));
  await opened.close();
  return found;
}

async function openings(browser, address, what) {
  const found = [];
  for (let i = 0; i <= OPENINGS; ++i) {
    const opened = await open(browser, address, what);
    await opened.close();
    found.push(opened);
  }
  const [first, ...later] = found;
  return { first: first.ready, ready: median(later.map(({ ready }) => ready)), all: median(later.map(({ all }) => all)), bytes: later[0].bytes };
}

const [name, kind, path] = process.argv.slice(2);
const { chromium } = from_web('playwright-core');
const browser = await chromium.launch({
  executablePath: process.env.ENTENTE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const server = kind === 'serve' ? await serve(path) : kind === 'shiny' ? await serve_rival(path) : null;
try {
  const address = server?.address ?? `file://${path}`;
  const what = kind === 'shiny' ? SHINY : ENTENTE;
  const times = await openings(browser, address, what);
  const answers = server === null ? [] : await what_ifs(browser, address, what);
  const bytes = server === null ? statSync(path).size : times.bytes;
  const of_answers = ['seen', 'told'].map((which) => (answers.length > 0 ? median(answers.map((answer) => answer[which])) : undefined));
  console.log([name, ...[times.first, times.ready, times.all].map(milliseconds), megabytes(bytes), ...of_answers.map(milliseconds)].join('\t'));
} finally {
  await browser.close();
  await server?.end();
}
