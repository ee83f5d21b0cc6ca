import { useState } from 'react';
import type { VagueDate } from '../../../shared/model/vague.ts';
import { today } from '../../lib/dates.ts';
import { useLanguage } from '../../lib/text.ts';
import type { Picked } from '../registers/index.ts';
import { useProjectChoice } from './use-project-choice.ts';

/** What every plan holds: the project and its language, the places, and when. */
export function usePlan() {
  const project = useProjectChoice();
  const interfaceLanguage = useLanguage();
  const [places, setPlaces] = useState<readonly Picked[]>([]);
  const [planned, setPlanned] = useState<VagueDate | null>(null);
  return { day: today(), project, language: project.language ?? interfaceLanguage, places, setPlaces, planned, setPlanned };
}

export type Plan = ReturnType<typeof usePlan>;
