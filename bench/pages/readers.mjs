// Fifty readers while one coder saves: how long the slowest wait.
//
//   readers.mjs serve CASE CODER PAUSE SECONDS     CASE is written to: give a copy
//   readers.mjs shiny ITEMS.csv PAUSE SECONDS
//
// Each reader keeps one connection and asks for `case`, `assess` and `items` in turn, every second time with If-None-Match; it
// waits PAUSE milliseconds between two requests. The coder saves a coding with another specificity once a second, so that every
// document has to be made anew; it runs in a thread of its own, lest the readers' work here count as the server's.
// Of Shiny: the readers open the page's HTML, which holds no number yet; then whole sessions, where this Node has WebSocket.

import { Agent, request } from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { megabytes, milliseconds, percentile, serve, serve_rival } from './programs.mjs';

const READERS = 50;
const DOCUMENTS = ['case', 'assess', 'items'];
const SAVE_EVERY = 1000; // milliseconds

const later = (time) => new Promise((done) => setTimeout(done, Math.max(0, time)));

// One request, to the end of its body; rejected where no whole answer comes.
function ask(agent, address, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, failed) => {
    const begun = performance.now();
    const asked = request(address, { agent, method, headers }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('error', failed);
      answer.on('end', () => {
        const took = performance.now() - begun;
        const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
        done({ status: answer.statusCode, etag: answer.headers.etag, bytes, text: () => Buffer.concat(pieces).toString(), took });
      });
    });
    asked.on('error', failed);
    asked.end(body);
  });
}

// ---- the coder -------------------------------------------------------------------------------------------------------
// Saves one coding again and again, its specificity in turn 0.5 and 1.
async function code({ home, token, which, coder, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { 'x-entente-token': token };
  const path = `${home}api/cases/${which}`;
  const work = JSON.parse((await ask(agent, `${path}/work?coder=${coder}`, { headers })).text());
  const { entry } = work.items.flatMap(({ codings }) => codings).find(({ entry }) => entry.factor !== 'outside');
  const name = { item: entry.item, factor: entry.factor, baseline: entry.baseline, theory: entry.theory };
  let { file, sha256 } = work;
  const found = { took: [], failed: [], case_sha256: null };
  const end = performance.now() + seconds * 1000;
  for (let next = performance.now() + SAVE_EVERY / 2; next < end; next = Math.max(next + SAVE_EVERY, performance.now())) {
    await later(next - performance.now());
    entry.specificity = entry.specificity === 0.5 ? 1 : 0.5;
    const body = JSON.stringify({ file, sha256, put: [{ kind: 'coding', entry, replaces: name }] });
    const post = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body };
    const answer = await ask(agent, `${path}/edits`, post).catch((error) => ({ status: 0, text: () => String(error) }));
    const said = answer.status === 200 ? JSON.parse(answer.text()) : {};
    if (said.written !== true) {
      found.failed.push(`save: ${answer.status} ${answer.text().slice(0, 200)}`);
      continue;
    }
    found.took.push(answer.took);
    ({ sha256, case_sha256: found.case_sha256 } = said);
  }
  agent.destroy();
  return found;
}

// ---- the readers -----------------------------------------------------------------------------------------------------
// Repeats what one reader does until the time is over; `step` gives milliseconds, or throws.
async function repeat(step, number, pause, into) {
  await later((pause * number) / READERS); // not all in the same moment
  for (let i = 0; performance.now() < into.end; ++i) {
    try {
      into.took.push(await step(i));
    } catch (error) {
      into.failed.push(error.message);
      if (into.failed.length > 1000) return;
    }
    if (pause > 0) await later(pause);
  }
}

async function all_readers(make_reader, pause, seconds) {
  const found = { took: [], failed: [], unchanged: 0, bytes: 0, end: performance.now() + seconds * 1000 };
  const begun = performance.now();
  await Promise.all(Array.from({ length: READERS }, (_, number) => repeat(make_reader(found), number, pause, found)));
  found.seconds = (performance.now() - begun) / 1000;
  return found;
}

function reader_of_documents(path) {
  return (found) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const known = {};
    return async (i) => {
      const name = DOCUMENTS[i % DOCUMENTS.length];
      const conditional = i % 2 === 1 && known[name] !== undefined; // three documents: each in turn with and without
      const answer = await ask(agent, `${path}/${name}`, { headers: conditional ? { 'if-none-match': known[name] } : {} });
      const fine = answer.status === 200 || (conditional && answer.status === 304);
      if (!fine) throw new Error(`${name}: ${answer.status} ${answer.text().slice(0, 200)}`);
      if (answer.status === 304) ++found.unchanged;
      else known[name] = answer.etag;
      found.bytes += answer.bytes;
      return answer.took;
    };
  };
}

