import Database from 'better-sqlite3';

/** The four bytes that say "this SQLite file is a Røst workspace": "Røst" in Latin-1. */
export const applicationId = 0x52f87374;

/** Cipher and key derivation, fixed here because they are part of the file format (docs/security.md). */
const cipherPragmas = ["cipher='chacha20'", 'legacy=0', 'kdf_iter=64007'];

/** Every pragma a workspace runs under, with the value that reading it back must give. */
export const pragmas: readonly (readonly [name: string, set: string, expect: number | string])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'TRUNCATE', 'truncate'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  // Without this, a trigger does not see the rows that a conflict clause removes.
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  // Deleted answers are overwritten, not just forgotten.
  ['secure_delete', 'ON', 1],
  // No personal data in temporary files.
  ['temp_store', 'MEMORY', 2],
];

export interface ConnectionOptions {
  readonly passphrase?: string;
  readonly readonly?: boolean;
  readonly mustExist?: boolean;
}

/**
 * Opens an SQLite file with the workspace's pragmas. Nothing is read before the key is given.
 * @throws SqliteError with code SQLITE_NOTADB (not a database, or wrong passphrase), SQLITE_BUSY, SQLITE_CANTOPEN …
 */
export function openConnection(path: string, options: ConnectionOptions = {}): Database.Database {
  const db = new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? false,
    timeout: 0,
  });
  try {
    if (options.passphrase !== undefined) applyKey(db, options.passphrase, 'key');
    for (const [name, set] of pragmas) {
      if (options.readonly === true && (name === 'journal_mode' || name === 'locking_mode')) continue;
      db.pragma(`${name}=${set}`);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Sets, changes or (with an empty text) removes the passphrase of an open file. The journal it is written through holds every page as it
 * was; TRUNCATE empties it at once, where DELETE under an exclusive lock would leave it lying with the clear text.
 */
export function rekey(db: Database.Database, passphrase: string): void {
  applyKey(db, passphrase, 'rekey');
}

/**
 * Sets the cipher's parameters and gives (`key`) or changes (`rekey`) the passphrase; empty removes it. Composed (NFC), as RFC 8265 has
 * it: keyboards and programs write å in one sign or in two, and whoever types the same must get in.
 */
function applyKey(db: Database.Database, passphrase: string, verb: 'key' | 'rekey'): void {
  for (const pragma of cipherPragmas) db.pragma(pragma);
  db.pragma(`${verb}='${passphrase.normalize('NFC').replaceAll("'", "''")}'`);
}
