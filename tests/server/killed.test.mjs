// The server is killed while a coder saves, again and again: the file is as before the save or as after it, never between,
// and the next server reads it and saves on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { ask, copyOfCases, post, serve, sleep } from './harness.mjs';

const ROUNDS = 20;
const CODED = 'frigates-cancelled-2008';

test('a server that is killed while it saves leaves the old file or the new one', async () => {
  const { folder, paths: [tiny], remove } = copyOfCases(['tiny']);
  const file = () => readFileSync(join(tiny, 'codings', 'first.toml'), 'utf8');
  const others = (text) => text.split('[[coding]]').filter((part) => !part.includes(CODED));
  // What gives the coding another note.
  async function edit_of(server, note) {
    const { json: work } = await ask(server, '/api/cases/tiny/work?coder=first', { headers: { 'X-Entente-Token': server.token } });
    const { entry } = work.items.flatMap(({ codings }) => codings).find(({ entry }) => entry.item === CODED);
    const replaces = { item: entry.item, factor: entry.factor, baseline: entry.baseline, theory: entry.theory };
    return { file: work.file, sha256: work.sha256, put: [{ kind: 'coding', entry: { ...entry, note }, replaces }] };
  }
  const save = (server, edit) => post(server, '/api/cases/tiny/edits', edit, { 'X-Entente-Token': server.token });
  const outcomes = { old: 0, new: 0 };
  try {
    for (let round = 0; round < ROUNDS; ++round) {
      const server = await serve({ cases: [tiny], edit: 'first' });
      const edit = await edit_of(server, 'x'.repeat(100_000 + round)); // long in the writing
      const before = file();
      const begun = performance.now();
      const answer = save(server, edit).then(({ status }) => status, () => 'cut');
      if (round === 0) { // shows how long a save takes
        assert.equal(await answer, 200);
        outcomes.took = performance.now() - begun;
      } else {
        await sleep((outcomes.took * 1.5 * round) / ROUNDS);
      }
      server.child.kill('SIGKILL');
      await Promise.all([server.ended, answer]);
      const after = file();
      if (after === before) {
        ++outcomes.old;
      } else {
        ++outcomes.new;
        assert.ok(after.includes(`"${'x'.repeat(100_000 + round)}"`), `round ${round}: the new note is not whole`);
        assert.deepEqual(others(after), others(before), `round ${round}: more than the one coding changed`);
      }
    }
    assert.ok(outcomes.new > 1 && outcomes.old > 0, `the moments were too few to show anything: ${JSON.stringify(outcomes)}`);
    const server = await serve({ cases: [tiny], edit: 'first' });
    const { status, text } = await save(server, await edit_of(server, 'Cancelled without notice.'));
    assert.equal(status, 200, `nothing can be saved any more: ${text}`);
    await server.stop();
  } finally {
    remove();
  }
});
