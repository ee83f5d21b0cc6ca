import { brokenWith, wantsReason } from './entry-model.ts';
import { useDraft, type Draft } from './use-draft.ts';
import type { Entry } from './use-entry.ts';

/** The field of the current question. A number that no check lets through waits in it; typing on takes the refusal away. */
export function useEntryDraft(entry: Entry): Draft {
  const { model, current, stay } = entry;
  const draft = useDraft(
    current,
    current === null ? null : model.valueOf(current.id),
    // A change of a finished interview is not sent while one types: it waits for Enter, and then for its reason.
    (entered) =>
      !wantsReason(model) && (entered.kind !== 'number' || current === null || brokenWith(model, current.id, entered)?.severity !== 'hard'),
    (question, entered) => void entry.answers.send(question.id, entered),
  );
  return {
    ...draft,
    set: (text) => {
      draft.set(text);
      if (stay.note !== null || stay.armed !== null) entry.change({ note: null, armed: null });
    },
  };
}
