// Starts the server under test, and speaks to it: by Node's HTTP client where a request is ordinary, by a bare socket
// where every byte matters.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const casesFolder = join(here, '..', 'cases');
const program = process.env.ENTENTE_TEST_SERVER;

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// A copy of test cases that a test may change: { folder, paths, remove }.
export function copyOfCases(names) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-server-'));
  const paths = names.map((name) => join(folder, name));
  names.forEach((name, i) => cpSync(join(casesFolder, name), paths[i], { recursive: true }));
  return { folder, names, paths, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// Starts the server; resolves once it listens: { port, host, token, stop }.
export async function serve({ cases = [join(casesFolder, 'tiny'), join(casesFolder, 'two-coders')], beside = [], edit, blind, limits = {} } = {}) {
  const words = beside.flatMap((path) => ['--beside', path]);
  if (edit) words.push('--edit', edit);
  if (blind) words.push('--blind');
  for (const [name, number] of Object.entries(limits)) words.push('--limit', `${name}=${number}`);
  const child = spawn(program, [...words, ...cases], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (text) => (complaints += text));
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal, complaints })));
  const line = await Promise.race([
    new Promise((resolve) => child.stdout.once('data', (text) => resolve(String(text).trim()))),
    ended.then((end) => { throw new Error(`the server ended: ${JSON.stringify(end)}`); }),
  ]);
  const url = new URL(line);
  return {
    child,
    ended,
    port: Number(url.port),
    host: url.host,
    token: url.searchParams.get('token'),
    // Ends it as a user does; fails if a sanitizer found anything.
    async stop() {
      child.kill('SIGTERM');
      const end = await ended;
      if (end.code !== 0) throw new Error(`the server ended badly: ${JSON.stringify(end)}`);
    },
  };
}

// One ordinary request, on a connection of its own unless an agent keeps some: { status, headers, text, json }.
export function ask(server, path, { method = 'GET', headers = {}, body, agent = false } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: server.port, path, method, headers, agent }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        let json;
        try { json = JSON.parse(text); } catch { /* no JSON: the test looks at the text */ }
        resolve({ status: response.statusCode, headers: response.headers, text, json });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export const post = (server, path, body, headers = {}) =>
  ask(server, path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } });

// A bare connection. `received` is all that came, `closed` resolves when the server (or an error) ended it.
export function connect(server) {
  const socket = net.connect({ host: '127.0.0.1', port: server.port, allowHalfOpen: true });
  const connection = { socket, received: '', isClosed: false };
  socket.setEncoding('latin1');
  socket.on('data', (text) => (connection.received += text));
  socket.on('error', () => {});
  connection.closed = new Promise((resolve) => {
    const end = () => { connection.isClosed = true; socket.destroy(); resolve(); };
    socket.on('end', end);
    socket.on('close', end);
  });
  connection.opened = new Promise((resolve) => { socket.once('connect', resolve); socket.once('close', resolve); });
  return connection;
}

// Sends bytes, waits until the server closes or the time is over, and gives what came.
export async function raw(server, bytes, { patience = 5000 } = {}) {
  const connection = connect(server);
  await connection.opened;
  connection.socket.write(bytes, 'latin1');
  let timer;
  await Promise.race([connection.closed, new Promise((resolve) => (timer = setTimeout(resolve, patience)))]);
  clearTimeout(timer);
  connection.socket.destroy();
  return connection;
}

export const statusesIn = (text) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((found) => Number(found[1]));
