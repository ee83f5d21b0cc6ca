import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganisationNode } from '../../../shared/contract/registers.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { Tree } from '../../ui/tree/Tree.tsx';
import styles from './registers.module.css';

export interface OrganisationTreeProps {
  readonly currentId: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

interface Branch extends OrganisationNode {
  readonly children: readonly Branch[];
}

/** Organisations below those they are part of. */
export function OrganisationTree(props: OrganisationTreeProps) {
  const query = useQuery(orpc.registers.tree.queryOptions({ input: {} }));
  return <Loaded query={query}>{({ nodes }) => <Organisations {...props} nodes={nodes} />}</Loaded>;
}

function Organisations({ nodes, currentId, onCurrent, onOpen }: OrganisationTreeProps & { readonly nodes: readonly OrganisationNode[] }) {
  const say = useText();
  // Closed branches are remembered, so that a new one stands open.
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const all = nodes.map(({ id }) => id);
  return (
    <div className={styles.tree}>
      <Tree<Branch>
        currentId={currentId}
        expandedIds={new Set(all.filter((id) => !closed.has(id)))}
        label={say('registers.kind.organisations')}
        nodes={branchesOf(nodes)}
        onCurrentIdChange={onCurrent}
        onExpandedIdsChange={(expanded) => setClosed(new Set(all.filter((id) => !expanded.has(id))))}
        onOpen={({ id }) => onOpen(id)}
        renderNode={(node) => (
          <span className={styles.node}>
            {node.name} <span className={styles.quiet}>{say(`registers.organisationKind.${node.kind}`)}</span>
          </span>
        )}
      />
    </div>
  );
}

function branchesOf(nodes: readonly OrganisationNode[]): readonly Branch[] {
  const known = new Set(nodes.map(({ id }) => id));
  const below = Map.groupBy(nodes, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const grow = (parentId: string | null): readonly Branch[] =>
    (below.get(parentId) ?? []).map((node) => ({ ...node, children: grow(node.id) }));
  return grow(null);
}
