export { exportablePhotos, type ExportablePhoto } from './photos.ts';
