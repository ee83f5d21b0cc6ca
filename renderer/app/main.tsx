import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import '../styles/global.css';
import { applyPreferences } from '../lib/preferences.ts';
import { App } from './App.tsx';

// Zod would try to compile its checks, which the page's policy (Trusted Types) forbids and reports.
z.config({ jitless: true });
applyPreferences();
const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
