import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { Ticket } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { carryOut, countWrites } from './carry-out.ts';
import { forgetChoices, keepChoices, readChoices } from './kept-choices.ts';
import { openCopy } from './open-copy.ts';
import { planMerge, type Copies } from './plan.ts';
import { fingerprintOf, reportOf } from './report.ts';
import { readShapes } from './shapes.ts';

export const mergeHandlers: Handlers<typeof contract.merge> = {
  look: async function* (call, input) {
    yield { stage: 'reading' as const, done: 0, of: 2 };
    const copies = openCopies(call, input);
    try {
      yield { stage: 'comparing' as const, done: 1, of: 2 };
      const choices = readChoices(call.sql, fingerprintOf(copies.here, copies.there));
      return reportOf(call.sql, copies, planMerge(copies, choices), contentLanguage(call), choices);
    } finally {
      copies.there.close();
    }
  },
  keepChoices: ({ sql }, input) => {
    keepChoices(sql, input);
    return {};
  },
  carryOut: async function* (call, input) {
    if (call.workspace.isReadOnly) throw new AppError('WORKSPACE_READ_ONLY');
    yield { stage: 'reading' as const, done: 0, of: 3 };
    const copies = openCopies(call, input);
    try {
      yield { stage: 'comparing' as const, done: 1, of: 3 };
      if (fingerprintOf(copies.here, copies.there) !== input.fingerprint) throw new AppError('STALE');
      const plan = planMerge(copies, input.choices);
      // The last moment to cancel: what comes now is one step.
      yield { stage: 'saving' as const, done: 2, of: 3 };
      if (call.signal?.aborted === true) throw new AppError('CANCELLED');
      if (plan.ops.length === 0) return countWrites([]);
      call.session.backup('before-merge');
      const counts = call.commit((operation) => {
        operation.label({
          count: plan.writes.length,
          name: peopleIn(
            copies.there,
            plan.ops.map((op) => op.actor_id),
          ),
        });
        forgetChoices(call.sql);
        return carryOut(call.workspace, copies.there, plan);
      });
      call.session.blobs.discard(input.ticket);
      return counts;
    } finally {
      copies.there.close();
    }
  },
  discard: ({ session }, { ticket }) => {
    session.blobs.discard(ticket);
    return {};
  },
};

/** Opens the copy beside this file, and makes sure that it is a copy. @throws AppError MERGE_STRANGER, and what openCopy throws */
function openCopies(call: Call, { ticket, passphrase }: { readonly ticket: Ticket; readonly passphrase?: string | undefined }): Copies {
  const here = call.workspace.db;
  const there = openCopy(call.session.blobs.received(ticket).path, passphrase);
  const workspaceOf = (db: Database.Database): unknown =>
    db.prepare("SELECT value FROM workspace_fact WHERE name = 'workspace'").pluck().get();
  if (workspaceOf(here) !== workspaceOf(there)) {
    there.close();
    throw new AppError('MERGE_STRANGER');
  }
  return { here, there, shapes: readShapes(here) };
}

function contentLanguage({ sql }: Call): Language {
  return sql.get(z.object({ content_language: Language }), 'SELECT content_language FROM project LIMIT 1')?.content_language ?? 'nb';
}

function peopleIn(db: Database.Database, actorIds: readonly string[]): string {
  const read = db.prepare('SELECT name FROM actor WHERE id = ?').pluck();
  return [...new Set(actorIds)]
    .flatMap((id) => {
      const name: unknown = read.get(id);
      return typeof name === 'string' ? [name] : [];
    })
    .filter((name) => name !== '')
    .join(', ');
}
