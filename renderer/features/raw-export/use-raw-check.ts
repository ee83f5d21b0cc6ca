import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { RawCheck } from '../../../shared/contract/raw-export.ts';
import type { ProjectId, VersionId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { knownOf, packageOf, type RawOrder } from './raw-order.ts';

/** Who can be recognised in what the order comes to; undefined while it is worked out, or when it could not be. */
export function useRawCheck(
  projectId: ProjectId,
  versionId: VersionId | null,
  order: RawOrder,
): { readonly check: RawCheck | undefined; readonly error: Error | null } {
  const isPackage = order.aim === 'giveAway';
  const plain = useQuery({
    ...orpc.rawExport.check.queryOptions({
      input: versionId === null || isPackage ? skipToken : { projectId, versionId, ...knownOf(order) },
    }),
    placeholderData: keepPreviousData,
  });
  const packaged = useQuery({
    ...orpc.rawExport.checkPackage.queryOptions({
      input: versionId === null || !isPackage ? skipToken : packageOf(order, projectId, versionId),
    }),
    placeholderData: keepPreviousData,
  });
  const { data, error } = isPackage ? packaged : plain;
  return { check: data, error };
}
