import { expect, test } from 'vitest';
import { id, layGround, merge, twoLaptops } from './merge-fixture.ts';

test('a document that was imported on the other machine comes over with its turns, and its person’s keys fit here [R64] issue 5.5', async () => {
  using laptops = await twoLaptops(layGround);
  const { mine, theirs } = laptops;
  theirs.add('text', { id: id(70), project_id: id(1), kind: 'document', interview_key: 1, language: 'nb', body: 'I: Hei.\nR001: Hallo.' });
  theirs.add('document', {
    id: id(71),
    project_id: id(1),
    text_id: id(70),
    title: 'Samtale',
    kind: 'transcript',
    added_by: 'solfrid',
    added_at: '2026-03-01T08:00:00Z',
  });
  theirs.add('text_turn', { id: id(72), text_id: id(70), start_offset: 14, end_offset: 20, speaker: 'R001', role: 'participant' });
  mine.add('text', { id: id(80), project_id: id(1), kind: 'document', interview_key: 1, language: 'nb', body: 'Et notat.' });
  mine.add('document', {
    id: id(81),
    project_id: id(1),
    text_id: id(80),
    title: 'Notat',
    kind: 'notes',
    added_by: 'solfrid',
    added_at: '2026-03-01T08:00:00Z',
  });
  await merge(mine, theirs);
  // Two documents of one interview are two, not one changed twice.
  expect(mine.all('SELECT document.title, text.body, interview_key FROM document JOIN text ON text.id = text_id ORDER BY title')).toEqual([
    ['Notat', 'Et notat.', 1],
    ['Samtale', 'I: Hei.\nR001: Hallo.', 1],
  ]);
  expect(mine.all('SELECT text_id, start_offset, end_offset, speaker, role FROM text_turn')).toEqual([
    [id(70), 14, 20, 'R001', 'participant'],
  ]);
  await mine.undo();
  expect(mine.all('SELECT title FROM document')).toEqual([['Notat']]);
});
