import type { RostEvent, Topic } from '../../shared/contract/events.ts';

/** Features whose answers also depend on other topics than their own. */
const alsoDependsOn: Readonly<Partial<Record<string, readonly Topic[]>>> = {
  analysis: ['interviews', 'coding', 'texts', 'themes', 'questionnaires', 'places', 'projects'],
  compare: ['analysis', 'interviews', 'coding', 'texts', 'themes', 'questionnaires', 'places', 'projects', 'meetings'],
  archive: [
    'privacy',
    'projects',
    'interviews',
    'coding',
    'texts',
    'quotes',
    'meetings',
    'findings',
    'actions',
    'observations',
    'analysis',
    'reports',
  ],
  privacy: ['projects', 'analysis'],
  rawExport: ['interviews', 'questionnaires', 'projects', 'privacy', 'analysis'],
  bank: ['questionnaires'],
  coding: ['interviews', 'texts', 'themes', 'questionnaires', 'meetings', 'suggestions', 'agreement'],
  themes: ['coding', 'interviews'],
  texts: ['coding', 'interviews', 'meetings', 'themes'],
  codebook: ['themes', 'coding'],
  search: [
    'interviews',
    'coding',
    'themes',
    'meetings',
    'findings',
    'actions',
    'observations',
    'texts',
    'quotes',
    'framework',
    'questionnaires',
    'analysis',
    'reports',
    'projects',
    'organisations',
    'places',
  ],
  autocode: ['coding', 'interviews', 'themes', 'texts'],
  suggestions: ['coding', 'interviews', 'themes'],
  agreement: ['coding', 'interviews', 'themes', 'texts'],
  quotes: ['coding', 'interviews', 'themes', 'texts', 'findings', 'reports', 'meetings'],
  framework: ['coding', 'interviews', 'themes', 'texts', 'quotes'],
  patterns: ['coding', 'interviews', 'themes', 'texts', 'questionnaires', 'quotes', 'analysis', 'agreement'],
  projects: ['interviews', 'coding', 'meetings', 'actions', 'findings', 'reports', 'places', 'organisations'],
  interviews: ['questionnaires', 'projects'],
  doubleEntry: ['interviews', 'questionnaires'],
  fieldwork: ['interviews', 'questionnaires', 'projects', 'coding', 'findings', 'reports'],
  minutes: ['meetings', 'places', 'organisations', 'coding', 'themes', 'actions', 'findings'],
  meetings: ['places', 'organisations', 'coding', 'actions'],
  actions: ['meetings', 'organisations', 'findings', 'observations', 'places', 'projects'],
  records: ['reports', 'projects', 'organisations', 'places'],
  recurrence: ['meetings', 'coding', 'themes', 'places', 'projects', 'organisations', 'interviews'],
  places: ['meetings', 'actions', 'findings', 'observations', 'projects', 'organisations'],
  listening: ['projects', 'organisations'],
  registers: ['places', 'organisations', 'projects', 'meetings', 'actions', 'findings', 'observations', 'interviews'],
  papers: ['meetings', 'organisations', 'places', 'actions', 'findings', 'observations', 'questionnaires'],
  // A report is counted anew from everything that it shows.
  reports: [
    'analysis',
    'interviews',
    'coding',
    'texts',
    'themes',
    'questionnaires',
    'projects',
    'places',
    'organisations',
    'meetings',
    'findings',
    'actions',
    'quotes',
  ],
  refi: ['interviews', 'questionnaires', 'projects', 'coding', 'texts', 'themes', 'codebook', 'meetings', 'privacy'],
  observations: ['meetings', 'organisations', 'places', 'actions', 'projects', 'texts', 'interviews'],
  findings: ['coding', 'quotes', 'framework', 'meetings', 'actions', 'interviews', 'organisations', 'places', 'themes'],
};

/** Whether the answers of a feature are stale once these topics have changed. */
export function isStale(feature: string, topics: readonly Topic[]): boolean {
  return topics.some((topic) => topic === 'workspace' || topic === feature || (alsoDependsOn[feature] ?? []).includes(topic));
}

const someoneGone: ReadonlySet<string> = new Set(['fieldwork.withdraw.undo', 'fieldwork.erase.done', 'archive.delete.done']);

/**
 * Whether somebody has withdrawn or been erased, alone or with a whole project: what was read for screens that are not shown must not be
 * seen again, not even for the moment until it is read anew.
 */
export function isSomeoneGone({ deed, verb }: Pick<Extract<RostEvent, { type: 'changed' }>, 'deed' | 'verb'>): boolean {
  return verb !== 'undone' && deed !== null && someoneGone.has(deed.labelId);
}

/** Whether another file may be open now, or none: nothing of the one before belongs on a screen any more. */
export function isAnotherFile(event: RostEvent): boolean {
  return event.type === 'workspace' && event.state !== 'backup-made';
}
