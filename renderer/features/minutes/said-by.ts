import type { Line } from '../../../shared/contract/minutes.ts';
import type { Say } from '../../lib/text.ts';

/** Who said a line and whose view it is, in words; empty where nobody has said. */
export function saidBy(line: Pick<Line, 'attribution' | 'attributedBody' | 'attributedOrganisation' | 'perspective'>, say: Say): string {
  const { attribution, perspective } = line;
  const who =
    attribution === null
      ? ''
      : attribution === 'body'
        ? (line.attributedBody?.name ?? line.attributedOrganisation?.name ?? say('minutes.attribution.body'))
        : say(`minutes.attribution.${attribution}`);
  return [who, perspective === null ? '' : say(`minutes.perspective.${perspective}`)].filter((part) => part !== '').join(' · ');
}
