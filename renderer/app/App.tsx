import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { CommandsProvider } from '../lib/commands.tsx';
import { stayConnected } from '../lib/connect.ts';
import { localeOf } from '../lib/text.ts';
import { preferences } from '../lib/preferences.ts';
import { Messages } from './Messages.tsx';
import { router } from './routes.tsx';

/** Answers stay fresh until an event says otherwise; an office without network is no reason to wait. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

let isStarted = false;

/** Everything around the screens: connection, language, answers from the core, commands, routes. */
export function App() {
  const { language } = preferences.use();
  useEffect(() => {
    // Strict mode runs effects twice in development; there is one connection.
    if (isStarted) return;
    isStarted = true;
    void stayConnected(queries);
  }, []);
  return (
    <Messages language={language}>
      <I18nProvider locale={language === 'nn' ? 'nb-NO' : localeOf(language)}>
        <QueryClientProvider client={queries}>
          <CommandsProvider>
            <RouterProvider router={router} />
          </CommandsProvider>
        </QueryClientProvider>
      </I18nProvider>
    </Messages>
  );
}
