import type { ProjectId } from '../../../shared/model/ids.ts';

const key = 'rost.coding.columns';

function readAll(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    // Only this file writes the key; whatever else is there is read as nothing.
    return typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** The columns last chosen for a project on this machine; ids only. Undefined: none were chosen. */
export function keptColumns(projectId: ProjectId): string | undefined {
  const text = readAll()[projectId];
  return typeof text === 'string' ? text : undefined;
}

/** Remembers the columns of a project on this machine. */
export function keepColumns(projectId: ProjectId, text: string): void {
  localStorage.setItem(key, JSON.stringify({ ...readAll(), [projectId]: text }));
}
