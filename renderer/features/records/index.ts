export { RecordEditor } from './RecordEditor.tsx';
export { RecordsPage } from './RecordsPage.tsx';
