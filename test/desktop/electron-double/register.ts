import { registerHooks } from 'node:module';

// Whoever imports electron gets the double; nothing of the package itself is ever run.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('electron.ts', import.meta.url).href, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
