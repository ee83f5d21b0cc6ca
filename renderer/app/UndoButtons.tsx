import { printedKey } from '../../shared/commands/keys.ts';
import { platform } from '../lib/platform.ts';
import { useText } from '../lib/text.ts';
import { IconButton } from '../ui/icon-button/IconButton.tsx';
import { useUndo } from './use-undo.ts';

/** Undo and redo, called by what they would take; and their keys. Apart from the bar, which no answer draws anew. */
export function UndoButtons({ isOpen }: { readonly isOpen: boolean }) {
  const say = useText();
  const { next, nextRedo, undo, redo } = useUndo(isOpen);
  if (!isOpen) return null;
  return (
    <>
      <IconButton
        icon="undo"
        isDisabled={next === null}
        kbd={printedKey('Mod+Z', platform)}
        label={next === null ? say('app.nothingToUndo') : say('app.undo', { what: say.any(next.labelId, next.params) })}
        onPress={undo}
        size="small"
      />
      <IconButton
        icon="redo"
        isDisabled={nextRedo === null}
        kbd={printedKey('Mod+Shift+Z', platform)}
        label={nextRedo === null ? say('app.nothingToRedo') : say('app.redo', { what: say.any(nextRedo.labelId, nextRedo.params) })}
        onPress={redo}
        size="small"
      />
    </>
  );
}
