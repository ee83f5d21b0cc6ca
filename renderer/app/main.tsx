import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/global.css';
import { cleanPastes } from '../lib/clean-paste.ts';
import { applyPreferences } from '../lib/preferences.ts';
import { App } from './App.tsx';

applyPreferences();
cleanPastes();
const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
