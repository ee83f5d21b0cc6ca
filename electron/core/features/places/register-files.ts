import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, RegisterFile, rowsOfFile, type Place, type PlaceChange } from '../../../../shared/model/place-lineage/index.ts';
import { AppError } from '../../app-error.ts';
import type { Session } from '../../session.ts';
import { registerId } from './place-ids.ts';

/** Largest register file that is read. */
const mostBytes = 8 * 1024 * 1024;
/** Beside the program when it runs from its sources. */
const sourceFolder = join(import.meta.dirname, '../../../../resources/places');
const shippedNames = ['norway.json', 'sweden.json'];

/** A register as rows of the workspace: ids are those that every workspace gives them. */
export interface RegisterRows {
  readonly file: RegisterFile;
  readonly places: readonly Place[];
  readonly changes: readonly PlaceChange[];
}

/** The registers that came with the program; none where its resources are missing. */
export function shippedRegisters(resourceFolder: string): RegisterRows[] {
  return shippedPaths(resourceFolder).map((path) => toRows(RegisterFile.parse(JSON.parse(readFileSync(path, 'utf8')))));
}

/** Registers from where they are asked for, with a digest of what was read. @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE */
export function readRegisters(
  session: Session,
  source: { readonly from: 'shipped' } | { readonly from: 'file'; readonly ticket: string },
): { digest: string; registers: RegisterRows[] } {
  const paths = source.from === 'shipped' ? shippedPaths(session.resourceFolder) : [session.blobs.received(source.ticket).path];
  const texts = paths.map((path) => {
    if (statSync(path).size > mostBytes) throw new AppError('FILE_TOO_LARGE', { limit: '8 MB' });
    return readFileSync(path, 'utf8');
  });
  return { digest: createHash('sha256').update(texts.join('\n')).digest('hex'), registers: texts.map(readRegister) };
}

function shippedPaths(resourceFolder: string): string[] {
  const built = join(resourceFolder, 'places');
  const folder = existsSync(built) ? built : sourceFolder;
  return shippedNames.map((name) => join(folder, name)).filter((path) => existsSync(path));
}

function readRegister(text: string): RegisterRows {
  const read = RegisterFile.safeParse(parsed(text));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new AppError('FILE_UNREADABLE', { what: issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}` });
  }
  const fault = faultsOf(read.data)[0];
  if (fault !== undefined) throw new AppError('FILE_UNREADABLE', { what: `${fault.kind}: ${fault.at}` });
  return toRows(read.data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { what: error instanceof Error ? error.message : 'JSON' });
  }
}

function toRows(file: RegisterFile): RegisterRows {
  const { places, changes } = rowsOfFile(file);
  return {
    file,
    places: places.map((place) => ({
      ...place,
      id: registerId('place', place.id),
      parentId: place.parentId === null ? null : registerId('place', place.parentId),
    })),
    changes: changes.map((change) => ({
      ...change,
      id: registerId('change', change.id),
      fromId: registerId('place', change.fromId),
      toId: registerId('place', change.toId),
    })),
  };
}
