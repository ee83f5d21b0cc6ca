import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Serves the gallery of components for looking at them; no part of the product is built from here. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../../.cache/vite-gallery', import.meta.url)),
  plugins: [react()],
  // light-dark() must reach the browser as it is: rewritten, it would be resolved on the root element only.
  build: { target: ['chrome130', 'firefox130', 'safari18'] },
  server: { fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] } },
});
