// What the server answers to requests as clients and browsers send them.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { ask, connect, post, serve, sleep, statusesIn } from './harness.mjs';

let server;
before(async () => { server = await serve({ edit: 'first' }); });
after(async () => { await server.stop(); });

test('the first page, its script and its style sheet', async () => {
  for (const [path, type] of [['/', 'text/html; charset=utf-8'], ['/entente.js', 'text/javascript; charset=utf-8'], ['/entente.css', 'text/css; charset=utf-8']]) {
    const reply = await ask(server, path);
    assert.equal(reply.status, 200, path);
    assert.equal(reply.headers['content-type'], type);
    assert.equal(Number(reply.headers['content-length']), Buffer.byteLength(reply.text));
  }
});

test('/api says what is served', async () => {
  const { json } = await ask(server, '/api');
  assert.equal(json.mode, 'serve');
  assert.equal(json.editing, true);
  assert.equal(json.coder, 'first');
  assert.deepEqual(json.cases.map((each) => each.id), ['tiny', 'two-coders']);
  assert.equal(json.cases[0].protocols[0].id, 'ledger-v1');
  assert.deepEqual(json.cases[0].theories, [{ id: 'walt-1997', name: 'Walt 1997' }]);
});

test('every reply, a refusal too, says what a browser may do with it', async () => {
  for (const path of ['/', '/api', '/api/cases/tiny/case', '/nowhere']) {
    const { headers } = await ask(server, path);
    const policy = headers['content-security-policy'];
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    assert.equal(headers['access-control-allow-origin'], undefined);
    assert.equal(headers['server'], undefined);
  }
});

test('a document has a tag, and is not sent again to whoever has it', async () => {
  const first = await ask(server, '/api/cases/tiny/assess');
  assert.equal(first.status, 200);
  assert.equal(first.json.case.id, 'tiny');
  const again = await ask(server, '/api/cases/tiny/assess', { headers: { 'If-None-Match': first.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.text, '');
  const other = await ask(server, '/api/cases/tiny/assess?seed=7', { headers: { 'If-None-Match': first.headers.etag } });
  assert.equal(other.status, 200);
  assert.equal(other.json.seed, 7);
});

test('HEAD gives the headers of GET and no body', async () => {
  const get = await ask(server, '/api/cases/tiny/sources');
  const head = await ask(server, '/api/cases/tiny/sources', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.text, '');
  assert.equal(head.headers['content-length'], get.headers['content-length']);
  assert.equal(head.headers.etag, get.headers.etag);
});

test('one connection serves many requests', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set();
  agent.on('free', (socket) => ports.add(socket.localPort));
  for (let i = 0; i < 5; ++i) assert.equal((await ask(server, '/api', { agent })).status, 200);
  assert.equal(ports.size, 1);
  agent.destroy();
});

test('HTTP/1.0 and Connection: close end the connection', async () => {
  for (const head of [`GET /api HTTP/1.0\r\nHost: ${server.host}\r\n\r\n`, `GET /api HTTP/1.1\r\nHost: ${server.host}\r\nConnection: close\r\n\r\n`]) {
    const connection = connect(server);
    connection.socket.write(head);
    await connection.closed;
    assert.deepEqual(statusesIn(connection.received), [200]);
  }
});

test('requests that come together are answered in their order', async () => {
  const connection = connect(server);
  const of = (path, close = '') => `GET ${path} HTTP/1.1\r\nHost: ${server.host}\r\n${close}\r\n`;
  const body = '{}';
  connection.socket.write(of('/api/cases/tiny/assess') + of('/nowhere') +
    `POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n` +
    of('/api') + of('/entente.js', 'Connection: close\r\n'));
  await connection.closed;
  assert.deepEqual(statusesIn(connection.received), [200, 404, 415, 200, 200]);
  assert.match(connection.received, /document\.title = 'loaded'$/);
});

test('a foreign host, origin or page is refused', async () => {
  const refused = [
    { Host: 'evil.example' },
    { Host: `evil.example:${server.port}` },
    { Origin: 'http://evil.example' },
    { Origin: 'null' },
    { Origin: `http://localhost:${server.port}` },  // not the name that was asked
    { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
    { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' },
  ];
  for (const headers of refused) assert.equal((await ask(server, '/api', { headers })).status, 403, JSON.stringify(headers));
  const own = { Origin: `http://${server.host}`, 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' };
  assert.equal((await ask(server, '/api', { headers: own })).status, 200);
  assert.equal((await ask(server, '/api', { headers: { Host: `localhost:${server.port}` } })).status, 200);
});

test('a question of a browser before a request of another site gets no leave', async () => {
  const reply = await ask(server, '/api/cases/tiny/readings', { method: 'OPTIONS', headers: { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' } });
  assert.equal(reply.status, 403);
  assert.equal(reply.headers['access-control-allow-origin'], undefined);
});

test('what writes wants the token, and compares all of it', async () => {
  const reading = { as: 'protocol', id: 'x', name: 'x', summary: 'x', reading: {} };
  for (const token of [undefined, '', 'guess', server.token.slice(0, -1), server.token + '0']) {
    const reply = await post(server, '/api/cases/tiny/readings', reading, token === undefined ? {} : { 'X-Entente-Token': token });
    assert.equal(reply.status, 401, String(token));
  }
  // With the token it is the reading that is wrong: it changes nothing.
  const reply = await post(server, '/api/cases/tiny/readings', reading, { 'X-Entente-Token': server.token });
  assert.equal(reply.status, 400);
});

test('a refusal is JSON with what happened and what to do', async () => {
  const reply = await ask(server, '/api/cases/tiny/assess?focal=lat');
  assert.equal(reply.status, 404);
  assert.match(reply.json.error.what, /did you mean 'late'/);
  assert.ok(reply.json.error.advice);
  assert.deepEqual(reply.json.error.problems, []);
});

test('no path leads out of the tables', async () => {
  for (const path of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/../../etc/passwd', '/api/cases/..%2Ftiny/case', '/api/cases/tiny/..%2F..%2Fcase.toml', '/case.toml', '/entente.js%00.css', '/index.html/', '//etc/passwd', '/api/cases/tiny/case?focal=../../x']) {
    const reply = await ask(server, path);
    assert.ok([400, 404].includes(reply.status) || path.includes('focal'), `${path}: ${reply.status}`);
    assert.doesNotMatch(reply.text, /root:|\[alliance\]/);
  }
});

test('what a client sent comes back as data, never as a page', async () => {
  const reply = await ask(server, '/api/cases/%3Cscript%3Ealert(1)%3C%2Fscript%3E/case');
  assert.equal(reply.status, 404);
  assert.equal(reply.headers['content-type'], 'application/json');
});

test('a client that waits for leave to send its body gets it', async () => {
  const connection = connect(server);
  connection.socket.write(`POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`);
  while (!connection.received.includes('\r\n\r\n')) await sleep(5);
  assert.match(connection.received, /^HTTP\/1\.1 100 Continue\r\n\r\n$/);
  connection.socket.write('{}');
  await connection.closed;
  assert.deepEqual(statusesIn(connection.received), [100, 200]);
});

test('a body in chunks is put together', async () => {
  const connection = connect(server);
  connection.socket.write(`POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\n{\r\n1;note=x\r\n}\r\n0\r\nTrailer: x\r\n\r\n`);
  await connection.closed;
  assert.deepEqual(statusesIn(connection.received), [200]);
});

test('it ends at once when it is told to, with 0', async () => {
  const another = await serve({ cases: undefined });
  const open = connect(another);
  await open.opened;
  await another.stop();
  await open.closed;
});
