import { z } from 'zod';
import { ActorId, type ProjectId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';

const ActorRow = z.object({ id: ActorId, name: z.string() });
const NamesRow = z.object({ co_interviewers: z.string() });

/** Names in a text like "Even Strandmyr, Solfrid Tangvåg og Vigdis Nordhylla". */
export function namesIn(text: string): string[] {
  return text
    .split(/[,;]|\s(?:og|och|and)\s/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Who may have held an interview: everybody who works in the file, and names already given as co-interviewers in the project. */
export function listInterviewers({ sql }: Call, projectId: ProjectId): { actors: z.infer<typeof ActorRow>[]; names: string[] } {
  const actors = sql.all(ActorRow, 'SELECT id, name FROM actor WHERE is_consensus = 0 ORDER BY name, id', {});
  const used = sql.all(
    NamesRow,
    "SELECT DISTINCT co_interviewers FROM interview WHERE project_id = :projectId AND coalesce(co_interviewers, '') <> ''",
    { projectId },
  );
  const names = new Set([...actors.map(({ name }) => name), ...used.flatMap((row) => namesIn(row.co_interviewers))]);
  return { actors, names: [...names].toSorted((a, b) => a.localeCompare(b, 'nb')) };
}
