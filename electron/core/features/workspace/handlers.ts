import { homedir } from 'node:os';
import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { listBackups } from '../../workspace/backup.ts';

export const workspaceHandlers: Handlers<typeof contract.workspace> = {
  status: ({ session }) => session.status(),
  listRecent: ({ session }) => ({ recent: session.recent(), defaultFolder: homedir() }),
  open: ({ session }, input) => session.open(input.path, input.passphrase),
  create: ({ session }, input) => session.create(input.path, input.passphrase),
  openSample: ({ session }) => session.openSample(),
  close: ({ session }) => session.close(),
  listBackups: ({ workspace }) => ({ backups: listBackups(workspace.path) }),
  makeBackup: ({ session }) => session.backup('by-hand'),
  restoreBackup: ({ session }, input) => session.restore(input.file),
  setPassphrase: ({ session }, input) => session.setPassphrase(input.passphrase),
  requestUpload: ({ session }, input) => ({ ticket: session.blobs.expect(input.name) }),
};
