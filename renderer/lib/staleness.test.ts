import { expect, test } from 'vitest';
import { isAnotherFile, isSomeoneGone, isStale } from './staleness.ts';

const deed = (labelId: string) => ({ seq: 1, labelId, params: { code: 'R017' } });

test('[F39] what is kept of screens that are not shown goes when somebody withdraws or is erased, and stays else', () => {
  expect(isSomeoneGone({ deed: deed('fieldwork.withdraw.undo'), verb: 'done' })).toBe(true);
  expect(isSomeoneGone({ deed: deed('fieldwork.withdraw.undo'), verb: 'redone' })).toBe(true);
  expect(isSomeoneGone({ deed: deed('fieldwork.erase.done'), verb: 'done' })).toBe(true);
  expect(isSomeoneGone({ deed: deed('archive.delete.done'), verb: 'done' })).toBe(true);
  expect(isSomeoneGone({ deed: deed('fieldwork.withdraw.undo'), verb: 'undone' })).toBe(false);
  expect(isSomeoneGone({ deed: deed('interviews.answer.undo'), verb: 'done' })).toBe(false);
  expect(isSomeoneGone({ deed: null, verb: 'done' })).toBe(false);
});

test('[F64] a search finds anew once any of what it looks through has changed, whoever changed it', () => {
  // One of what is searched for each: words of minutes, of reports, tables' names, questions, summaries, a deleted project's everything.
  for (const topic of [
    'meetings',
    'reports',
    'analysis',
    'questionnaires',
    'framework',
    'projects',
    'organisations',
    'observations',
  ] as const)
    expect([topic, isStale('search', [topic])]).toEqual([topic, true]);
});

test('lists with the names and numbers of other things are read anew with them', () => {
  // The register of releases names projects and tables; a deletion counts findings, actions, quotes and tables; a note shows the words it was made from.
  const shown = [
    ['privacy', 'projects'],
    ['privacy', 'analysis'],
    ['archive', 'findings'],
    ['archive', 'actions'],
    ['archive', 'quotes'],
    ['archive', 'analysis'],
    ['archive', 'observations'],
    ['observations', 'texts'],
    ['observations', 'interviews'],
  ] as const;
  expect(shown.filter(([feature, topic]) => !isStale(feature, [topic]))).toEqual([]);
});

test('[F31] what was read of one file is not kept for the next; a backup is no other file', () => {
  const at = '2026-03-04T10:00:00Z';
  for (const state of ['closed', 'ready', 'read-only'] as const) expect(isAnotherFile({ seq: 1, type: 'workspace', state, at })).toBe(true);
  expect(isAnotherFile({ seq: 1, type: 'workspace', state: 'backup-made', at })).toBe(false);
});
