import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './Tabs.module.css';

/** One tab. `note` is a quieter count after the word. */
export interface TabEntry<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly note?: string;
  readonly content: ReactNode;
}

/** What tabs need. Rare: try a segmented control or one longer page first. */
export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabEntry<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** Parts that are never needed side by side. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={cx(styles.tabs)}
      onSelectionChange={(key) => {
        const next = tabs.find((tab) => tab.id === key);
        if (next !== undefined) {
          onChange(next.id);
        }
      }}
      selectedKey={value}
    >
      <TabList aria-label={label} className={cx(styles.list)}>
        {tabs.map((tab) => (
          <Tab className={cx(styles.tab)} id={tab.id} key={tab.id}>
            {tab.label}
            {tab.note === undefined ? null : <span className={styles.note}>{tab.note}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel className={cx(styles.panel)} id={tab.id} key={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
