import type { Topic } from '../../shared/contract/events.ts';

/** Features whose answers also depend on other topics than their own. */
const alsoDependsOn: Readonly<Partial<Record<string, readonly Topic[]>>> = {
  analysis: ['interviews', 'coding', 'themes', 'questionnaires', 'places', 'projects'],
  bank: ['questionnaires'],
  coding: ['interviews', 'themes', 'questionnaires', 'meetings'],
  themes: ['coding', 'interviews'],
  projects: ['interviews', 'coding', 'meetings', 'actions', 'findings', 'reports', 'places'],
  interviews: ['questionnaires', 'projects'],
  doubleEntry: ['interviews', 'questionnaires'],
  fieldwork: ['interviews', 'questionnaires', 'projects', 'coding', 'findings', 'reports'],
  meetings: ['places', 'organisations', 'coding', 'actions'],
  actions: ['meetings', 'organisations', 'findings'],
  registers: ['places', 'organisations', 'projects', 'meetings'],
  reports: ['findings'],
  findings: ['coding', 'meetings', 'actions'],
};

/** Whether the answers of a feature are stale once these topics have changed. */
export function isStale(feature: string, topics: readonly Topic[]): boolean {
  return topics.some((topic) => topic === 'workspace' || topic === feature || (alsoDependsOn[feature] ?? []).includes(topic));
}
