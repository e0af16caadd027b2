// Clients that are slow, endless, many, or gone: each is cut off within its limits, and others are served meanwhile.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, connect, post, raw, serve, sleep, statusesIn } from './harness.mjs';

const servers = {};
before(async () => {
  servers.short = await serve({ limits: { header: 1200, body: 1200, idle: 1200, writing: 1200 } });
  servers.patient = await serve({ limits: { header: 20_000, computing: 1, computations: 2 } });
  servers.small = await serve({ limits: { header: 20_000, connections: 50, patience: 100 } });
});
after(async () => {
  for (const server of Object.values(servers)) {
    assert.equal((await ask(server, '/api')).status, 200, 'whatever happened, others are served afterwards');
    await server.stop();
  }
});

// Runs a test against one of them.
const withServer = (name, run) => () => run(servers[name]);

// Sends what `next` gives until the server ends the connection, however much that is; counts the bytes.
async function sendWithoutEnd(server, start, next, most = Infinity) {
  const connection = connect(server);
  await connection.opened;
  let sent = 0;
  const send = (bytes) => {
    sent += bytes.length;
    return connection.socket.write(bytes, 'latin1');
  };
  send(start);
  const drained = () => new Promise((resolve) => { connection.socket.once('drain', resolve); connection.closed.then(resolve); });
  while (!connection.isClosed && sent < most) {
    if (!send(next())) await drained();
    await new Promise(setImmediate);
  }
  await connection.closed;
  return { connection, sent };
}

const answersMeanwhile = async (server, work) => {
  let done = false;
  const working = work().finally(() => { done = true; });
  let answered = 0;
  do {
    assert.equal((await ask(server, '/api/cases/tiny/sources')).status, 200);
    ++answered;
    await sleep(20);
  } while (!done);
  assert.ok(answered > 0);
  return working;
};

test('a hundred megabytes of headers', withServer('short', async (server) => {
  const piece = `X-Endless: ${'y'.repeat(60_000)}\r\n`;
  const { connection, sent } = await answersMeanwhile(server, () => sendWithoutEnd(server, `GET / HTTP/1.1\r\nHost: ${server.host}\r\n`, () => piece, 100_000_000));
  assert.ok(sent < 100_000_000, 'it was cut off before');
  for (const status of statusesIn(connection.received)) assert.equal(status, 431);
}));

test('a body of chunks without end', withServer('short', async (server) => {
  const start = `POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const piece = `4000\r\n${' '.repeat(0x4000)}\r\n`;
  const { connection, sent } = await answersMeanwhile(server, () => sendWithoutEnd(server, start, () => piece, 100_000_000));
  assert.ok(sent < 100_000_000, 'it was cut off before');
  for (const status of statusesIn(connection.received)) assert.equal(status, 413);
}));

test('chunks of one byte with long notes, without end', withServer('short', async (server) => {
  const start = `POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const piece = `1;note=${'x'.repeat(10_000)}\r\n \r\n`;
  await answersMeanwhile(server, () => sendWithoutEnd(server, start, () => piece));
}));

test('a note of a chunk without end', withServer('short', async (server) => {
  const start = `POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1;`;
  await answersMeanwhile(server, () => sendWithoutEnd(server, start, () => 'x'.repeat(50_000)));
}));

test('trailers without end', withServer('short', async (server) => {
  const start = `POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n`;
  await answersMeanwhile(server, () => sendWithoutEnd(server, start, () => `X: ${'y'.repeat(5_000)}\r\n`));
}));

test('a header that trickles is cut off at the limit, not kept alive by each byte', withServer('short', async (server) => {
  const connection = connect(server);
  await connection.opened;
  const text = `GET / HTTP/1.1\r\nHost: ${server.host}\r\nX: ${'y'.repeat(2000)}`;
  for (let i = 0; i < text.length && !connection.isClosed; ++i) {
    connection.socket.write(text[i]);
    await sleep(5);
  }
  await connection.closed;
  assert.ok(connection.isClosed);
}));

test('a body that trickles or never comes is cut off at the limit', withServer('short', async (server) => {
  const connection = await raw(server, `POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`);
  assert.ok(connection.isClosed);
}));

test('a connection that says nothing, before or between requests, is cut off', withServer('short', async (server) => {
  const silent = await raw(server, '');
  assert.ok(silent.isClosed);
  const between = await raw(server, `GET /api HTTP/1.1\r\nHost: ${server.host}\r\n\r\n`);
  assert.ok(between.isClosed);
  assert.deepEqual(statusesIn(between.received), [200]);
}));

test('a client that takes no reply is cut off', withServer('short', async (server) => {
  const connection = connect(server);
  await connection.opened;
  connection.socket.pause();
  const request = `GET /api/openapi.yaml HTTP/1.1\r\nHost: ${server.host}\r\n\r\n`;
  connection.socket.write(request.repeat(400));  // 25 MB of replies, more than a socket holds
  await answersMeanwhile(server, () => sleep(2500));
  connection.socket.resume();
  await connection.closed;
  assert.ok(statusesIn(connection.received).length < 400, 'not all of it was sent');
}));

test('a thousand slow clients stop nobody', withServer('patient', async (server) => {
  const slow = Array.from({ length: 1000 }, () => connect(server));
  await Promise.all(slow.map((each) => each.opened));
  for (const each of slow) each.socket.write('GET / HT');
  const dribble = setInterval(() => { for (const each of slow) each.socket.write('T'); }, 200);
  for (let i = 0; i < 25; ++i) assert.equal((await ask(server, '/api/cases/tiny/items')).status, 200);
  assert.ok(slow.filter((each) => !each.isClosed).length > 900, 'they are still there');
  clearInterval(dribble);
  for (const each of slow) each.socket.destroy();
}));

test('where there are too many, the slowest makes room', withServer('small', async (server) => {
  const slow = Array.from({ length: 50 }, () => connect(server));
  await Promise.all(slow.map((each) => each.opened));
  for (const each of slow) each.socket.write('G');
  await sleep(300);
  for (let i = 0; i < 20; ++i) assert.equal((await ask(server, '/api', { headers: { Connection: 'close' } })).status, 200);
  assert.ok(slow.some((each) => each.isClosed));
  for (const each of slow) each.socket.destroy();
}));

test('clients that leave while they wait cost nothing', withServer('patient', async (server) => {
  for (let i = 0; i < 200; ++i) {
    const body = JSON.stringify({ changes: { 'prior.weakened': 0.2 } });
    const connection = connect(server);
    await connection.opened;
    connection.socket.write(`POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    if (i % 2 === 0) connection.socket.resetAndDestroy();
    else connection.socket.destroy();
  }
  // Until their leaving was noticed, a moment later, they may have filled the queue.
  let reply = await ask(server, '/api/cases/tiny/sources');
  for (; reply.status === 503; reply = await ask(server, '/api/cases/tiny/sources')) await sleep(20);
  assert.equal(reply.status, 200);
}));

test('more computations at once than fit are refused with 503, and the others are answered', withServer('patient', async (server) => {
  const replies = await Promise.all(Array.from({ length: 40 }, () => post(server, '/api/cases/tiny/what-if', {})));
  const statuses = new Set(replies.map((reply) => reply.status));
  assert.ok(statuses.has(200));
  for (const reply of replies.filter((each) => each.status !== 200)) {
    assert.equal(reply.status, 503);
    assert.equal(reply.headers['retry-after'], '1');
  }
  assert.equal((await post(server, '/api/cases/tiny/what-if', {})).status, 200);
}));
