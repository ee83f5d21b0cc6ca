import { z } from 'zod';
import { Ticket } from '../model/ids.ts';
import { session } from './kit.ts';

/** One keyboard writes å as one character, another as a with a ring: it is the same passphrase. */
export const Passphrase = z.string().transform((typed) => typed.normalize('NFC'));
const Given = Passphrase.pipe(z.string().min(1).max(200)).optional();

/** What the window needs to know about the open file; null when none is open. */
export const WorkspaceStatus = z.strictObject({
  workspace: z
    .strictObject({
      name: z.string(),
      isReadOnly: z.boolean(),
      isEncrypted: z.boolean(),
      wasRecovered: z.boolean(),
      isSample: z.boolean(),
      openedAt: z.string(),
      lastSavedAt: z.string().nullable(),
    })
    .nullable(),
  user: z.strictObject({ name: z.string() }),
  version: z.string(),
});
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>;

export const RecentWorkspace = z.strictObject({ path: z.string(), name: z.string(), folder: z.string(), openedAt: z.string() });
export type RecentWorkspace = z.infer<typeof RecentWorkspace>;

export const BackupInfo = z.strictObject({ file: z.string(), madeAt: z.string(), reason: z.string(), byteCount: z.int() });
export type BackupInfo = z.infer<typeof BackupInfo>;

const openErrors = [
  'WORKSPACE_MISSING',
  'NOT_A_WORKSPACE',
  'WORKSPACE_NEWER',
  'WORKSPACE_LOCKED',
  'WRONG_PASSPHRASE',
  'WORKSPACE_DAMAGED',
  'BACKUP_BAD',
] as const;

export const workspace = {
  status: session({ input: z.strictObject({}), output: WorkspaceStatus }),
  listRecent: session({
    input: z.strictObject({}),
    output: z.strictObject({ recent: z.array(RecentWorkspace), defaultFolder: z.string() }),
  }),
  /** Opens a file and closes the one that was open. Every window of this program follows. */
  open: session({
    input: z.strictObject({ path: z.string().min(1).max(4096), passphrase: Given }),
    output: WorkspaceStatus,
    errors: openErrors,
    touches: ['workspace'],
  }),
  create: session({
    input: z.strictObject({ path: z.string().min(1).max(4096), passphrase: Given }),
    output: WorkspaceStatus,
    errors: ['WORKSPACE_EXISTS', 'WORKSPACE_MISSING'],
    touches: ['workspace'],
  }),
  /** Opens the invented sample as a fresh copy in a new file. */
  openSample: session({ input: z.strictObject({}), output: WorkspaceStatus, errors: openErrors, touches: ['workspace'] }),
  close: session({ input: z.strictObject({}), output: WorkspaceStatus, touches: ['workspace'] }),
  listBackups: session({ input: z.strictObject({}), output: z.strictObject({ backups: z.array(BackupInfo) }) }),
  makeBackup: session({ input: z.strictObject({}), output: BackupInfo, errors: ['BACKUP_BAD'], touches: ['workspace'] }),
  /** Puts a backup in the file's place; what the file held is first kept as a backup of its own. */
  restoreBackup: session({
    input: z.strictObject({ file: z.string().max(255) }),
    output: WorkspaceStatus,
    errors: ['BACKUP_BAD', 'WORKSPACE_DAMAGED'],
    touches: ['workspace'],
  }),
  /** Sets, changes or (with null) removes the passphrase, of the file and of its backups. */
  setPassphrase: session({
    input: z.strictObject({ passphrase: Passphrase.pipe(z.string().min(8).max(200)).nullable() }),
    /** `backupsLeft`: backups that could not be given the new passphrase and keep the one they had. */
    output: z.strictObject({ ...WorkspaceStatus.shape, backupsLeft: z.int() }),
    touches: ['workspace'],
  }),
  /** A ticket for sending one file in (POST /blob/…). */
  requestUpload: session({ input: z.strictObject({ name: z.string().min(1).max(255) }), output: z.strictObject({ ticket: Ticket }) }),
};
