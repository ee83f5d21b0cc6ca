import { contextBridge, ipcRenderer } from 'electron';

// The names stand in electron/desktop/channels.ts too: a preload is one file that imports nothing but electron.
const pipe = 'rost:pipe';
const chooseWorkspace = 'rost:choose-workspace';
const saveBlob = 'rost:save-blob';
const savePdf = 'rost:save-pdf';
const printBlob = 'rost:print-blob';
const openMail = 'rost:open-mail';
const command = 'rost:command';

let onCommand: (id: string) => void = () => {};
ipcRenderer.on(command, (_event, id: unknown) => {
  if (typeof id === 'string') onCommand(id);
});
// The port goes to the page as a port; contextBridge could only copy it.
ipcRenderer.on(pipe, (event) => window.postMessage('rost-pipe', location.origin, [...event.ports]));

/** What the page may do beyond the web's own means. No channel name and no event object gets across. */
const bridge = {
  info: { mode: 'desktop', platform: process.platform },
  host: {
    requestPipe: (windowId: string): void => ipcRenderer.send(pipe, windowId),
    chooseWorkspace: (purpose: 'open' | 'create'): Promise<string | null> =>
      ipcRenderer.invoke(chooseWorkspace, purpose) as Promise<string | null>, // what main's handler answers
    saveBlob: async (ticket: string, name: string): Promise<boolean> => {
      const outcome: unknown = await ipcRenderer.invoke(saveBlob, ticket, name);
      if (outcome !== 'saved' && outcome !== 'cancelled') throw new Error('the file was not saved');
      return outcome === 'saved';
    },
    /** The page as it prints, as a PDF under a name of the person's choice; false when cancelled. */
    savePdf: async (name: string): Promise<boolean> => {
      const outcome: unknown = await ipcRenderer.invoke(savePdf, name);
      if (outcome !== 'saved' && outcome !== 'cancelled') throw new Error('the file was not saved');
      return outcome === 'saved';
    },
    /** The page as it prints, as a PDF sent in with a ticket; false when that could not be done. */
    printBlob: async (ticket: string): Promise<boolean> => (await ipcRenderer.invoke(printBlob, ticket)) === true,
    /** Opens a mailto: draft in the person's mail program; false when that could not be done. */
    openMail: async (href: string): Promise<boolean> => (await ipcRenderer.invoke(openMail, href)) === true,
    /** One listener per page: a new one takes the old one's place. */
    onCommand: (listener: (id: string) => void): void => {
      onCommand = listener;
    },
  },
} as const;

contextBridge.exposeInMainWorld('bridge', bridge);
