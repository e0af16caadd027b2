// Where the program listens when nobody says otherwise: on this machine for this machine, and nowhere else.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { copy_of, serve } from './program.mjs';

const LISTENING = '0A';

// The addresses, in the hexadecimal of Linux, at which somebody listens on the port.
function addresses_of(port) {
  return ['/proc/net/tcp', '/proc/net/tcp6'].filter(existsSync).flatMap((table) =>
    readFileSync(table, 'utf8').trim().split('\n').slice(1).flatMap((line) => {
      const [, local, , state] = line.trim().split(/\s+/);
      const [address, at] = local.split(':');
      return state === LISTENING && parseInt(at, 16) === port ? [address] : [];
    }));
}

describe('entente serve without --host', () => {
  let server;
  before(async () => {
    server = await serve(copy_of('tests/cases/tiny'), '--edit', '--coder', 'first');
  });
  after(async () => {
    await server?.end();
  });

  it('listens on 127.0.0.1 and nowhere else', () => {
    assert.deepEqual(addresses_of(Number(new URL(server.url).port)), ['0100007F']);
  });

  it('gives its token in the address that it prints, and in no answer', async () => {
    const { origin, searchParams } = new URL(server.url);
    const token = searchParams.get('token');
    assert.match(token, /^[0-9a-f]{32,}$/);
    for (const path of ['/', '/api', '/entente.js', '/api/cases/tiny/case', '/api/cases/tiny/assess']) {
      const answer = await fetch(origin + path);
      assert.equal(answer.status, 200, path);
      assert.ok(!(await answer.text()).includes(token), `${path} gives the token away`);
    }
    assert.equal((await fetch(`${origin}/api/cases/tiny/work?coder=first`)).status, 401);
    assert.equal((await fetch(`${origin}/api/cases/tiny/work?coder=first`, { headers: { 'x-entente-token': token } })).status, 200);
  });
});
