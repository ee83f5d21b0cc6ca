export { agreedActions } from './agreed-actions.ts';
export { exportablePhotos, type ExportablePhoto } from './photos.ts';
export { readMinutes } from './read-minutes.ts';
