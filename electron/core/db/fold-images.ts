import type Database from 'better-sqlite3';

interface Image {
  readonly n: number;
  readonly table_name: string;
  readonly row_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Number of the last row image there is. */
export function lastImage(db: Database.Database): number {
  // One integer or null.
  return (db.prepare('SELECT max(n) FROM op_change').pluck().get() as number | null) ?? 0;
}

/**
 * Puts the images written since `from` together with those that the same operation already has of the same rows. A text that is
 * saved every half second while it is typed would otherwise leave a whole copy of itself behind each time. Answers keep every image:
 * they are small, and a value that was replaced stays in the history.
 */
export function foldImages(db: Database.Database, seq: number, from: number): void {
  const fresh = db.prepare(
    `SELECT n, table_name, row_id, before, after FROM op_change
     WHERE op_seq = :seq AND n > :from AND table_name NOT IN ('answer', 'second_answer') ORDER BY n`,
  );
  const earlier = db.prepare(
    `SELECT n, before, after FROM op_change WHERE table_name = :table AND row_id = :rowId AND op_seq = :seq AND n < :n ORDER BY n DESC LIMIT 1`,
  );
  const extend = db.prepare('UPDATE op_change SET after = :after WHERE n = :n');
  const drop = db.prepare('DELETE FROM op_change WHERE n = :n');
  // Columns as the statements name them.
  for (const image of fresh.all({ seq, from }) as Image[]) {
    const known = earlier.get({ table: image.table_name, rowId: image.row_id, seq, n: image.n }) as
      | Pick<Image, 'n' | 'before' | 'after'>
      | undefined;
    if (known === undefined || known.after !== image.before) continue;
    drop.run({ n: image.n });
    if (known.before === image.after) drop.run({ n: known.n });
    else extend.run({ n: known.n, after: image.after });
  }
}
