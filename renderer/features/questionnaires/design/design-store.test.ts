import { describe, expect, test } from 'vitest';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { questionsOf, type QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { applyChange, type DesignChange } from './apply-change.ts';
import { createDesignStore, type Sent } from './design-store.ts';
import { questionWith, versionWith } from './sample-version.ts';

const first = questionWith(1);
const real = questionWith(77).id;
const key = questionWith(99).id;

/** A file that takes changes one by one, and a clock that is turned by hand. */
function desk(answers: (change: DesignChange) => Sent = () => ({ kind: 'done', ids: [] })) {
  const sent: DesignChange[] = [];
  let file = versionWith([first]);
  let read = file;
  let ring: (() => void) | null = null;
  const store = createDesignStore({
    send: async (change) => {
      sent.push(change);
      const answer = answers(change);
      if (answer.kind === 'done')
        file = applyChange(file, change.kind === 'add' ? { ...change, id: (answer.ids[0] ?? change.id) as QuestionId } : change);
      return Promise.resolve(answer);
    },
    read: async () => {
      read = file;
      return Promise.resolve();
    },
    after: (_ms, call) => {
      ring = call;
      return () => (ring = null);
    },
  });
  return { store, sent, shown: (): QuestionnaireVersion => store.paint(read), tick: () => ring?.() };
}

const wordings = (version: QuestionnaireVersion): (string | undefined)[] => questionsOf(version).map((question) => question.wording.nb);
const typed = (nb: string) => ({ wording: { nb } });

describe('changes on their way to the file', () => {
  test('typing is painted at once and written as one change when the clock rings', async () => {
    const { store, sent, shown, tick } = desk();
    for (const text of ['H', 'Hv', 'Hva']) store.edit(first.id, typed(text));
    expect(wordings(shown())).toEqual(['Hva']);
    expect(sent).toEqual([]);
    tick();
    await store.flush();
    expect(sent).toEqual([{ kind: 'question', id: first.id, changes: typed('Hva') }]);
    expect(store.pending()).toEqual([]);
    expect(wordings(shown())).toEqual(['Hva']);
  });

  test('a new question is written before what is typed in it, under the id that the file gave it', async () => {
    const { store, sent, shown } = desk((change) => ({ kind: 'done', ids: change.kind === 'add' ? [real] : [] }));
    store.make({
      kind: 'add',
      id: key,
      place: { sectionId: 'a', afterId: first.id, parentId: null },
      question: { type: 'open', wording: {} },
    });
    store.edit(key, typed('Ny'));
    expect(wordings(shown())).toEqual(['Spørsmål 1', 'Ny']);
    await store.flush();
    expect(sent.map((change) => ('id' in change ? change.id : ''))).toEqual([key, real]);
    expect(wordings(shown())).toEqual(['Spørsmål 1', 'Ny']);
    expect(store.keyOf(real)).toBe(key);
    store.edit(key, typed('Nyere'));
    expect(wordings(shown())).toEqual(['Spørsmål 1', 'Nyere']);
  });

  test('rows that are made together are written together, and each is known by the id that the file gave it', async () => {
    const [keys, ids] = [[91, 92, 93].map((number) => questionWith(number).id), [71, 72, 73].map((number) => questionWith(number).id)];
    const { store, sent } = desk((change) => ({ kind: 'done', ids: change.kind === 'addRows' ? ids : [] }));
    const rows = keys.map((id) => ({ id, question: { type: 'open' as const, wording: {} } }));
    store.make({ kind: 'addRows', rows, place: { sectionId: 'a', afterId: first.id, parentId: null } });
    expect(questionsOf(store.paint(versionWith([first]))).map(({ id }) => id)).toEqual([first.id, ...keys]);
    const [, second] = keys;
    if (second === undefined) throw new Error('three were made');
    store.edit(second, typed('Ny'));
    await store.flush();
    expect(sent.map(({ kind }) => kind)).toEqual(['addRows', 'question']);
    expect(sent[1]).toMatchObject({ id: ids[1] });
    expect(ids.map((id) => store.keyOf(id))).toEqual(keys);
  });

  test('what the draft cannot have is taken back, with everything said of it', async () => {
    const { store, shown } = desk((change) => (change.kind === 'add' ? { kind: 'refused' } : { kind: 'done', ids: [] }));
    store.make({ kind: 'add', id: key, place: { sectionId: 'a', afterId: null, parentId: null }, question: { type: 'open', wording: {} } });
    store.edit(key, typed('Ny'));
    await store.flush();
    expect(wordings(shown())).toEqual(['Spørsmål 1']);
  });

  test('what the disk would not take stays painted and is tried with the next change', async () => {
    let isFull = true;
    const { store, sent, shown } = desk(() => (isFull ? { kind: 'later' } : { kind: 'done', ids: [] }));
    store.edit(first.id, typed('Hva'));
    await store.flush();
    expect(wordings(shown())).toEqual(['Hva']);
    isFull = false;
    store.edit(first.id, { isRequired: true });
    await store.flush();
    expect(sent.length).toBe(3);
    expect(store.pending()).toEqual([]);
  });
});
