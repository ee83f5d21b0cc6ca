import Database from 'better-sqlite3';
import { createChance } from '../../scripts/sample/random.ts';
import { segmentMeetings, type SegmentColumns } from '../../shared/statistics/index.ts';
import { contest } from './contest.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';
import type { BenchContext } from './workspaces.ts';

interface Size {
  readonly name: string;
  readonly texts: number;
}

const themes = 60;
const perText = 20;
const usual: Size = { name: 'M 100k', texts: 5000 };
const large: Size = { name: 'L 1M', texts: 50_000 };

/** Twenty segments of different themes in every text, so that there is nothing to unite and SQL counts the same by a plain join. */
function makeSegments({ texts }: Size): SegmentColumns {
  const chance = createChance(5);
  const count = texts * perText;
  const columns = { text: new Int32Array(count), theme: new Int32Array(count), start: new Int32Array(count), end: new Int32Array(count) };
  for (let text = 0; text < texts; text += 1) {
    const first = chance.below(themes);
    const rows = Array.from({ length: perText }, (_, at) => {
      const start = chance.below(1500);
      return { theme: (first + at * 7) % themes, start, end: start + 20 + chance.below(180) };
    }).toSorted((a, b) => a.start - b.start);
    for (const [at, row] of rows.entries()) {
      const place = text * perText + at;
      columns.text[place] = text;
      columns.theme[place] = row.theme;
      columns.start[place] = row.start;
      columns.end[place] = row.end;
    }
  }
  return columns;
}

/** The same segments in a database in memory, with the index a join wants. */
function toDatabase({ text, theme, start, end }: SegmentColumns): Database.Database {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE segment (text INTEGER, theme INTEGER, start INTEGER, "end" INTEGER)');
  const insert = db.prepare('INSERT INTO segment VALUES (?, ?, ?, ?)');
  db.transaction(() => {
    for (let at = 0; at < text.length; at += 1) insert.run(text[at], theme[at], start[at], end[at]);
  })();
  db.exec('CREATE INDEX segment_by_text ON segment (text, start, "end", theme); ANALYZE');
  return db;
}

const joinSql = `SELECT a.theme, b.theme, count(*) FROM segment a JOIN segment b
ON b.text = a.text AND b.theme <> a.theme AND b.start < a."end" AND a.start < b."end" GROUP BY 1, 2`;

async function counting(size: Size): Promise<Result> {
  const segments = makeSegments(size);
  using db = asDisposable(toDatabase(segments));
  const join = db.value.prepare(joinSql).raw();
  const own = (): Int32Array => segmentMeetings(segments, themes).touched;
  // Three whole numbers a row.
  const peer = (): [number, number, number][] => join.all() as [number, number, number][];
  const expected = new Int32Array(themes * themes);
  for (const [first, second, count] of peer()) expected[first * themes + second] = count;
  requireSame('code.cooccurrence', [...own()], [...expected]);
  const found = await contest(
    { name: 'sweep over sorted segments', calls: 3, run: own },
    { name: 'SQLite self-join', calls: 1, run: peer },
  );
  return fromContest('code.cooccurrence', size.name, found, {
    target: { good: 0.2, hard: 0.07 },
    note: `${size.texts * perText} segments, ${themes} themes`,
  });
}

function asDisposable(value: Database.Database): { readonly value: Database.Database } & Disposable {
  return { value, [Symbol.dispose]: () => void value.close() };
}

/** Which themes stand on the same words: one sweep against the self-join that other programs and databases make. */
export const cooccurrence: Bench<BenchContext> = {
  name: 'code.cooccurrence',
  run: async () => [await counting(usual), await counting(large)],
};
