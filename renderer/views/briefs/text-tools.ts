// The place above the brief where the buttons of the text in hand are shown: there they cover nothing and push nothing aside.

import { createContext } from 'react';

export const TextTools = createContext<HTMLElement | null>(null);
