import { codingMover } from '../texts/move-positions.ts';
import type { PlannedWrites } from './planned-writes.ts';
import type { Image, RowReader } from './shapes.ts';

/**
 * The copy's codings are places in the copy's wording of a text. Where another wording stands in the end, they move along with
 * the difference, as they would with a correction.
 */
export function alignCodings(writes: PlannedWrites, here: RowReader, readTheirTexts: () => ReadonlyMap<string, string>): void {
  const codings = writes.all().filter((write) => write.table === 'coding');
  if (codings.length === 0) return;
  const theirTexts = readTheirTexts();
  const movers = new Map<string, ReturnType<typeof codingMover>>();
  for (const { table, rowId, from, to } of codings) {
    if (to === null) continue;
    const textId = String(to['text_id']);
    const theirs = theirTexts.get(textId);
    const final = (writes.get('text', textId)?.to ?? here.row('text', textId))?.['body'];
    if (theirs === undefined || typeof final !== 'string' || final === theirs) continue;
    const move = movers.get(textId) ?? codingMover(theirs, final);
    movers.set(textId, move);
    writes.set({ table, rowId, from, to: { ...to, ...moved(to, move) } });
  }
}

function moved(coding: Image, move: ReturnType<typeof codingMover>): Image {
  const { start, end, doubtful } = move({
    is_whole: Number(coding['is_whole']),
    start_offset: Number(coding['start_offset']),
    end_offset: Number(coding['end_offset']),
    is_doubtful: Number(coding['is_doubtful']),
  });
  return { start_offset: start, end_offset: end, is_doubtful: doubtful };
}
