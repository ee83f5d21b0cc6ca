import type { Paper } from '../../../shared/contract/papers.ts';
import { client } from '../../lib/client.ts';

/** Addresses of a paper's photos by attachment, good for as long as the page lives. */
export type PhotoUrls = ReadonlyMap<string, string>;

/** Fetches the photos of papers. One that cannot be had is left out; the paper then says so. */
export async function loadPhotos(papers: readonly Paper[]): Promise<PhotoUrls> {
  const ids = new Set(
    papers.flatMap((paper) =>
      paper.blocks.flatMap((block) => (block.kind === 'photos' ? block.photos.map((photo) => photo.attachmentId) : [])),
    ),
  );
  const urls = await Promise.all([...ids].map(async (id) => [id, await loadPhoto(id)] as const));
  return new Map(urls.flatMap(([id, url]) => (url === null ? [] : [[id, url] as const])));
}

async function loadPhoto(id: string): Promise<string | null> {
  try {
    const { ticket } = await client.minutes.seePhoto({ id });
    const response = await fetch(`/blob/${ticket}`);
    return response.ok ? URL.createObjectURL(await response.blob()) : null;
  } catch {
    return null;
  }
}
