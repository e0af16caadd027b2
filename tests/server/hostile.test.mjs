// Requests that two readers could understand differently, and bytes that are no request: each is refused or cut off, and
// nothing that hides inside is answered.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, raw, serve, statusesIn } from './harness.mjs';

let server;
before(async () => { server = await serve({ limits: { header: 700, body: 700, idle: 700 } }); });
after(async () => {
  assert.equal((await ask(server, '/api')).status, 200);  // whatever was sent, it goes on
  await server.stop();
});

const hidden = () => `GET /entente.js HTTP/1.1\r\nHost: ${server.host}\r\n\r\n`;
const posted = (headers, body) => `POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: ${server.host}\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`;

const smuggling = {
  'two lengths that differ': ['Content-Length: 2\r\nContent-Length: 40', '{}'],
  'two lengths that agree': ['Content-Length: 2\r\nContent-Length: 2', '{}'],
  'a list of lengths': ['Content-Length: 2, 2', '{}'],
  'a length and chunks': ['Content-Length: 2\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
  'chunks and a length': ['Transfer-Encoding: chunked\r\nContent-Length: 2', '0\r\n\r\n'],
  'an unknown coding': ['Transfer-Encoding: xchunked', '0\r\n\r\n'],
  'chunks that are not the last coding': ['Transfer-Encoding: chunked, identity', '0\r\n\r\n'],
  'a coding before chunks': ['Transfer-Encoding: gzip, chunked', '0\r\n\r\n'],
  'chunks twice': ['Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
  'a coding in a quoted disguise': ['Transfer-Encoding: "chunked"', '0\r\n\r\n'],
  'a coding with a tab': ['Transfer-Encoding:\tchunked\x0b', '0\r\n\r\n'],
  'a blank before the colon': ['Transfer-Encoding : chunked', '0\r\n\r\n'],
  'a length with a sign': ['Content-Length: +2', '{}'],
  'a negative length': ['Content-Length: -1', '{}'],
  'a hexadecimal length': ['Content-Length: 0x2', '{}'],
  'a length beyond 64 bits': ['Content-Length: 18446744073709551618', '{}'],
  'an empty length': ['Content-Length: ', '{}'],
  'a chunk of no number': ['Transfer-Encoding: chunked', 'zz\r\n{}\r\n0\r\n\r\n'],
  'a chunk of a negative number': ['Transfer-Encoding: chunked', '-2\r\n{}\r\n0\r\n\r\n'],
  'a chunk beyond 64 bits': ['Transfer-Encoding: chunked', '10000000000000002\r\n{}\r\n0\r\n\r\n'],
  'a chunk that ends otherwise': ['Transfer-Encoding: chunked', '2\r\n{}x0\r\n\r\n'],
  'a line that ends in a line feed alone': ['X: y\nTransfer-Encoding: chunked', '0\r\n\r\n'],
  'a null byte in a header': ['X: a\0b\r\nContent-Length: 2', '{}'],
};

for (const [name, [headers, body]] of Object.entries(smuggling)) {
  test(`smuggling: ${name}`, async () => {
    const connection = await raw(server, posted(headers, body) + hidden());
    assert.ok(connection.isClosed, 'the connection is cut');
    assert.doesNotMatch(connection.received, /loaded/, 'the hidden request is not answered');
    const statuses = statusesIn(connection.received);
    assert.ok(statuses.length <= 1, `one reply at most: ${statuses}`);
    if (statuses.length === 1) assert.ok([400, 413, 501].includes(statuses[0]), String(statuses));
  });
}

const noRequests = {
  'nothing but line ends': '\r\n\r\n\r\n\r\n',
  'HTTP/0.9': 'GET /\r\n',
  'HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'HTTP/3.7': 'GET / HTTP/3.7\r\nHost: HOST\r\n\r\n',
  'the greeting of TLS': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' + 'x'.repeat(512),
  'random bytes': Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 7919 + 13) % 256)).toString('latin1'),
  'a header without a colon': 'GET / HTTP/1.1\r\nHost HOST\r\n\r\n',
  'a header without a name': 'GET / HTTP/1.1\r\n: x\r\nHost: HOST\r\n\r\n',
  'no host': 'GET / HTTP/1.1\r\n\r\n',
  'two hosts': 'GET / HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n\r\n',
  'a target of another server': 'GET http://HOST/ HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'a target that is a star': 'OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'a tunnel': 'CONNECT HOST HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'a blank in the target': 'GET /a b HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'control characters in the target': 'GET /a\x01b HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'an unknown expectation': 'POST /api/cases/tiny/what-if HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: miracles\r\n\r\n{}',
};

for (const [name, bytes] of Object.entries(noRequests)) {
  test(`no request: ${name}`, async () => {
    const connection = await raw(server, bytes.replaceAll('HOST', server.host));
    assert.ok(connection.isClosed, 'the connection ends within its time');
    for (const status of statusesIn(connection.received)) assert.ok(status >= 400 && status < 500, String(status));
  });
}

test('headers beyond the limit are refused with 431', async () => {
  const connection = await raw(server, `GET / HTTP/1.1\r\nHost: ${server.host}\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`);
  assert.deepEqual(statusesIn(connection.received), [431]);
});

test('headers within the limit are taken', async () => {
  const reply = await ask(server, '/api', { headers: { X: 'y'.repeat(15_000) } });
  assert.equal(reply.status, 200);
});

test('a thousand headers are refused or taken, and nothing breaks', async () => {
  const headers = Array.from({ length: 1000 }, (_, i) => `X${i}: y`).join('\r\n');
  const connection = await raw(server, `GET /api HTTP/1.1\r\nHost: ${server.host}\r\n${headers}\r\nConnection: close\r\n\r\n`);
  assert.equal(statusesIn(connection.received).length, 1);
});

test('a body that announces itself as too long is refused before it is sent', async () => {
  const connection = await raw(server, posted(`Content-Length: ${1024 * 1024 + 1}`, ''));
  assert.deepEqual(statusesIn(connection.received), [413]);
});

test('deeply nested JSON is refused, not followed', async () => {
  const body = '['.repeat(500_000);
  const connection = await raw(server, posted(`Content-Length: ${body.length}\r\nConnection: close`, body));
  assert.deepEqual(statusesIn(connection.received), [422]);
});
