import { expect, test } from 'vitest';
import { findingStepNeeds, nextFindingStatuses } from './finding-life.ts';
import { FindingStatus } from './findings.ts';

test('[R72] every state is reached from the first one, and none is a dead end', () => {
  const reached = new Set<FindingStatus>(['preliminary']);
  for (const status of reached) for (const next of nextFindingStatuses(status)) reached.add(next);
  expect([...reached].toSorted()).toEqual(FindingStatus.options.toSorted());
  for (const status of FindingStatus.options) expect(nextFindingStatuses(status)).not.toEqual([]);
});

test('nothing becomes final that was not confirmed, changed, or final before', () => {
  const before = FindingStatus.options.filter((status) => nextFindingStatuses(status).includes('final'));
  expect(before).toEqual(['validated', 'changed', 'needs-a-look']);
});

test('a conference is named, a change has new words, and what is final rests on something', () => {
  expect(findingStepNeeds('to-conference')).toEqual({ meeting: true, wording: false, evidence: false });
  expect(findingStepNeeds('changed')).toEqual({ meeting: false, wording: true, evidence: false });
  expect(findingStepNeeds('final')).toEqual({ meeting: false, wording: false, evidence: true });
});
