// What the two benchmarks of pages share: the servers that are measured, and the statistics.
//
// ENTENTE_PROGRAM   the program (bench/run_pages sets it)

import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const SOURCES = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const from_web = createRequire(`${SOURCES}/web/package.json`);
const PATIENCE = 120_000; // milliseconds

function started(command, words) {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill('SIGTERM');
  process.on('exit', end);
  return child;
}

function ending(child) {
  return () => new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.on('exit', done);
    child.kill('SIGTERM');
  });
}

// `entente serve` on a free port: the address that it prints, and the way to end it.
export async function serve(...words) {
  const child = started(process.env.ENTENTE_PROGRAM, ['serve', ...words, '--port', '0', '--no-open']);
  let said = '';
  const address = await new Promise((found, failed) => {
    const timer = setTimeout(() => failed(new Error(`no address within ${PATIENCE} ms: ${said}`)), PATIENCE);
    const listen = (bytes) => {
      said += bytes;
      const [, printed] = /(http:\/\/\S+)\n/.exec(said) ?? [];
      if (printed === undefined) return;
      clearTimeout(timer);
      found(printed);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
  });
  return { address, end: ending(child) };
}

const is_open = (port) => new Promise((answer) => {
  const socket = connect(port, '127.0.0.1');
  socket.on('connect', () => (socket.destroy(), answer(true)));
  socket.on('error', () => answer(false));
});

const free_port = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

// The rival's page; it answers once it has read its table.
export async function serve_rival(items) {
  const port = await free_port();
  const child = started('Rscript', [`${SOURCES}/bench/rival_page.R`, items, String(port)]);
  let said = '';
  child.stderr.on('data', (bytes) => (said += bytes));
  for (const begun = Date.now(); !(await is_open(port)); await new Promise((later) => setTimeout(later, 50))) {
    if (child.exitCode !== null || Date.now() - begun > PATIENCE) throw new Error(`the rival does not answer: ${said}`);
  }
  return { address: `http://127.0.0.1:${port}/`, end: ending(child) };
}

const ascending = (values) => [...values].sort((one, other) => one - other);
// The value that so large a share of all do not exceed.
export const percentile = (values, share) => ascending(values)[Math.max(0, Math.ceil(share * values.length) - 1)];
export function median(values) {
  const sorted = ascending(values);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

export const milliseconds = (value) => (value === undefined ? '—' : value.toFixed(value < 100 ? 1 : 0));
export const megabytes = (bytes) => (bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 1);
