import type { RecordPage } from '../../../shared/contract/records.ts';
import { AuditEditor } from './AuditEditor.tsx';
import { GuidelineEditor } from './GuidelineEditor.tsx';
import { OfferingEditor } from './OfferingEditor.tsx';
import { PartnershipEditor } from './PartnershipEditor.tsx';
import { PeerPostEditor } from './PeerPostEditor.tsx';
import { ReportEditor } from './ReportEditor.tsx';

interface RecordEditorProps {
  readonly page: RecordPage;
  readonly id: string;
  /** Made just now: the caret stands in its name. */
  readonly isNew: boolean;
}

/** The fields of one record, each saved when it is left. */
export function RecordEditor({ page, id, isNew }: RecordEditorProps) {
  switch (page.kind) {
    case 'reports':
      return page.rows.filter((row) => row.id === id).map((row) => <ReportEditor isNew={isNew} key={row.id} report={row} />);
    case 'guidelines':
      return page.rows.filter((row) => row.id === id).map((row) => <GuidelineEditor guideline={row} isNew={isNew} key={row.id} />);
    case 'partnerships':
      return page.rows.filter((row) => row.id === id).map((row) => <PartnershipEditor isNew={isNew} key={row.id} partnership={row} />);
    case 'offerings':
      return page.rows.filter((row) => row.id === id).map((row) => <OfferingEditor isNew={isNew} key={row.id} offering={row} />);
    case 'peer-posts':
      return page.rows.filter((row) => row.id === id).map((row) => <PeerPostEditor isNew={isNew} key={row.id} post={row} />);
    case 'audits':
      return page.rows.filter((row) => row.id === id).map((row) => <AuditEditor audit={row} isNew={isNew} key={row.id} />);
    default:
      return page satisfies never;
  }
}
