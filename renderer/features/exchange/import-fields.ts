import { z } from 'zod';
import type { ImportPlaces, ImportTarget, ProblemRule } from '../../../shared/contract/exchange.ts';
import { ProjectId, VersionId, WaveId } from '../../../shared/model/ids.ts';
import type { SurveyMapping } from '../../../shared/model/survey-file.ts';
import type { QuestionLink, QuestionnaireTarget, RoundSheet } from '../../../shared/model/survey-import.ts';
import type { Language } from '../../../shared/model/text.ts';

/** The import's fields in the form in which they are sent. */
export interface ImportFields {
  readonly target: ImportTarget;
  readonly waveName: string;
  readonly language: Language;
  readonly heldOnKey: string | null;
  readonly problems: ProblemRule;
}

/** An existing questionnaire as the target, before the columns are matched with it. */
export type Aim = Omit<QuestionnaireTarget, 'links' | 'rounds'>;

/** What an import into a questionnaire is for: new people, more about those there, other answers, or a later version. */
export const ways = ['people', 'more', 'replace', 'version'] as const;
export type Way = (typeof ways)[number];

/**
 * The same as they stand in the form. `project` is an id or `new`; `version` an id or `new`; `wave` an id, `new`, or `any` for all waves;
 * `heldOn` is a question's key, `none`, or not chosen yet.
 */
export interface FieldValues {
  readonly project: string;
  readonly projectName: string;
  readonly version: string;
  readonly way: Way;
  readonly wave: string;
  readonly waveName: string;
  readonly unknown: Aim['unknown'];
  readonly language: Language;
  readonly heldOn: string | null;
  readonly problems: ProblemRule;
}

/** What a new import starts from: names after the file, the project at hand. */
export function startValues(fileName: string, project: string, language: Language): FieldValues {
  const name = fileName
    .replace(/\.[a-z0-9]{1,5}$/iu, '')
    .slice(0, 200)
    .toWellFormed();
  return {
    project,
    projectName: name,
    version: 'new',
    way: 'people',
    wave: 'new',
    waveName: name,
    unknown: 'add',
    language,
    heldOn: null,
    problems: 'leave-empty',
  };
}

/** The fields for a file whose headers a questionnaire knows: its newest version, new people, the wave most of them are in. */
export function knownValues({ questionnaires, remembered }: ImportPlaces): Partial<FieldValues> {
  const version = questionnaires.find(({ id }) => id === remembered)?.versions[0];
  return version === undefined
    ? {}
    : { version: version.id, way: 'people', wave: version.waveId ?? 'new', language: version.languages[0] ?? 'nb' };
}

/** What goes with another way: a version makes its own wave, and changes are made where people are. */
export function withWay(values: FieldValues, way: Way, places: ImportPlaces | undefined): Partial<FieldValues> {
  const known = places?.questionnaires.flatMap(({ versions }) => versions).find(({ id }) => id === values.version)?.waveId ?? null;
  if (way === 'version') return { way, wave: 'new' };
  if (way === 'people') return { way, wave: values.wave === 'any' ? (known ?? 'new') : values.wave };
  return { way, wave: values.wave === 'new' ? (known ?? 'any') : values.wave };
}

/** The existing questionnaire that the fields name, or null for a questionnaire of its own. */
export function aimOf({ version, way, wave, unknown }: FieldValues): Aim | null {
  const versionId = z.safeParse(VersionId, version);
  if (!versionId.success) return null;
  const waveId = z.safeParse(WaveId, wave);
  const mode = way === 'more' || way === 'replace' ? way : 'new';
  return {
    versionId: versionId.data,
    asNewVersion: way === 'version',
    mode,
    waveId: waveId.success ? waveId.data : null,
    known: 'skip',
    unknown,
  };
}

/** Whether the import makes a wave, which then needs a name. */
export function makesWave({ version, wave, way, unknown }: Pick<FieldValues, 'version' | 'wave' | 'way' | 'unknown'>): boolean {
  if (version === 'new') return true;
  if (wave === 'any') return unknown === 'add' && way !== 'people';
  return wave === 'new';
}

/** The day's question: the one chosen, else the first date in the file. */
export function heldOnOf({ heldOn }: FieldValues, mapping: SurveyMapping): string | null {
  const dates = mapping.questions.filter(({ kind }) => kind === 'date');
  if (heldOn === 'none') return null;
  return (dates.find(({ key }) => key === heldOn) ?? dates[0])?.key ?? null;
}

/** How the columns, and sheets of rounds, were matched. */
export interface Matched {
  readonly links: readonly QuestionLink[];
  readonly rounds: readonly RoundSheet[];
}

/** The fields to send, or null when a name is missing. */
export function toFields(values: FieldValues, mapping: SurveyMapping, matched: Matched | null): ImportFields | null {
  const waveName = values.waveName.trim();
  const target = targetOf(values, matched);
  if ((waveName === '' && makesWave(values)) || target === null) return null;
  return {
    target,
    // A wave that is there keeps its name; the field only has to hold one.
    waveName: waveName === '' ? '–' : waveName,
    language: values.language,
    heldOnKey: heldOnOf(values, mapping),
    problems: values.problems,
  };
}

/** A questionnaire as the target, with what was matched with it. A version made of the file has no rounds. */
export function toTarget(aim: Aim, matched: Matched | null): QuestionnaireTarget {
  return { ...aim, links: [...(matched?.links ?? [])], rounds: aim.asNewVersion ? [] : [...(matched?.rounds ?? [])] };
}

function targetOf(values: FieldValues, matched: Matched | null): ImportTarget | null {
  const aim = aimOf(values);
  if (aim !== null) return toTarget(aim, matched);
  const newProjectName = values.projectName.trim();
  const projectId = z.safeParse(ProjectId, values.project);
  if (projectId.success) return { projectId: projectId.data };
  return newProjectName === '' ? null : { newProjectName };
}
