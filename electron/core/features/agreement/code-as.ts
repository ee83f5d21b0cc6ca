import { z } from 'zod';
import { ActorId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Workspace } from '../../workspace/workspace.ts';

const ActorRow = z.object({ id: ActorId, name: z.string() });

/**
 * Says who sits at this machine until the file is closed: what is done from now on is theirs, in the log too. A new name becomes a
 * person of the file. @throws AppError NOT_FOUND, NAME_TAKEN, WORKSPACE_READ_ONLY
 */
export function codeAs(
  workspace: Workspace,
  input: { readonly personId: string } | { readonly name: string },
): { personId: ActorId; name: string } {
  if (workspace.isReadOnly) throw new AppError('WORKSPACE_READ_ONLY');
  const person = 'name' in input ? addPerson(workspace, input.name) : findPerson(workspace, input.personId);
  workspace.seat(person.id);
  return { personId: person.id, name: person.name };
}

function findPerson({ sql }: Workspace, personId: string): z.infer<typeof ActorRow> {
  const found = sql.get(ActorRow, 'SELECT id, name FROM actor WHERE id = :personId AND is_consensus = 0', { personId });
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
}

function addPerson(workspace: Workspace, name: string): z.infer<typeof ActorRow> {
  const { sql } = workspace;
  const taken = sql.all(ActorRow, 'SELECT id, name FROM actor').some((known) => known.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new AppError('NAME_TAKEN', { name });
  // People at machines are not in the operation log, as the one whose machine it is.
  const id = ActorId.parse(workspace.newId());
  sql.insert('actor', { id, name, initials: initialsOf(name) });
  return { id, name };
}

/** The first letters of the first and the last word, or the first two of a single one. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words.at(-1)].map((word) => Array.from(word ?? '')[0]) : Array.from(name).slice(0, 2);
  return letters.join('').toUpperCase();
}
