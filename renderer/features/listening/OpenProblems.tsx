import { ProblemStatus, type ProblemStatement } from '../../../shared/contract/listening.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { CellField } from './CellField.tsx';
import { Register } from './Register.tsx';

interface OpenProblemsProps {
  readonly problems: readonly ProblemStatement[];
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

const none = '-';

/** Problems as people put them, what they are about, and what has come of each. */
export function OpenProblems({ problems, services }: OpenProblemsProps) {
  const say = useText();
  const save = useSave();
  const keep = (problem: Parameters<typeof client.listening.saveProblem>[0]): void =>
    void save(() => client.listening.saveProblem(problem));
  const add = () =>
    save(() =>
      client.listening.saveProblem({
        id: null,
        projectId: null,
        wording: say('listening.problem.new'),
        raisedBy: null,
        raisedOn: today(),
        serviceId: null,
        status: 'open',
        answer: null,
      }),
    );
  const serviceOptions = [{ id: none, label: say('listening.none') }, ...services.map(({ id, name }) => ({ id, label: name }))];
  return (
    <Register
      addLabel={say('listening.problem.add')}
      columns={[
        say('listening.problem.wording'),
        say('listening.problem.raisedBy'),
        say('listening.problem.service'),
        say('listening.problem.status'),
        say('listening.problem.answer'),
      ]}
      empty={say('listening.problem.empty')}
      isEmpty={problems.length === 0}
      onAdd={add}
      title={say('listening.problem.title')}
    >
      {problems.map((problem) => (
        <tr data-id={problem.id} key={problem.id}>
          <td>
            <CellField
              label={say('listening.problem.wording')}
              onSave={(wording) => (wording === null ? undefined : keep({ id: problem.id, wording }))}
              value={problem.wording}
            />
          </td>
          <td>
            <CellField
              label={say('listening.problem.raisedBy')}
              onSave={(raisedBy) => keep({ id: problem.id, raisedBy })}
              value={problem.raisedBy}
            />
          </td>
          <td>
            <Select
              isLabelHidden
              label={say('listening.problem.service')}
              onChange={(id) => keep({ id: problem.id, serviceId: id === none ? null : id })}
              options={serviceOptions}
              value={problem.serviceId ?? none}
            />
          </td>
          <td>
            <Select
              isLabelHidden
              label={say('listening.problem.status')}
              onChange={(status) => keep({ id: problem.id, status })}
              options={ProblemStatus.options.map((id) => ({ id, label: say(`listening.problem.status.${id}`) }))}
              value={problem.status}
            />
          </td>
          <td>
            <CellField
              label={say('listening.problem.answer')}
              onSave={(answer) => keep({ id: problem.id, answer })}
              value={problem.answer}
            />
          </td>
          <td>
            <IconButton
              icon="remove"
              label={say('listening.remove')}
              onPress={() => void save(() => client.listening.removeProblem({ id: problem.id }))}
            />
          </td>
        </tr>
      ))}
    </Register>
  );
}
