import { useNavigate } from '@tanstack/react-router';
import { useSearchParam } from '../../lib/route.ts';

/** Which question of the book is in sight, from the address. Moving through the book is reading, not a step that Back undoes. */
export function useBookPlace(questions: readonly { readonly id: string }[]): {
  readonly index: number;
  readonly set: (index: number) => void;
} {
  const navigate = useNavigate();
  const at = useSearchParam('at');
  const index = Math.max(
    0,
    questions.findIndex(({ id }) => id === at),
  );
  return {
    index,
    set: (next) => {
      if (next === index) return;
      const id = next === 0 ? undefined : questions[next]?.id;
      void navigate({ to: '.', search: (old: object) => ({ ...old, at: id }), replace: true, resetScroll: false });
    },
  };
}
