import { z } from 'zod';
import type { ImportTarget, ProblemRule } from '../../../shared/contract/exchange.ts';
import { ProjectId } from '../../../shared/model/ids.ts';
import type { SurveyMapping } from '../../../shared/model/survey-file.ts';
import type { Language } from '../../../shared/model/text.ts';

/** The import's fields in the form in which they are sent. */
export interface ImportFields {
  readonly target: ImportTarget;
  readonly waveName: string;
  readonly language: Language;
  readonly heldOnKey: string | null;
  readonly problems: ProblemRule;
}

/** The same as they stand in the form. `project` is an id or `new`; `heldOn` is a question's key, `none`, or not chosen yet. */
export interface FieldValues {
  readonly project: string;
  readonly projectName: string;
  readonly waveName: string;
  readonly language: Language;
  readonly heldOn: string | null;
  readonly problems: ProblemRule;
}

/** What a new import starts from: names after the file, the project at hand. */
export function startValues(fileName: string, project: string, language: Language): FieldValues {
  const name = fileName.replace(/\.[a-z0-9]{1,5}$/iu, '').slice(0, 200);
  return { project, projectName: name, waveName: name, language, heldOn: null, problems: 'refuse' };
}

/** The day's question: the one chosen, else the first date in the file. */
export function heldOnOf({ heldOn }: FieldValues, mapping: SurveyMapping): string | null {
  const dates = mapping.questions.filter(({ kind }) => kind === 'date');
  if (heldOn === 'none') return null;
  return (dates.find(({ key }) => key === heldOn) ?? dates[0])?.key ?? null;
}

/** The fields to send, or null when a name is missing. */
export function toFields(values: FieldValues, mapping: SurveyMapping): ImportFields | null {
  const waveName = values.waveName.trim();
  const newProjectName = values.projectName.trim();
  const projectId = z.safeParse(ProjectId, values.project);
  if (waveName === '' || (!projectId.success && newProjectName === '')) return null;
  return {
    target: projectId.success ? { projectId: projectId.data } : { newProjectName },
    waveName,
    language: values.language,
    heldOnKey: heldOnOf(values, mapping),
    problems: values.problems,
  };
}
