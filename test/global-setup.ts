/** Runs once before the tests: nothing may download Electron by accident. */
export function setup(): void {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere/electron';
}
