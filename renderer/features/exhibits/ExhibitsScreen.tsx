import { useText } from '../../lib/text.ts';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';

export function ExhibitsScreen() {
  const say = useText();
  return <PageHeader title={say('exhibits.title')} />;
}
