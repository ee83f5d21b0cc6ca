import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { ProjectId } from '../../../shared/model/ids.ts';
import type { SurveyFileInspection } from '../../../shared/model/survey-file.ts';
import { client, orpc } from '../../lib/client.ts';
import { useProjectId } from '../../lib/route.ts';
import { useLanguage } from '../../lib/text.ts';
import { FileDrop } from './FileDrop.tsx';
import { aimOf, heldOnOf, knownValues, startValues, type FieldValues } from './import-fields.ts';
import { ImportStage } from './ImportStage.tsx';
import type { Direction } from './survey-state.ts';
import { useSurveyImport } from './use-survey-import.ts';

/** Where the answers go by the fields. */
function directionOf(values: FieldValues): Direction {
  const projectId = z.safeParse(ProjectId, values.project);
  return {
    aim: aimOf(values),
    projectId: projectId.success ? projectId.data : null,
    language: values.language,
    heldOnIn: (mapping) => heldOnOf(values, mapping),
  };
}

/** Importing a survey: choose a file, say where it goes, see what it becomes and what it does, import it as one step. */
export function ImportScreen() {
  const projectId = useProjectId();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [values, setValues] = useState<FieldValues>(() => startValues('', projectId, language));
  /** The same for what comes back later, when the screen has been drawn anew. */
  const latest = useRef(values);
  const put = (next: FieldValues): void => {
    latest.current = next;
    setValues(next);
  };
  const project = z.safeParse(ProjectId, values.project);
  const places = useQuery(orpc.exchange.places.queryOptions({ input: { projectId: project.data ?? projectId }, enabled: project.success }));
  /** A file that a questionnaire of the project knows goes there at once; the person may send it elsewhere. */
  const directionFor = async (inspection: SurveyFileInspection): Promise<Direction> => {
    const now = latest.current;
    const headers = inspection.columns.map(({ header }) => header);
    const own = z.safeParse(ProjectId, now.project);
    const isUntouched = now.version === 'new';
    const found = own.success && isUntouched ? await client.exchange.places({ projectId: own.data, headers }) : null;
    const next = found === null ? now : { ...now, ...knownValues(found) };
    put(next);
    return directionOf(next);
  };
  const survey = useSurveyImport(directionFor);
  const choose = (file: File): void => {
    put(startValues(file.name, projectId, language));
    void survey.choose(file);
  };
  const change = (more: Partial<FieldValues>): void => {
    const next = { ...values, ...more };
    put(next);
    const isElsewhere = (['project', 'version', 'way', 'wave', 'unknown', 'language', 'heldOn'] as const).some(
      (field) => next[field] !== values[field],
    );
    if (isElsewhere) void survey.aimAt(directionOf(next));
  };
  return (
    <FileDrop input={input} isEnabled={survey.state.busy?.what !== 'importing'} onFile={choose}>
      <ImportStage
        onChoose={() => input.current?.click()}
        onValues={change}
        places={project.success ? places.data : undefined}
        survey={survey}
        values={values}
      />
    </FileDrop>
  );
}
