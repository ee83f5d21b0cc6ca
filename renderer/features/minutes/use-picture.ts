import { client } from '../../lib/client.ts';
import { usePictureAddress } from '../../lib/use-picture.ts';

/** The address of a photo for as long as it is on screen; null until it has come. A photo that does not come leaves its place empty. */
export function usePicture(id: string): string | null {
  return usePictureAddress(id, () => client.minutes.seePhoto({ id }));
}
