import { expect, test } from 'vitest';
import type { DocumentProposal, FoundSign } from '../../../../shared/contract/texts-documents.ts';
import { InterviewId, Ticket } from '../../../../shared/model/ids.ts';
import { choicesForImport, proposeInstead, signsOf, startChoices, type IncomingFile } from './import-choices.ts';

const sign = (text: string, kind: FoundSign['kind'] = 'name'): FoundSign => ({ kind, text, count: 1, around: text });
const proposal: DocumentProposal = {
  fileName: 'R017.txt',
  format: 'txt',
  title: 'R017',
  kind: 'transcript',
  language: 'nb',
  saidOn: null,
  whose: { interviewId: InterviewId.parse('00000000-0000-7000-8000-000000000001'), code: 'R017' },
  words: 10,
  begins: 'I: Hei',
  turns: 2,
  speakers: [
    { name: 'I', turns: 1, role: 'interviewer', begins: 'Hei' },
    { name: 'Solfrid', turns: 1, role: 'participant', begins: 'Hallo' },
  ],
  leftOut: [],
  signs: [sign('Even'), sign('Even Strandmyr'), sign('90000000', 'phone')],
  signCount: 3,
};
const file: IncomingFile = {
  key: 'a',
  name: 'R017.txt',
  ticket: Ticket.parse('a'.repeat(64)),
  problem: null,
  proposal,
  choices: startChoices(proposal),
};

test('a participant is called by their code before anything is stored [R64] issue 5.5', () => {
  expect(startChoices(proposal).speakers.map((speaker) => speaker.as)).toEqual(['I', 'R017']);
});

test('a first name gets the number of the full name it belongs to', () => {
  const instead = proposeInstead(signsOf([file, file]), (kind, number) => `${kind} ${number}`);
  expect([...instead]).toEqual([
    ['Even', 'name 1'],
    ['Even Strandmyr', 'name 1'],
    ['90000000', 'phone 1'],
  ]);
  expect(signsOf([file, file])[0]?.count).toBe(2);
});

test('only what was found in a file is replaced there, and empty fields let words stand', () => {
  const other: IncomingFile = { ...file, proposal: { ...proposal, signs: [] } };
  const [first, second] = choicesForImport(
    [file, other],
    new Map([
      ['Even', 'x'],
      ['90000000', ' '],
    ]),
  );
  expect(first?.replacements).toEqual([{ find: 'Even', with: 'x' }]);
  expect(second?.replacements).toEqual([]);
  expect(choicesForImport([{ ...file, ticket: null }], new Map())).toEqual([]);
});
