import '../../../renderer/styles/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { AllParts } from './AllParts.tsx';

// Which mode is looked at comes from the address: ?theme=dark&contrast=more&density=high&part=fields
const parameters = new URLSearchParams(location.search);
for (const name of ['theme', 'contrast', 'density']) {
  const value = parameters.get(name);
  if (value !== null) {
    document.documentElement.dataset[name] = value;
  }
}

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="nb-NO">
        <AllParts part={parameters.get('part')} />
      </I18nProvider>
    </StrictMode>,
  );
}
