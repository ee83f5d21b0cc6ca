const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})\.(\d{2})\.(\d{2}\.\d{3})Z ([a-z-]+)\.rost$/u;

/** When a backup was made (UTC ISO) and why, by its file's name; null for another file. A colon is no sign that every file system takes. */
export function readBackupName(file: string): { readonly madeAt: string; readonly reason: string } | null {
  const [, day, hours, minutes, seconds, reason] = pattern.exec(file) ?? [];
  return reason === undefined ? null : { madeAt: `${day}T${hours}:${minutes}:${seconds}Z`, reason };
}
