import { useLayoutEffect, useRef } from 'react';
import { Attribution, Perspective } from '../../../shared/contract/observations.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import styles from './editor.module.css';
import type { Desk } from './minutes-desk.ts';
import type { DraftLine } from './minutes-model.ts';
import { WhoField, type Who } from './WhoField.tsx';

interface WhoStripProps {
  readonly desk: Desk;
  readonly line: DraftLine;
  readonly onClose: () => void;
}

/** Who said a line: one participant, everybody, a body or an organisation by name; and whose view it is. */
export function WhoStrip({ desk, line, onClose }: WhoStripProps) {
  const say = useText();
  const save = useSave();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const { facts } = line;
  const choices = [
    { id: 'one-participant', label: say('minutes.attribution.one-participant') },
    { id: 'consensus', label: say('minutes.attribution.consensus') },
    ...Perspective.options.map((id) => ({ id, label: say(`minutes.perspective.${id}`) })),
    ...(facts?.attribution == null ? [] : [{ id: 'none', label: say('minutes.attribution.none') }]),
    ...(facts?.perspective == null ? [] : [{ id: 'no-perspective', label: say('minutes.perspective.none') }]),
  ];
  function choose(who: Who): void {
    const standing = {
      attribution: facts?.attribution ?? null,
      bodyId: facts?.attributedBody?.id ?? null,
      organisationId: facts?.attributedOrganisation?.id ?? null,
      perspective: facts?.perspective ?? null,
    };
    desk.keep(line.id);
    void save(() => client.minutes.attribute({ lineId: line.id, ...standing, ...change(who) }));
  }
  return (
    <div className={styles.pick}>
      <WhoField
        choices={choices}
        inputRef={input}
        kinds={['bodies', 'organisations']}
        label={say('minutes.who')}
        onCancel={onClose}
        onChoose={choose}
        onNext={onClose}
        value=""
      />
    </div>
  );
}

interface Change {
  readonly attribution?: Attribution | null;
  readonly bodyId?: string | null;
  readonly organisationId?: string | null;
  readonly perspective?: Perspective | null;
}

/** What a choice changes; who said it and whose view it is are two things. */
function change(who: Who): Change {
  const nobody = { bodyId: null, organisationId: null };
  if (who.kind === 'bodies') return { attribution: 'body', bodyId: who.id, organisationId: null };
  if (who.kind === 'organisations') return { attribution: 'body', bodyId: null, organisationId: who.id };
  if (who.kind !== 'choice') return {};
  if (who.id === 'none') return { attribution: null, ...nobody };
  if (who.id === 'no-perspective') return { perspective: null };
  const perspective = Perspective.safeParse(who.id).data;
  if (perspective !== undefined) return { perspective };
  const attribution = Attribution.safeParse(who.id).data;
  return attribution === undefined ? {} : { attribution, ...nobody };
}
