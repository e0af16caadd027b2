// The licences of what is built in: they ask that their notice goes where the code goes, so it opens the script.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Notice {
  name: string;
  version: string;
  licence: string;
  holders: string[];
  text: string; // of the licence, without the lines that name its holders
}

function package_folder(module_id: string): string | null {
  const at = module_id.lastIndexOf('/node_modules/');
  if (at < 0) return null;
  const parts = module_id.slice(at + '/node_modules/'.length).split('/');
  return join(module_id.slice(0, at), 'node_modules', ...parts.slice(0, parts[0]?.startsWith('@') ? 2 : 1));
}

function notice_of(folder: string): Notice {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license?: string };
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const lines = file ? readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/) : [];
  const names_holder = (line: string): boolean => /^\s*copyright\b/i.test(line);
  return {
    name: about.name,
    version: about.version,
    licence: about.license ?? 'see its licence',
    holders: lines.filter(names_holder).map((line) => line.trim().replace(/\s+/g, ' ')),
    text: lines.filter((line) => !names_holder(line)).join('\n').replace(/\n{3,}/g, '\n\n').trim(),
  };
}

// One text for each licence, after the packages that are under it.
function compose(notices: Notice[]): string {
  const licences = [...new Set(notices.map(({ licence }) => licence))].sort();
  const parts = licences.map((licence) => {
    const members = notices.filter((notice) => notice.licence === licence);
    const names = members.map(({ name, version, holders }) => ` ${name} ${version}: ${holders.join('; ') || 'see its package'}`);
    return [`Under the ${licence} licence:`, ...names, '', members.find(({ text }) => text !== '')?.text ?? ''].join('\n');
  });
  return ['This file holds code of others.', ...parts].join('\n\n').replaceAll('*/', '* /');
}

export function licence_notices(): Plugin {
  return {
    name: 'licence-notices',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const folders = new Set(Object.keys(chunk.modules).map((id) => package_folder(id.replace(/^\0/, '').replace(/\?.*$/, ''))));
        const notices = [...folders]
          .filter((folder): folder is string => folder !== null && existsSync(join(folder, 'package.json')))
          .sort()
          .map(notice_of);
        chunk.code = `/*!\n${compose(notices)}\n*/\n${chunk.code}`;
      }
    },
  };
}
