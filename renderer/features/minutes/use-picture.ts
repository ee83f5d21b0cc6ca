import { useEffect, useState } from 'react';
import { client } from '../../lib/client.ts';

/** The address of a photo for as long as it is on screen; null until it has come. A ticket shows it once. */
export function usePicture(id: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    let made: string | null = null;
    const fetchIt = async (): Promise<void> => {
      const { ticket } = await client.minutes.seePhoto({ id });
      const response = await fetch(`/blob/${ticket}`);
      if (isGone || !response.ok) return;
      made = URL.createObjectURL(await response.blob());
      // It may have left the screen while it came.
      if (isGone) URL.revokeObjectURL(made);
      else setAddress(made);
    };
    // A photo that does not come leaves its place empty; caption and name stand there.
    fetchIt().catch(() => undefined);
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id]);
  return address;
}
