/** Names of the messages between main and preload. They never reach the page. */
export const channels = {
  pipe: 'rost:pipe',
  chooseWorkspace: 'rost:choose-workspace',
  saveBlob: 'rost:save-blob',
  savePdf: 'rost:save-pdf',
  printBlob: 'rost:print-blob',
  openMail: 'rost:open-mail',
  command: 'rost:command',
} as const;
