import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { labelOnTexts, readTextFacts } from '../coding/text-facts.ts';

const Row = z.object({ text_id: z.string() });

/** Says of codings that they stand right. Answers the ids of their texts. @throws AppError NOT_FOUND */
export function settleDoubtful({ sql, operation }: Call, codingIds: readonly string[]): string[] {
  const wanted = [...new Set(codingIds)];
  const ids = JSON.stringify(wanted);
  const rows = sql.all(Row, 'SELECT text_id FROM json_each(:ids) AS wanted JOIN coding ON coding.id = wanted.value', { ids });
  if (rows.length !== wanted.length) throw new AppError('NOT_FOUND');
  const texts = readTextFacts(
    sql,
    rows.map((row) => row.text_id),
  );
  labelOnTexts(operation, 'texts.settleDoubtful.undo', {}, texts);
  sql.run('UPDATE coding SET is_doubtful = 0 WHERE is_doubtful = 1 AND id IN (SELECT value FROM json_each(:ids))', { ids });
  return texts.map((text) => text.id);
}
