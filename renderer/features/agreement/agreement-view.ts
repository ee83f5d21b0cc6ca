import type { AgreementLevel, AgreementTexts } from '../../../shared/contract/agreement.ts';
import type { ActorId } from '../../../shared/model/ids.ts';

/** Coders are named in the address by the end of their id, which is random; the whole would not fit. */
const shown = 8;

/** Whom the address names, in its order; without any, the two who have read most. At most six. */
export function chosenCoders<C extends { readonly coderId: ActorId; readonly texts: number }>(
  who: string | undefined,
  coders: readonly C[],
): readonly C[] {
  const named = (who ?? '').split('.').flatMap((end) => coders.find(({ coderId }) => end !== '' && coderId.endsWith(end)) ?? []);
  return (named.length >= 2 ? [...new Set(named)] : coders.slice(0, 2)).slice(0, 6);
}

/** What the address says for these coders. */
export function nameCoders(coders: readonly { readonly coderId: ActorId }[]): string {
  return coders.map(({ coderId }) => coderId.slice(-shown)).join('.');
}

const levels: readonly AgreementLevel[] = ['character', 'answer', 'person'];
const texts: readonly AgreementTexts[] = ['all', 'answers', 'long'];

/** The level of the address; answers without one. */
export function levelOf(mode: string | undefined): AgreementLevel {
  return levels.find((one) => one === mode) ?? 'answer';
}

/** Which texts the address asks for: all without a word. */
export function textsOf(filter: string | undefined): AgreementTexts {
  return texts.find((one) => one === filter) ?? 'all';
}
