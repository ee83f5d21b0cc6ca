import { expect, test } from 'vitest';
import type { Line, AgreedAction } from '../../../shared/contract/minutes.ts';
import { ActionId, TextId } from '../../../shared/model/ids.ts';
import { matchActions } from './match-actions.ts';

function line(id: string, body: string, mark: Line['mark'], actionId: Line['actionId'] = null): Line {
  return {
    id,
    textId: TextId.parse('00000000-0000-7000-8000-000000000099'),
    agendaItemId: null,
    body,
    language: 'nb',
    mark,
    attribution: null,
    attributedBody: null,
    attributedOrganisation: null,
    perspective: null,
    actionId,
    findingId: null,
    observationId: null,
    themes: [],
  };
}

function action(n: number, wording: string): AgreedAction {
  const id = ActionId.parse(`00000000-0000-7000-8000-00000000000${n}`);
  return {
    id,
    code: `T0${n}`,
    wording,
    status: 'agreed',
    owner: null,
    ownerOrganisation: null,
    ownerPerson: null,
    ownerAsSaid: null,
    parties: null,
    due: { asSaid: null, sortOn: null, precision: null },
    reportedBackOn: null,
  };
}

test('an action stands under the line that says it, and only under a line marked as one', () => {
  const [ring, skyss] = [action(1, 'Ringe alle på venteliste'), action(2, 'Skyss til Loftet')];
  const lines = [line('a', 'Ringe alle på venteliste.', 'action'), line('b', 'Skyss til Loftet', 'idea')];
  const { byLine, others } = matchActions(lines, [ring, skyss]);
  expect([...byLine]).toEqual([['a', ring]]);
  expect(others).toEqual([skyss]);
});

test('two lines with the same words share no action', () => {
  const ring = action(1, 'Ringe');
  const { byLine, others } = matchActions([line('a', 'Ringe', 'action'), line('b', 'Ringe', 'action')], [ring]);
  expect([...byLine.keys()]).toEqual(['a']);
  expect(others).toEqual([]);
});

test('an action stands under the line that made it, whatever has become of the words', () => {
  const [ring, skyss] = [action(1, 'Ringe'), action(2, 'Skyss')];
  const { byLine, others } = matchActions([line('a', 'Skyss', 'action', ring.id), line('b', 'Skyss', 'action')], [ring, skyss]);
  expect([...byLine]).toEqual([
    ['a', ring],
    ['b', skyss],
  ]);
  expect(others).toEqual([]);
});
