export { DeedRow } from './DeedRow.tsx';
export { LifeList, type LifeStep } from './LifeList.tsx';
export { ListHint } from './ListHint.tsx';
export { MeetingPicker, type PickedMeeting } from './MeetingPicker.tsx';
export { NewActionDialog } from './NewActionDialog.tsx';
export { ProjectField } from './ProjectField.tsx';
export { ProjectFilter } from './ProjectFilter.tsx';
export { ReportBackDialog } from './ReportBackDialog.tsx';
