// docs/openapi.yaml: every example in it is asked of the server, and every reply held to its schema. The schemas of the
// file are open (keys may be added); here they are closed, so that a key which the file does not describe fails.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { ask, copyOfCases, post, serve } from './harness.mjs';

const text = readFileSync(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8');
const description = parse(text);

// ---- schemas, closed -------------------------------------------------------------------------------------------------
// Of each schema an open variant is kept for those that are composed of it.
const kOpen = '-open';
const openReference = (schema) => (schema.$ref ? { ...schema, $ref: schema.$ref + kOpen } : schema);

function closed(schema, isPart = false) {
  if (Array.isArray(schema)) return schema.map((each) => closed(each));
  if (schema === null || typeof schema !== 'object') return schema;
  const result = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') result[key] = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, closed(each)]));
    else if (key === 'allOf') result[key] = value.map((each) => closed(openReference(each), true));
    else if (['required', 'enum', 'example', 'examples', 'description'].includes(key)) result[key] = value;
    else result[key] = closed(value);
  }
  if (!isPart && (schema.properties || schema.allOf) && schema.additionalProperties === undefined) result.unevaluatedProperties = false;
  return result;
}

const schemas = {};
for (const [name, schema] of Object.entries(description.components.schemas)) {
  schemas[name] = closed(schema);
  schemas[name + kOpen] = closed(schema, true);
}
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'file:///description', components: { schemas } });

const judges = new Map();
function judge(schema) {
  const key = JSON.stringify(schema);
  if (!judges.has(key)) judges.set(key, ajv.compile(JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/', '"file:///description#/'))));
  return judges.get(key);
}

function holds(schema, json, what) {
  const check = judge(schema);
  const found = check(json) ? [] : check.errors;
  const problems = new Set(found.map((error) => `${error.instancePath.replace(/\/\d+/g, '/…')} ${error.message} ${JSON.stringify(error.params)}`));
  assert.deepEqual([...problems].slice(0, 8), [], what);
}

// ---- requests, out of the examples -----------------------------------------------------------------------------------
const resolved = (thing) => (thing.$ref ? thing.$ref.slice(2).split('/').reduce((at, step) => at[step], description) : thing);

function parametersOf(item, operation) {
  return [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
}

function target(path, parameters, withOptional) {
  const query = new URLSearchParams();
  for (const each of parameters) {
    if (each.in === 'path') {
      assert.notEqual(each.example, undefined, `${path}: ${each.name} has an example`);
      path = path.replace(`{${each.name}}`, encodeURIComponent(each.example));
    } else if (each.example !== undefined && (withOptional || each.required)) {
      for (const value of [each.example].flat()) query.append(each.name, value);
    }
  }
  return query.size === 0 || String(query) === '' ? path : `${path}?${query}`;
}

function contentOf(operation, status) {
  const response = resolved(operation.responses[String(status)] ?? operation.responses.default);
  return response.content;
}

let copy;
let server;
before(async () => {
  copy = copyOfCases(['tiny', 'two-coders', 'threatened', 'burdened']);
  server = await serve({ cases: copy.paths, beside: [copy.paths[copy.names.indexOf('two-coders')]], edit: 'first' });
});
after(async () => {
  await server.stop();
  copy.remove();
});

// What is made of official data alone: the tests have none here.
const withoutData = ['backtest'];

const token = (operation) => ((operation.security ?? []).length > 0 ? { 'X-Entente-Token': server.token } : {});

for (const [path, item] of Object.entries(description.paths)) {
  for (const method of ['get', 'post'].filter((each) => item[each])) {
    const operation = item[method];
    const parameters = parametersOf(item, operation);
    if (method === 'get') {
      const asked = parameters.filter((each) => each.in === 'query' && each.example !== undefined);
      const variants = asked.length === 0 ? [false] : asked.some((each) => each.required) ? [true] : [true, false];
      for (const withOptional of variants) {
        const url = target(path, parameters, withOptional);
        test(`GET ${url}`, async () => {
          const reply = await ask(server, url, { headers: token(operation) });
          if (withoutData.includes(operation.operationId)) {
            assert.equal(reply.status, 404, reply.text.slice(0, 500));
            return holds({ $ref: '#/components/schemas/Failure' }, reply.json, url);
          }
          assert.equal(reply.status, 200, reply.text.slice(0, 500));
          const content = contentOf(operation, 200);
          assert.ok(Object.keys(content).includes(reply.headers['content-type']), reply.headers['content-type']);
          if (content['application/json']) holds(content['application/json'].schema, reply.json, url);
          else assert.equal(reply.text, text);
        });
      }
    } else {
      const { schema, examples } = operation.requestBody.content['application/json'];
      test(`POST ${path} has examples`, () => assert.ok(Object.keys(examples).length > 0));
      for (const [name, example] of Object.entries(examples)) {
        const url = target(path, parameters, true);
        test(`POST ${url}: ${name}`, async () => {
          holds(schema, example.value, 'the example itself');
          const reply = await post(server, url, example.value, token(operation));
          assert.equal(reply.status, 200, reply.text.slice(0, 1000));
          holds(contentOf(operation, 200)['application/json'].schema, reply.json, url);
        });
      }
    }
  }
}

test('every document that the server has is described, and the other way round', async () => {
  const refused = await ask(server, '/api/cases/tiny/else');
  const known = refused.json.error.advice.replace('the documents: ', '').split(', ');
  const notDocuments = ['work', 'entry'];
  const described = Object.entries(description.paths)
    .filter(([path, item]) => path.startsWith('/api/cases/') && item.get)
    .map(([path]) => path.split('/').pop())
    .filter((name) => !notDocuments.includes(name));
  assert.deepEqual([...described].sort(), [...known].sort());
});

const failures = [
  ['GET', '/api/cases/tiny/assess?focal=nowhere', 404],
  ['GET', '/api/cases/tiny/assess?focal=late&focal=early', 400],
  ['GET', '/api/cases/tiny/assess?seed=x', 400],
  ['GET', '/api/cases/tiny/assess?fokal=late', 400],
  ['GET', '/api/cases/tiny/agreement', 404],
  ['GET', '/api/cases/tiny/threat', 404],
  ['GET', '/api/cases/tiny/burden', 404],
  ['GET', '/api/cases/nowhere/assess', 404],
  ['GET', '/api/cases/tiny/edits', 405],
  ['GET', '/api/cases/tiny/work', 401],
  ['POST', '/api/cases/tiny/what-if', 422, '{'],
  ['POST', '/api/cases/tiny/what-if', 400, '{"changes":{"prior.weakend":0.1}}'],
  ['POST', '/api/cases/tiny/what-if', 400, '{"set_aside":["nothing"]}'],
];
for (const [method, url, status, body] of failures) {
  test(`${method} ${url}${body ? ` ${body}` : ''} is refused with ${status} as described`, async () => {
    const reply = method === 'GET' ? await ask(server, url) : await post(server, url, body);
    assert.equal(reply.status, status, reply.text);
    holds({ $ref: '#/components/schemas/Failure' }, reply.json, url);
  });
}
