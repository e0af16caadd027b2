import { describe, expect, test } from 'vitest';
import { NoDocuments, open } from '../src/documents';

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const never = (): Promise<Response> => Promise.reject(new Error('a report asks no server'));

// A server that knows these addresses and notes what it was asked.
function server(answers: Record<string, () => Response>) {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (address: string): Promise<Response> => {
      asked.push(address);
      return answers[address]?.() ?? json({ error: { what: 'no such address', advice: null } }, 404);
    },
  };
}
const api = { api: () => json({ version: '0.1.0', mode: 'serve', cases: [{ id: 'one', title: 'One', sha256: '' }, { id: 'two', title: 'Two', sha256: '' }] }) };

describe('a report', () => {
  test('gives the documents inside it and asks no server', async () => {
    const source = await open({ embedded: '{"mode":"report","documents":{"items":{"case":"tiny","items":[]}}}', search: '', fetch: never });
    expect(source.mode).toBe('report');
    expect(await source.load('items')).toEqual({ document: { case: 'tiny', items: [] } });
  });
  test('names a document that it does not hold', async () => {
    const source = await open({ embedded: '{"documents":{}}', search: '', fetch: never });
    expect(await source.load('agreement')).toEqual({
      missing: { name: 'agreement', what: 'This report holds no document named “agreement”.', advice: null },
    });
  });
  test('that was cut short says what to do', async () => {
    await expect(open({ embedded: '{"documents":{"ass', search: '', fetch: never })).rejects.toThrow(NoDocuments);
  });
});

describe('a served case', () => {
  test('is the first, or the one that the address names', async () => {
    expect((await open({ embedded: null, search: '', fetch: server(api).fetch })).chosen).toBe('one');
    expect((await open({ embedded: null, search: '?case=two', fetch: server(api).fetch })).chosen).toBe('two');
  });
  test('is asked for each document once', async () => {
    const { asked, fetch } = server({ ...api, 'api/cases/one/items': () => json({ case: 'one', items: [] }) });
    const source = await open({ embedded: null, search: '', fetch });
    await Promise.all([source.load('items'), source.load('items')]);
    expect(asked).toEqual(['api', 'api/cases/one/items']);
  });
  test('passes on the reason that the server gives', async () => {
    const { fetch } = server({
      ...api,
      'api/cases/one/assess': () => json({ error: { what: 'you code blind: verdicts are hidden', advice: 'finish coding first' } }, 403),
    });
    const source = await open({ embedded: null, search: '', fetch });
    expect(await source.load('assess')).toEqual({
      missing: { name: 'assess', what: 'you code blind: verdicts are hidden', advice: 'finish coding first' },
    });
  });
  test('that stops answering is a reason, not an empty document', async () => {
    const { fetch } = server(api);
    const source = await open({ embedded: null, search: '', fetch: async (address) => (address === 'api' ? fetch(address) : never()) });
    expect(await source.load('items')).toMatchObject({ missing: { what: 'The server does not answer.' } });
  });
  test('whose answer is no JSON says so', async () => {
    const { fetch } = server({ ...api, 'api/cases/one/items': () => new Response('<html>', { status: 502 }) });
    const source = await open({ embedded: null, search: '', fetch });
    expect(await source.load('items')).toMatchObject({ missing: { what: "The server's answer is no JSON (status 502)." } });
  });
  test('without any server is told in words', async () => {
    await expect(open({ embedded: null, search: '', fetch: never })).rejects.toThrow('No documents');
  });
});
