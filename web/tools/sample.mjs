// Makes a report-like page from a folder of the program's JSON, to work on the pages without building the program:
//   entente assess CASE --format json > DIR/assess.json … and then  node tools/sample.mjs DIR PAGE.html
// A document may be named as it is (items.json) or as `show` names it (show-items.json). Some may be lacking.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = [
  'case', 'assess', 'trajectory', 'continuity', 'figures', 'agreement', 'check', 'items', 'sources', 'claims', 'meetings',
  'corrections', 'scenarios', 'theory', 'protocol',
];

const [folder, page] = process.argv.slice(2);
if (folder === undefined || page === undefined) {
  console.error('usage: node tools/sample.mjs FOLDER_OF_JSON PAGE.html   (after npm run build)');
  process.exit(2);
}
const built = process.env.ENTENTE_WEB_OUT ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');

const documents = {};
for (const name of NAMES) {
  const file = [`${name}.json`, `show-${name}.json`].map((one) => join(folder, one)).find(existsSync);
  if (file) documents[name] = JSON.parse(readFileSync(file, 'utf8'));
}
const escapes = { '<': '\\u003c', '\u2028': '\\u2028', '\u2029': '\\u2029' };
const json = JSON.stringify({ mode: 'report', documents }).replace(/[<\u2028\u2029]/g, (one) => escapes[one]);
const script = readFileSync(join(built, 'entente.js'), 'utf8');
const style = readFileSync(join(built, 'entente.css'), 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'", "connect-src 'none'", `script-src ${hash(script)} ${hash(json)}`, `style-src ${hash(style)}`,
  'font-src data:', 'img-src data: blob:', "base-uri 'none'", "form-action 'none'",
].join('; ');
// Functions as replacements: a '$' in the texts means nothing.
const html = readFileSync(join(built, 'index.html'), 'utf8')
  .replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
  .replace('<!-- entente:documents -->', () => `<script type="application/json" id="entente-documents">${json}</script>`)
  .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
  .replace(/<script type="module"[^>]*><\/script>/, () => `<script type="module">${script}</script>`);
writeFileSync(page, html);
console.log(`${page}: ${(html.length / 1e6).toFixed(2)} MB (documents ${(json.length / 1e6).toFixed(2)}, script ${(script.length / 1e6).toFixed(2)}, style ${(style.length / 1e6).toFixed(2)})`);
