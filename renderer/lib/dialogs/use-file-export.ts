import type { Ticket } from '../../../shared/model/ids.ts';
import { receiveFile } from '../blobs.ts';
import { useText } from '../text.ts';
import { useMaking } from './use-making.ts';

/** A file that has been made, and the release it is entered as. */
export interface Exported {
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly releaseNumber: number;
}

/** Makes a file, hands it over and says which release it is. */
export function useFileExport(onDone: () => void) {
  const say = useText();
  return useMaking<Exported>(onDone, {
    handOver: ({ ticket, fileName }) => receiveFile(ticket, fileName),
    tell: ({ releaseNumber, fileName }, isSaved) => say(isSaved ? 'export.done' : 'export.notSaved', { number: releaseNumber, fileName }),
  });
}
