// A coder at work: evidence written down, coded and changed in the browser, and what the files of the case hold then.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copy_of, entente, open_browser, open_page, serve, why_not } from './program.mjs';

const CONFLICT = /status of 409/; // the browser reports each refused edit; these were provoked
const REFUSED = /status of 422/;

describe('a coder at work', { skip: why_not }, () => {
  let browser;
  let folder;
  let server;
  let opened;
  let page;
  before(async () => {
    folder = copy_of('tests/cases/tiny');
    server = await serve(folder, '--edit', '--coder', 'first');
    browser = await open_browser();
    opened = await open_page(browser, server.url);
    page = opened.page;
    await page.locator('.work-item').waitFor();
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const file = (name) => readFileSync(join(folder, name), 'utf8');
  const codings = () => file('codings/first.toml');
  const write_by_hand = (name, text) => writeFileSync(join(folder, name), text);
  const work = () => page.locator('.work-body');
  const form = () => page.locator('.coding-form');
  const entries = () => page.locator('#entries');
  const conflict = () => page.locator('.conflict');

  // What stood in a file and what stands there now, less what both have at the beginning and at the end.
  function changed(before, now) {
    let start = 0;
    while (start < before.length && before[start] === now[start]) ++start;
    let end = 0;
    while (end < before.length - start && end < now.length - start && before.at(-1 - end) === now.at(-1 - end)) ++end;
    return { gone: before.slice(start, before.length - end), come: now.slice(start, now.length - end) };
  }

  // Where the keyboard and a screen reader are: the element's words, and whether it stands in the window.
  const focus = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const { top, bottom } = element.getBoundingClientRect();
      const bar = document.querySelector('header.bar').getBoundingClientRect().bottom;
      return { tag: element.tagName, words: (element.innerText ?? '').trim(), label: element.labels?.[0]?.innerText.split('\n')[0] ?? '', seen: top >= bar - 1 && bottom <= innerHeight + 1 };
    });
  async function focus_is_on(words) {
    await page.waitForFunction((words) => document.activeElement !== document.body && document.activeElement.innerText.includes(words), words);
    const { seen } = await focus();
    assert.ok(seen, `“${words}” is out of sight`);
  }

  async function choose(item) {
    await page.getByLabel('Period').first().selectOption({ label: 'all periods' });
    await page.getByRole('searchbox', { name: 'Words' }).first().fill(item);
    await page.locator('.work-list li').nth(1).waitFor({ state: 'detached' });
    await page.locator('.work-list button').first().click();
    await work().getByText('Your codings').waitFor();
  }

  describe('writing down evidence', () => {
    // A form under its kind's name; `set` gives a field, named by its label, a value.
    const begin = async (kind, name) => {
      await entries().getByRole('button', { name: kind, exact: true }).click();
      await entries().getByRole('button', { name }).click();
      const entry = entries().locator('.entry-form');
      const field = (label) => entry.locator('label.field').filter({ has: page.locator('span:first-child', { hasText: new RegExp(`^${label}( \\(required\\))?$`) }) }).locator('input, select, textarea');
      const set = async (values) => {
        for (const [label, value] of Object.entries(values)) {
          const input = field(label);
          if ((await input.evaluate((element) => element.tagName)) === 'SELECT') await input.selectOption(value);
          else await input.fill(value);
        }
      };
      return { entry, field, set };
    };

    it('adds a source with a Japanese title, and nothing else in the bibliography changes', async () => {
      const before = file('sources.bib');
      const { entry, set } = await begin('Sources', 'Add a source');
      await set({
        Key: 'asahi-2009-03-02',
        'Kind of entry': 'article',
        Title: '同盟の行方 {2009} & 50%',
        'Publisher or outlet': '朝日新聞',
        Published: '2009-03-02',
        Address: 'https://example.org/朝日?a=1&b=2',
        'Class of outlet': 'press',
        Grade: 'B2',
        Language: 'ja',
      });
      await entry.getByRole('button', { name: 'Add the source' }).click();
      await entries().getByText('Saved: asahi-2009-03-02.').waitFor();
      const { gone, come } = changed(before, file('sources.bib'));
      assert.equal(gone, '');
      assert.match(come, /同盟の行方/);
      assert.match(come, /朝日新聞/);
      const { sources } = JSON.parse(entente('show', folder, 'sources', '--format', 'json'));
      assert.equal(sources.find(({ key }) => key === 'asahi-2009-03-02').title.replace(/[{}]/g, ''), '同盟の行方 2009 & 50%');
    });

    it('adds an item that cites it, with a Japanese quotation and its translation', async () => {
      const name = 'evidence/late.toml';
      const { entry, field, set } = await begin('Items', 'Add an item');
      await focus_is_on('A new item');
      await set({ Date: '2003-05', Issues: 'trade' });
      assert.equal(await field('File').inputValue(), 'evidence/early.toml', 'not where items like it stand');
      await set({
        Date: '2009-03-01',
        Kind: 'words',
        'What happened, was said or was measured': 'The minister says: "we shall come" <b>at once</b>.',
        Actors: 'AUL, NEW',
        Sources: 'asahi-2009-03-02 1面',
        Issues: 'defence',
        Text: '必ず行く。\nすぐに。',
        Language: 'ja',
        Translation: 'We shall come. At once.',
      });
      assert.equal(await field('Id').inputValue(), 'minister-says-we-2009-03-01', 'no id is suggested');
      assert.equal(await field('File').inputValue(), name, 'not where items like it stand');
      await entry.getByRole('button', { name: 'Add the item' }).click();
      await entries().getByText('Saved: minister-says-we-2009-03-01.').waitFor();
      await focus_is_on('Saved: minister-says-we-2009-03-01.');
      const { items } = JSON.parse(entente('show', folder, 'items', '--format', 'json'));
      const item = items.find(({ id }) => id === 'minister-says-we-2009-03-01');
      assert.ok(item.file.endsWith(`/${name}`), item.file);
      assert.equal(item.quote.text, '必ず行く。\nすぐに。');
      assert.deepEqual(item.sources.map(({ key, at }) => [key, at]), [['asahi-2009-03-02', '1面']]);
    });

    it('offers the actors, issues, items and sources of the case to choose from', async () => {
      const { entry, field, set } = await begin('Meetings', 'Add a meeting');
      const offered = (label) => field(label).evaluate((input) => [...input.list.options].map(({ value }) => value));
      assert.ok((await offered('Items that came out of it')).includes('minister-says-we-2009-03-01'));
      assert.ok((await offered('Issues')).includes('defence'));
      await entry.getByRole('button', { name: 'Close' }).click();
      await focus_is_on('Nothing was changed.');

      await begin('Items', 'Add an item');
      assert.ok((await offered('Actors')).includes('AUL'));
      await set({ Actors: 'AUL, ' });
      const more = await offered('Actors');
      assert.ok(more.includes('AUL, NEW') && !more.includes('AUL, AUL'), more.join('; '));
      const chooser = entry.getByLabel('Add a source of the case');
      await chooser.fill('nobody-2009');
      await chooser.press('Enter');
      await entry.getByText('Nothing is called nobody-2009').waitFor();
      await chooser.fill('asahi-2009-03-02');
      await chooser.press('Enter');
      await entry.getByText('Added: asahi-2009-03-02.').waitFor();
      await chooser.fill('herald-2008');
      await chooser.press('Enter');
      assert.equal(await field('Sources').inputValue(), 'asahi-2009-03-02\nherald-2008');
      assert.equal(await chooser.inputValue(), '');
      await entry.getByRole('button', { name: 'Discard' }).click();
    });

    it('is told at the field of an address that is no web page, and the server refuses it too', async () => {
      const before = file('sources.bib');
      const { entry, field, set } = await begin('Sources', 'Add a source');
      await set({ Key: 'bad-2009', 'Kind of entry': 'misc', Title: 'Bad', Published: '2009', Address: 'javascript:alert(1)', 'Class of outlet': 'press', Grade: 'B2' });
      await entry.getByText('This is no address of a web page').waitFor();
      await entry.getByText('Still to mend: address.').waitFor();
      assert.equal(await field('Address').getAttribute('aria-invalid'), 'true');
      assert.ok(await entry.getByRole('button', { name: 'Add the source' }).isDisabled());
      const answer = await page.evaluate(async () => {
        const { case: { id }, ...about } = await (await fetch('api/cases/tiny/case')).json();
        const { sha256 } = about.files.find(({ path }) => path === 'sources.bib');
        const put = [{ kind: 'source', replaces: null, entry: { key: 'bad-2009', type: 'misc', title: 'Bad', date: '2009', class: 'press', grade: 'B2', url: 'javascript:alert(1)' } }];
        const headers = { 'content-type': 'application/json', 'x-entente-token': sessionStorage.getItem('entente-token') };
        const reply = await fetch(`api/cases/${id}/edits`, { method: 'POST', headers, body: JSON.stringify({ file: 'sources.bib', sha256, put }) });
        return { status: reply.status, text: await reply.text() };
      });
      assert.equal(answer.status, 422, answer.text);
      assert.match(answer.text, /no address of a web page/);
      assert.equal(file('sources.bib'), before);
      await set({ Address: 'https://example.org/' });
      await entry.getByText('This is no address of a web page').waitFor({ state: 'detached' });
      await entry.getByRole('button', { name: 'Discard' }).click();
    });

    it('adds a meeting out of which the item came', async () => {
      const before = file('meetings.toml');
      const { entry, set } = await begin('Meetings', 'Add a meeting');
      await set({
        Id: 'sydney-2009-03-01',
        'Local date': '2009-03-01',
        'Time zone': 'Australia/Sydney',
        Place: 'Sydney',
        Format: 'summit',
        Participants: 'Two invented ministers, An invented host',
        Issues: 'defence',
        'Items that came out of it': 'minister-says-we-2009-03-01',
        Sources: 'asahi-2009-03-02 1面',
      });
      await entry.getByRole('button', { name: 'Add the meeting' }).click();
      await entries().getByText('Saved: sydney-2009-03-01.').waitFor();
      assert.equal(changed(before, file('meetings.toml')).gone, '');
      const { meetings } = JSON.parse(entente('show', folder, 'meetings', '--format', 'json'));
      const { place, format, participants, items, sources } = meetings.find(({ id }) => id === 'sydney-2009-03-01');
      assert.deepEqual([place, format, participants, items], ['Sydney', 'summit', ['Two invented ministers', 'An invented host'], ['minister-says-we-2009-03-01']]);
      assert.deepEqual(sources.map(({ key, at }) => [key, at]), [['asahi-2009-03-02', '1面']]);
    });

    it('adds a correction, and changes it', async () => {
      const before = file('corrections.toml');
      const { entry, set } = await begin('Corrections', 'Add a correction');
      await set({
        Id: 'page-one',
        'What is wrong': 'asahi-2009-03-02 1面',
        'What it says': 'On 2 March.',
        'What is right': 'On 1 March.',
        'On what basis': 'read',
        Reason: 'The day of print was taken for the day of the meeting.',
        Sources: 'ministry-2003',
        'Who says so': 'a test',
        On: '2026-11-22',
      });
      await entry.getByRole('button', { name: 'Add the correction' }).click();
      await entries().getByText('Saved: page-one.').waitFor();
      const added = file('corrections.toml');
      assert.equal(changed(before, added).gone, '');

      await entries().getByRole('searchbox').fill('page-one');
      await entries().getByRole('button', { name: 'Change', exact: true }).click();
      await entry.getByLabel(/^What is right/).fill('On the first of March.');
      await entry.getByRole('button', { name: 'Save the correction' }).click();
      await entries().getByText('Saved: page-one.').waitFor();
      assert.deepEqual(changed(added, file('corrections.toml')), { gone: '1', come: 'the first of' });
      const { corrections } = JSON.parse(entente('show', folder, 'corrections', '--format', 'json'));
      const { corrected, corrects } = corrections.find(({ id }) => id === 'page-one');
      assert.deepEqual([corrected, corrects.key, corrects.at], ['On the first of March.', 'asahi-2009-03-02', '1面']);
    });

    it('is told at once of a date that cannot be, and nothing is written', async () => {
      const before = file('evidence/late.toml');
      const { entry, set } = await begin('Items', 'Add an item');
      await set({
        File: 'evidence/late.toml',
        Date: '2009-02-30',
        Kind: 'act',
        'What happened, was said or was measured': 'Impossible.',
        Actors: 'AUL',
        Sources: 'asahi-2009-03-02',
      });
      await entry.getByRole('button', { name: 'Add the item' }).waitFor();
      const told = entry.locator('.problems .error').first();
      await told.waitFor();
      assert.match(await told.innerText(), /2009-02-30/);
      assert.equal(file('evidence/late.toml'), before);
      await entry.getByRole('button', { name: 'Discard' }).click();
    });

    it('shows what was written as text, never as HTML', async () => {
      await choose('minister-says-we');
      await work().getByRole('heading', { name: 'The minister says: "we shall come" <b>at once</b>.' }).waitFor();
      const quotation = work().locator('blockquote');
      assert.equal(await quotation.getAttribute('lang'), 'ja');
      assert.equal(await quotation.innerText().then((text) => text.replace(/\s+/g, '')), '必ず行く。すぐに。');
    });
  });

  describe('coding', () => {
    const fill = async () => {
      await work().getByRole('button', { name: 'Code it' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.closest('.coding-form') !== null);
      assert.equal((await focus()).label, 'Factor');
      assert.equal(await form().getByLabel(/^Cluster/).getAttribute('placeholder'), 'words-joined-by-hyphens', 'a reading is suggested');
      await form().getByLabel('Factor').selectOption('credibility/will');
      await form().locator('input[value=endurance]').check();
      await form().getByLabel('Judged against').selectOption('early');
      await form().locator('input[value=new]').check();
      await form().getByLabel(/^The item that it/).selectOption('joint-statement-2003-05-01');
    };

    it('has what counts and the decision rules at hand, and is told what is still lacking', async () => {
      await choose('minister-says-we');
      await fill();
      await form().getByText(/What counts/).first().waitFor();
      assert.ok((await page.locator('.decision-rules li').count()) > 3, 'there are no decision rules');
      await form().getByText('Still to say: cluster.').waitFor();
      assert.ok(await form().getByRole('button', { name: 'Add the coding' }).isDisabled());
    });

    it('keeps what was typed when the page is loaded again', async () => {
      await form().getByLabel('Note: why').fill('The word was given.\nTwice: "twice".');
      let asked = false;
      page.once('dialog', async (dialog) => {
        asked = dialog.type() === 'beforeunload';
        await dialog.accept();
      });
      await page.reload();
      assert.ok(asked, 'nobody was warned that something is not saved');
      await page.locator('.work-item').waitFor();
      await choose('minister-says-we');
      await work().getByRole('button', { name: 'Code it' }).click();
      await form().getByText('This was typed before and not saved.').waitFor();
      assert.equal(await form().getByLabel('Note: why').inputValue(), 'The word was given.\nTwice: "twice".');
      assert.equal(await form().getByLabel('Factor').inputValue(), 'credibility/will');
    });

    it('sees what the coding would change before it is saved', async () => {
      const before = codings();
      await form().getByLabel(/^Cluster/).fill('ministers-word');
      await form().getByText(/The verdict/).waitFor();
      assert.match(await form().locator('.moved').first().innerText(), /credibility/i);
      assert.equal(codings(), before, 'trying wrote the file');
    });

    it('saves it into the coder’s file and leaves every other byte as it was', async () => {
      const before = codings();
      await form().getByRole('button', { name: 'Add the coding' }).click();
      await work().locator('.codings').getByText('ministers-word').waitFor();
      await focus_is_on('Saved to codings/first.toml.');
      const { gone, come } = changed(before, codings());
      assert.equal(gone, '');
      assert.equal(come.match(/\[\[coding\]\]/g).length, 1);
      const { items } = JSON.parse(entente('show', folder, 'items', '--format', 'json'));
      const [coding] = items.find(({ id }) => id === 'minister-says-we-2009-03-01').codings;
      assert.deepEqual(
        [coding.factor, coding.aspect, coding.direction, coding.novelty, coding.against, coding.cluster, coding.note],
        ['credibility', 'will', 'endurance', 'new', 'joint-statement-2003-05-01', 'ministers-word', 'The word was given.\nTwice: "twice".'],
      );
    });

    it('marks an item as read with nothing in it, and opens it again', async () => {
      const before = codings();
      await choose('port-agreement-2004');
      await work().getByRole('button', { name: 'Open it again' }).click();
      await work().getByText('Open again.').waitFor();
      await focus_is_on('Open again.');
      assert.doesNotMatch(codings(), /port-agreement-2004/);
      await work().getByRole('button', { name: /Read, nothing in it/ }).click();
      await work().getByText('Marked as read').waitFor();
      assert.match(codings(), /^read\s*= \["port-agreement-2004"\]$/m);
      assert.equal(codings(), before);
    });
  });

  it('stands on the message after a reading is saved', async () => {
    const section = page.locator('#what-if');
    await section.locator('ul.items').getByRole('checkbox').first().check();
    const reading = section.locator('.save-reading');
    await reading.getByLabel('Name', { exact: true }).fill('Doubted');
    await reading.getByLabel('Why one would read it so').fill('The heaviest item is doubted.');
    await reading.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await reading.getByText('Written to').waitFor();
    await focus_is_on('Written to');
    await page.locator('.reading-bar').getByRole('button', { name: 'Back to the case as it stands' }).click();
    await page.locator('.reading-bar').waitFor({ state: 'detached' });
  });

  describe('while somebody else changes the same file', () => {
    const change_note = async (note) => {
      await choose('minister-says-we');
      await work().getByRole('button', { name: /^Change the coding/ }).click();
      await form().getByLabel('Note: why').fill(note);
      await form().getByText(/The verdict/).waitFor();
    };
    const by_hand = (from, to) => {
      const text = codings();
      assert.ok(text.includes(from), `there is no ${from} in the file`);
      write_by_hand('codings/first.toml', `${text.replace(from, to)}# by hand\n`);
    };

    it('is told, sees both versions, and loses nothing', async () => {
      await change_note('Mine.');
      by_hand('specificity = 1.0\ncluster     = "ministers-word"', 'specificity = 0.25\ncluster     = "ministers-word"');
      const on_disk = codings();
      await form().getByRole('button', { name: 'Save the coding' }).click();
      await conflict().getByText('changed on disk meanwhile').waitFor();
      const rows = await conflict().locator('tbody tr').allInnerTexts();
      assert.ok(rows.some((row) => /specificity/.test(row) && /0\.25/.test(row)), `the other version is not shown: ${rows}`);
      assert.ok(rows.some((row) => /note/.test(row) && /Mine\./.test(row)), `one’s own version is not shown: ${rows}`);
      assert.equal(codings(), on_disk, 'the other one’s work was overwritten');
      assert.equal(await form().getByLabel('Note: why').inputValue(), 'Mine.');
    });

    it('writes one’s own version over it, and keeps what else was changed by hand', async () => {
      await conflict().getByRole('button', { name: /Write mine/ }).click();
      await work().locator('.codings').getByText('Mine.').waitFor();
      const text = codings();
      assert.match(text, /note\s*= "Mine\."/);
      assert.doesNotMatch(text, /0\.25/);
      assert.match(text, /# by hand\n$/);
    });

    it('or takes what stands on disk', async () => {
      await change_note('Mine again.');
      by_hand('"Mine."', '"Theirs."');
      const on_disk = codings();
      await form().getByRole('button', { name: 'Save the coding' }).click();
      await conflict().getByRole('button', { name: 'Take what is on disk' }).click();
      await work().locator('.codings').getByText('Theirs.').waitFor();
      assert.equal(codings(), on_disk);
    });
  });

  it('is told what is wrong with a file that was broken by hand, with its place, and nothing is written over it', async () => {
    const whole = codings();
    const broken = whole.replace('"institutionalisation"', '"institutionalization"');
    const entry = broken.lastIndexOf('[[coding]]', broken.indexOf('"institutionalization"'));
    const line = broken.slice(0, entry).split('\n').length;
    await choose('minister-says-we');
    await work().getByRole('button', { name: 'Add another coding' }).click();
    write_by_hand('codings/first.toml', broken);
    await form().getByLabel('Factor').selectOption('solidarity');
    await form().locator('input[value=endurance]').check();
    await form().getByLabel('Judged against').selectOption('early');
    await form().locator('input[value=new]').check();
    await form().getByLabel(/^The item that it/).selectOption('joint-statement-2003-05-01');
    await form().getByLabel(/^Cluster/).fill('ministers-word');
    await conflict().getByRole('button', { name: /Write mine/ }).click();
    const told = form().locator('.problems .error').first();
    await told.waitFor();
    const text = await told.innerText();
    assert.match(text, /institutionalization/);
    assert.match(text, new RegExp(`codings/first\\.toml:${line}:`));
    assert.equal(codings(), broken);
    write_by_hand('codings/first.toml', whole);
    await form().getByRole('button', { name: 'Discard' }).click();
  });

  it('leaves a case without an error behind', () => {
    entente('check', folder); // ends with an error otherwise
    assert.deepEqual(opened.trouble(CONFLICT).filter((each) => !REFUSED.test(each)), []);
  });
});
