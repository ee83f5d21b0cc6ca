import { z } from 'zod';
import type { ProjectChoice } from '../../../../shared/contract/meetings-planning.ts';
import { ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { createProject } from '../projects/create-project.ts';
import { todayOf } from '../projects/today.ts';

/** The project chosen, or a new round of dialogue by its name. @throws AppError NOT_FOUND, NAME_TAKEN */
export function chosenProject(call: Call, choice: ProjectChoice, language: Language, today?: string): ProjectId {
  if ('newName' in choice) {
    const startsOn = todayOf(call, today);
    return createProject(call, { name: choice.newName, kind: 'dialogue-round', contentLanguage: language, startsOn }).projectId;
  }
  const found = call.sql.get(z.object({ id: ProjectId }), 'SELECT id FROM project WHERE id = :id', { id: choice.id });
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found.id;
}
