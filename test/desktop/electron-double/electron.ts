/** What `import { … } from 'electron'` gets: what the program uses, and no more. A name that is not here fails to link. */
export { app, protocol } from './app.ts';
export { BrowserWindowDouble as BrowserWindow, session } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';
export { MessageChannelMainDouble as MessageChannelMain } from './ports.ts';
export { dialog, Menu, nativeTheme, shell } from './shell.ts';
import './control.ts';
