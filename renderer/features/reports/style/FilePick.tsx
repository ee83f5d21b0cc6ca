import { useRef } from 'react';
import { Button } from '../../../ui/button/Button.tsx';

interface FilePickProps {
  readonly label: string;
  /** What kinds of files can be chosen. */
  readonly accept: string;
  readonly onPick: (file: File) => void;
}

/** A button that asks for a file. */
export function FilePick({ label, accept, onPick }: FilePickProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="import" onPress={() => input.current?.click()} size="bar">
        {label}
      </Button>
      <input
        accept={accept}
        aria-hidden
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onPick(file);
        }}
        ref={input}
        tabIndex={-1}
        type="file"
      />
    </>
  );
}
