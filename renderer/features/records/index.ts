export { RecordEditor } from './RecordEditor.tsx';
