// One script, one style sheet, one page, with names that never change: the C++ build embeds them by these names.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { licence_notices } from './tools/notices';

// The report file puts the script between <script> tags, so that it must not hold one.
function refuse_script_tags(): Plugin {
  return {
    name: 'refuse-script-tags',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk' && /<\/?script/i.test(part.code)) {
          this.error(`${part.fileName} holds the text of a script tag and could not stand inside the report page`);
        }
      }
    },
  };
}

// Plain tags that the report can find and replace; `crossorigin` would keep a page opened from disk from its own files.
function plain_tags(): Plugin {
  return {
    name: 'plain-tags',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll(' crossorigin', ''),
    },
  };
}

export default defineConfig({
  base: './',
  // Vega-Lite takes only small helpers from the whole of Vega; src/charts/vega.ts says which parts are wanted.
  resolve: { alias: [{ find: /^vega$/, replacement: 'vega-util' }] },
  plugins: [svelte(), licence_notices(), refuse_script_tags(), plain_tags()],
  build: {
    outDir: process.env.ENTENTE_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER, // fonts stand in the style sheet
    chunkSizeWarningLimit: 1400,
    reportCompressedSize: false,
    rollupOptions: {
      output: {
        inlineDynamicImports: true,
        entryFileNames: 'entente.js',
        assetFileNames: 'entente[extname]',
      },
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
});