function reader_of_html(address) {
  return (found) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    return async () => {
      const answer = await ask(agent, address);
      if (answer.status !== 200) throw new Error(`the page: ${answer.status}`);
      found.bytes += answer.bytes;
      return answer.took;
    };
  };
}

// A session of Shiny: from the connection until all four outputs have come.
function reader_of_session(address) {
  const outputs = ['headline', 'counted', 'factors', 'items'];
  const init = { method: 'init', data: Object.fromEntries(outputs.map((output) => [`.clientdata_output_${output}_hidden`, false])) };
  return (found) => () => new Promise((done, failed) => {
    const begun = performance.now();
    const socket = new WebSocket(`${address.replace('http', 'ws')}websocket/`);
    const missing = new Set(outputs);
    socket.onopen = () => socket.send(JSON.stringify(init));
    socket.onerror = () => failed(new Error('a session could not be opened'));
    socket.onclose = () => failed(new Error('a session was closed')); // after `done` this does nothing
    socket.onmessage = ({ data }) => {
      found.bytes += data.length;
      const said = JSON.parse(data);
      if (Object.keys(said.errors ?? {}).length > 0) failed(new Error(`a session: ${data.slice(0, 200)}`));
      for (const output of Object.keys(said.values ?? {})) missing.delete(output);
      if (missing.size > 0) return;
      done(performance.now() - begun);
      socket.close();
    };
  });
}

// ---- what is told ----------------------------------------------------------------------------------------------------
function tell(name, { took, failed, seconds, unchanged, bytes }) {
  const at = [0.5, 0.95, 0.99, 1].map((share) => milliseconds(percentile(took, share)));
  const rate = seconds === undefined ? '' : (took.length / seconds).toFixed(took.length / seconds < 100 ? 1 : 0);
  console.log([name, took.length, rate, ...at, failed.length, unchanged ?? '', bytes === undefined ? '' : megabytes(bytes / seconds)].join('\t'));
  for (const what of new Set(failed)) console.log(`  failed (${failed.filter((each) => each === what).length}): ${what}`);
}

async function documents_while_saving(folder, coder, pause, seconds) {
  const server = await serve(folder, '--edit', '--coder', coder);
  try {
    const address = new URL(server.address);
    const token = address.searchParams.get('token');
    const home = `${address.origin}/`;
    const agent = new Agent({ keepAlive: true });
    const which = JSON.parse((await ask(agent, `${home}api`)).text()).cases[0].id;
    const path = `${home}api/cases/${which}`;
    for (const name of DOCUMENTS) await ask(agent, `${path}/${name}`); // the first reader after the start is measured in page_times.mjs
    const thread = new Worker(new URL(import.meta.url), { workerData: { home, token, which, coder, seconds } });
    const saves = new Promise((done, failed) => (thread.on('message', done), thread.on('error', failed)));
    const readers = await all_readers(reader_of_documents(path), pause, seconds);
    const coded = await saves;
    tell(`readers, ${pause === 0 ? 'no pause' : `${pause} ms`}`, readers);
    tell("  the coder's saves", coded);
    const seen = JSON.parse((await ask(agent, `${path}/assess`)).text()).case.sha256;
    if (seen !== coded.case_sha256) console.log(`  failed: readers see the case ${seen}, not the last save ${coded.case_sha256}`);
    agent.destroy();
  } finally {
    await server.end();
  }
}

async function shiny(items, pause, seconds) {
  const server = await serve_rival(items);
  try {
    tell('Shiny, HTML without numbers', await all_readers(reader_of_html(server.address), pause, seconds));
    if (typeof WebSocket === 'undefined') console.log('  Shiny, whole sessions: left out, since this Node has no WebSocket');
    else tell('Shiny, whole sessions', await all_readers(reader_of_session(server.address), pause, seconds));
  } finally {
    await server.end();
  }
}

if (!isMainThread) {
  parentPort.postMessage(await code(workerData));
} else {
  const [kind, path, ...words] = process.argv.slice(2);
  if (kind === 'serve') await documents_while_saving(path, words[0], Number(words[1]), Number(words[2]));
  else await shiny(path, Number(words[0]), Number(words[1]));
  process.exit(0);
}
