// The first line of every command: one clear sentence where Node is too old, and then the command itself.
const napi = Number(process.versions.napi ?? 0);
if (napi < 10) {
  process.stderr.write(
    `Røst needs Node 24 or newer; this is ${process.version}. Run "npm ci" first (on Linux it brings Node 24 along), or install Node 24.\n`,
  );
  process.exit(1);
}
// An accidental import of electron under plain Node gives a path and never reaches for the network.
process.env.ELECTRON_OVERRIDE_DIST_PATH ??= '/nowhere/electron';
const [name, ...words] = process.argv.slice(2);
process.argv.splice(1, process.argv.length - 1, new URL(`./${name}.ts`, import.meta.url).pathname, ...words);
await import(`./${name}.ts`);
