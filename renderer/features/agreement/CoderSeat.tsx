import { useState } from 'react';
import type { ActorId } from '../../../shared/model/ids.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';

interface CoderSeatProps {
  readonly people: readonly { readonly personId: ActorId; readonly name: string; readonly isMe: boolean }[];
}

const newPerson = 'new';

/** Who sits at this machine: what is coded from now on is theirs, until the file is closed. */
export function CoderSeat({ people }: CoderSeatProps) {
  const say = useText();
  const save = useSave();
  const [isNew, setNew] = useState(false);
  const [name, setName] = useState('');
  const me = people.find(({ isMe }) => isMe);
  const sit = (input: Parameters<typeof client.agreement.codeAs>[0]): Promise<unknown> => save(() => client.agreement.codeAs(input));
  const add = useOneAtATime(async () => {
    if (name.trim() === '') return;
    const done = await sit({ name });
    if (done === undefined) return;
    setName('');
    setNew(false);
  });
  return (
    <>
      <Menu<string>
        chosenId={me?.personId ?? ''}
        entries={[
          ...people.map(({ personId, name: label }) => ({ id: personId as string, label })),
          { kind: 'separator' as const, id: 'line' },
          { id: newPerson, label: say('agreement.seat.new'), icon: 'add' as const },
        ]}
        label={say('agreement.seat.label')}
        onAction={(id) => {
          const person = people.find(({ personId }) => personId === id);
          if (id === newPerson) setNew(true);
          else if (person !== undefined) void sit({ personId: person.personId });
        }}
        trigger={<Button size="bar">{say('agreement.seat.now', { name: me?.name ?? say('agreement.seat.nobody') })}</Button>}
      />
      <Dialog
        actions={
          <>
            <Button onPress={() => setNew(false)}>{say('agreement.seat.cancel')}</Button>
            <Button isDisabled={name.trim() === ''} onPress={() => void add()} variant="main">
              {say('agreement.seat.take')}
            </Button>
          </>
        }
        isOpen={isNew}
        onOpenChange={setNew}
        title={say('agreement.seat.who')}
      >
        <TextField
          autoFocus
          help={say('agreement.seat.help')}
          label={say('agreement.seat.name')}
          maxLength={200}
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void add();
          }}
          value={name}
        />
      </Dialog>
    </>
  );
}
