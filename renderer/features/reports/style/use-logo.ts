import type { HouseStyle } from '../../../../shared/contract/reports-style.ts';
import { client } from '../../../lib/client.ts';
import { usePictureAddress } from '../../../lib/use-picture.ts';

/** The address of the organisation's logo for as long as it is on screen; null until it has come, and where there is none. */
export function useLogo(logo: HouseStyle['logo']): string | null {
  return usePictureAddress(logo?.sha256 ?? null, () => client.reports.seeLogo({}));
}
