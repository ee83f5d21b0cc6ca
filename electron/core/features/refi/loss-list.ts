import { Ticket } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { csvText, delimiterIn } from '../../documents/csv-text.ts';
import { fileNameOf } from '../../documents/file-name.ts';
import type { Call } from '../../rpc/call.ts';
import { neutralised } from '../analysis/files/index.ts';

interface LossList {
  readonly title: string;
  readonly language: Language;
  readonly rows: readonly (readonly string[])[];
}

/** The list of what did not come along as comma-separated values, for one download. No cell can be taken for a formula. */
export function lossList({ session }: Pick<Call, 'session'>, { title, language, rows }: LossList): { ticket: Ticket; fileName: string } {
  const fileName = `${fileNameOf(title, 'list')}.csv`;
  const text = csvText(
    rows.map((row) => row.map(neutralised)),
    delimiterIn(language),
  );
  const ticket = Ticket.parse(session.blobs.offer(fileName, 'text/csv; charset=utf-8', new TextEncoder().encode(`\uFEFF${text}`)));
  return { ticket, fileName };
}
