import { Navigate } from '@tanstack/react-router';
import { useRouteParam, useSearchParam } from '../../lib/route.ts';
import { RegisterScreenBody } from './RegisterScreenBody.tsx';

/** The registers all projects share. Places, other people's surveys, questions and guidelines have pages of their own. */
export function RegistersScreen() {
  const kind = useRouteParam('kind');
  const row = useSearchParam('row');
  switch (kind) {
    case 'places':
      return row === undefined ? <Navigate replace to="/places" /> : <Navigate params={{ place: row }} replace to="/places/$place" />;
    case 'surveys':
      return <Navigate replace to="/listening" />;
    case 'questions':
      return <Navigate replace to="/questions" />;
    case 'guidelines':
      return <Navigate params={{ kind: 'guidelines' }} replace to="/records/$kind" />;
    default:
      // A new register is a new page: what was chosen in the last one means nothing here.
      return <RegisterScreenBody key={kind} />;
  }
}
