import type { Paper } from '../../../shared/contract/papers.ts';
import { photoAddresses } from '../../lib/pictures.ts';

/** Addresses of a paper's photos by attachment, until somebody lets go of them. */
export type PhotoUrls = ReadonlyMap<string, string>;

/** Fetches the photos of a paper. One that cannot be had is left out; the paper then says so. */
export function loadPhotos({ blocks }: Paper): Promise<PhotoUrls> {
  const photos = blocks.flatMap((block) => (block.kind === 'photos' ? block.photos : []));
  return photoAddresses(new Set(photos.map(({ attachmentId }) => attachmentId)));
}

/** Lets go of photos that are no longer shown. */
export function letGo(photos: PhotoUrls): void {
  for (const address of photos.values()) URL.revokeObjectURL(address);
}
