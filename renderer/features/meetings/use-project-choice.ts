import type { ProjectChoice } from '../../../shared/contract/meetings-planning.ts';
import { useState } from 'react';
import { ProjectId } from '../../../shared/model/ids.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { useText } from '../../lib/text.ts';

/** The id that stands for a project that is made with the plan. */
export const newProject = 'new';

/** Which project a plan belongs to: the dialogue project in view, else the first one, else a new one called as the plan. */
export function useProjectChoice() {
  const say = useText();
  const { current, all } = useCurrentProject();
  const [chosen, setChosen] = useState<string | null>(null);
  const rounds = all.filter((project) => project.kind === 'dialogue-round');
  const standard = current?.kind === 'dialogue-round' ? current.id : (rounds[0]?.id ?? newProject);
  const value = chosen ?? standard;
  return {
    value,
    onChange: setChosen,
    options: [
      ...all.map((project) => ({ id: project.id as string, label: project.name })),
      { id: newProject, label: say('meetings.plan.newProject') },
    ],
    /** The choice for the core; a new project takes the name given. */
    choice: (name: string): ProjectChoice => (value === newProject ? { newName: name } : { id: ProjectId.parse(value) }),
    language: all.find((project) => project.id === value)?.contentLanguage ?? null,
  };
}
