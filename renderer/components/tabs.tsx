// Tabs and toolbars: arrow keys walk them, Tab leaves them.

import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel, Toolbar as AriaToolbar } from 'react-aria-components';
import { classes } from './button.tsx';
import './tabs.css';

export type TabEntry<Id extends string> = { id: Id; label: ReactNode; content: ReactNode };

export function Tabs<Id extends string>({ label, tabs, selected, onSelect, className }: { label: string; tabs: readonly TabEntry<Id>[]; selected: Id; onSelect: (id: Id) => void; className?: string }) {
  return (
    <AriaTabs
      className={classes('tabs', className)}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((known) => known.id === key);
        if (tab) onSelect(tab.id);
      }}
    >
      <TabList className="tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** A row of buttons and fields above a list or a text. */
export function Toolbar({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <AriaToolbar aria-label={label} className={classes('toolbar', className)}>
      {children}
    </AriaToolbar>
  );
}

/** Pushes what follows to the end of a toolbar. */
export function ToolbarSpace() {
  return <span className="toolbar-space" />;
}
