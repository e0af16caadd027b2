// The case changes on disk while people read it.
import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, copyOfCases, serve } from './harness.mjs';

const withCase = (options, run) => async () => {
  const copy = copyOfCases(['tiny', 'two-coders']);
  const server = await serve({ cases: copy.paths, ...options });
  try {
    await run(server, copy.paths);
  } finally {
    await server.stop();
    copy.remove();
  }
};

const change = (path, from, to) => {
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from));
  writeFileSync(path, text.replace(from, to));
};

test('an edit on disk is seen by the next reader', withCase({}, async (server, [tiny]) => {
  const before = await ask(server, '/api/cases/tiny/items');
  change(join(tiny, 'evidence/early.toml'), 'Agreement on the use of ports.', 'Agreement on the use of two ports.');
  const after = await ask(server, '/api/cases/tiny/items', { headers: { 'If-None-Match': before.headers.etag } });
  assert.equal(after.status, 200);
  assert.match(after.text, /two ports/);
  assert.notEqual(after.headers.etag, before.headers.etag);
}));

test('an edit of the same length within the same moment is seen too', withCase({}, async (server, [tiny]) => {
  const file = join(tiny, 'evidence/early.toml');
  let now = 'use of ports';
  for (let i = 0; i < 30; ++i) {
    const next = `use of p${String(i).padStart(4, '0')}`;
    change(file, now, next);
    now = next;
    assert.match((await ask(server, '/api/cases/tiny/items')).text, new RegExp(next));
  }
}));

test('a file that is only touched changes no tag', withCase({}, async (server, [tiny]) => {
  const before = await ask(server, '/api/cases/tiny/items');
  const file = join(tiny, 'evidence/early.toml');
  writeFileSync(file, readFileSync(file));
  const after = await ask(server, '/api/cases/tiny/items', { headers: { 'If-None-Match': before.headers.etag } });
  assert.equal(after.status, 304);
}));

test('a broken edit leaves readers the last whole state, and check tells what is wrong', withCase({}, async (server, [tiny]) => {
  const before = await ask(server, '/api/cases/tiny/items');
  const file = join(tiny, 'evidence/early.toml');
  change(file, 'kind     = "words"', 'kind     = "wrods"');
  const after = await ask(server, '/api/cases/tiny/items');
  assert.equal(after.status, 200);
  assert.equal(after.text, before.text);
  const served = (await ask(server, '/api')).json;
  assert.deepEqual(served.cases.map((each) => each.broken), [true, false]);
  const check = (await ask(server, '/api/cases/tiny/check')).json;
  assert.equal(check.errors, 1);
  const [error] = check.problems.filter((each) => each.severity === 'error');
  assert.equal(error.file, 'evidence/early.toml');
  assert.ok(error.line > 0);
  change(file, '"wrods"', '"words"');
  assert.equal((await ask(server, '/api')).json.cases[0].broken, false);
  assert.equal((await ask(server, '/api/cases/tiny/check')).json.errors, 0);
}));

test('a case that goes away for a while is still served', withCase({}, async (server, [tiny]) => {
  await ask(server, '/api/cases/tiny/items');
  renameSync(tiny, `${tiny}-away`);
  assert.equal((await ask(server, '/api/cases/tiny/items')).status, 200);
  renameSync(`${tiny}-away`, tiny);
  assert.equal((await ask(server, '/api')).json.cases[0].broken, false);
}));

test('fifty readers while the case changes: each sees one whole state', withCase({}, async (server, [tiny]) => {
  const file = join(tiny, 'evidence/early.toml');
  const known = new Map([[(await ask(server, '/api/cases/tiny/case')).json.case.sha256, true]]);
  let done = false;
  const reading = Array.from({ length: 50 }, async () => {
    const seen = [];
    while (!done) {
      const reply = await ask(server, '/api/cases/tiny/assess');
      assert.equal(reply.status, 200);
      seen.push(reply.json.case.sha256);
    }
    return seen;
  });
  let now = 'use of ports';
  for (let i = 0; i < 5; ++i) {
    const next = `use of port ${i}`;
    change(file, now, next);
    now = next;
    known.set((await ask(server, '/api/cases/tiny/case')).json.case.sha256, true);
  }
  done = true;
  for (const seen of await Promise.all(reading)) {
    for (const hash of seen) assert.ok(known.has(hash), 'a state that was on disk');
  }
}));

test('a blind coder is given nothing of the others', withCase({ edit: 'third', blind: true }, async (server) => {
  const items = await ask(server, '/api/cases/two-coders/items');
  assert.equal(items.status, 200);
  for (const item of items.json.items) {
    assert.deepEqual(item.codings, []);
    assert.deepEqual(item.claims_for, []);
    assert.deepEqual(item.compared_by, []);
  }
  assert.deepEqual((await ask(server, '/api/cases/two-coders/case')).json.coders, []);
  for (const name of ['assess', 'check', 'trajectory', 'continuity', 'claims', 'scenarios', 'agreement']) {
    const reply = await ask(server, `/api/cases/two-coders/${name}`);
    assert.equal(reply.status, 403, name);
    assert.equal(reply.json.error.blind, true);
  }
}));
