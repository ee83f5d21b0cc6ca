import { useEffect, useState } from 'react';
import { pictureAddress, type AskForPicture } from './pictures.ts';

/** The address of a picture for as long as it is on screen; null until it has come. @param name what it is known by; null for no picture */
export function usePictureAddress(name: string | null, ask: AskForPicture): string | null {
  const [shown, setShown] = useState<{ readonly name: string; readonly address: string } | null>(null);
  useEffect(() => {
    if (name === null) return undefined;
    let isGone = false;
    let made: string | null = null;
    void pictureAddress(ask).then((address) => {
      made = address;
      if (address === null) return;
      // It may have left the screen while it came.
      if (isGone) URL.revokeObjectURL(address);
      else setShown({ name, address });
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [name]);
  return shown !== null && shown.name === name ? shown.address : null;
}
