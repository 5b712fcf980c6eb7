// What stands in the page before its own scripts: the preload with the `electron` module a sandbox has, and the web's requests
// for permission led to the program's handlers. The function runs in the page and may use nothing outside itself.

/** How the page's half calls the program's half; a Playwright binding. */
export type PageCall = (
  ...call:
    | ['send' | 'invoke', channel: string, values: unknown[]]
    | ['port', id: number, signal: { data: unknown } | { closed: true }]
    | ['permission', name: string]
) => Promise<unknown>;

/** How the program's half calls the page's. */
export type PageReceiver = {
  ipc: (channel: string, values: unknown[], ports: number[]) => void;
  port: (id: number, signal: { data: unknown } | { closed: true }) => void;
};

declare global {
  interface Window {
    electronDoubleCall: PageCall;
    electronDoubleReceive: PageReceiver;
  }
}

type Listener = (event: { ports: MessagePort[] }, ...values: unknown[]) => void;

/** The script to be put before the page's own. `preload` is the text of a CommonJS file, or empty. */
export function preloadScript(preload: string, platform: string): string {
  return `if (window === window.top) (${preloadWorld.toString()})((require, process, exports, module) => {\n${preload}\n}, ${JSON.stringify(platform)});`;
}

function preloadWorld(runPreload: (require: (name: string) => unknown, process: object, exports: object, module: object) => void, platform: string): void {
  const call = window.electronDoubleCall;
  const listeners = new Map<string, Listener[]>();
  const ports = new Map<number, MessagePort>();

  const refuse = (what: string): never => {
    throw new Error(`electron double: ${what} is not modelled in the page`);
  };
  const strict = <Value extends object>(name: string, value: Value): Value =>
    new Proxy(value, { get: (target, key, receiver): unknown => (typeof key === 'symbol' || key in target ? Reflect.get(target, key, receiver) : refuse(`${name}.${key}`)) });

  const receive: PageReceiver = {
    ipc(channel, values, ids) {
      const arrived = ids.map((id) => {
        const { port1, port2 } = new MessageChannel();
        ports.set(id, port2);
        port2.onmessage = ({ data }) => void call('port', id, { data });
        port2.addEventListener('close', () => void call('port', id, { closed: true }));
        return port1;
      });
      for (const listener of listeners.get(channel) ?? []) listener({ ports: arrived }, ...values);
    },
    port(id, signal) {
      if ('data' in signal) ports.get(id)?.postMessage(signal.data);
      else {
        ports.get(id)?.close();
        ports.delete(id);
      }
    },
  };
  Object.defineProperty(window, 'electronDoubleReceive', { value: receive });

  const ipcRenderer = strict('ipcRenderer', {
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    send(channel: string, ...values: unknown[]) {
      void call('send', channel, structuredClone(values));
    },
    async invoke(channel: string, ...values: unknown[]) {
      return call('invoke', channel, structuredClone(values));
    },
  });

  // The bridge passes copies and functions, never objects of the other world.
  const bridged = (value: unknown): unknown => {
    if (typeof value === 'function') return (...values: unknown[]) => pass(value(...values.map(pass)));
    if (Array.isArray(value)) return value.map(bridged);
    if (typeof value === 'object' && value !== null) return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bridged(item)])));
    return value;
  };
  const pass = (value: unknown): unknown => (typeof value === 'function' ? value : value instanceof Promise ? value.then(pass) : structuredClone(value));
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld(name: string, value: object) {
      Object.defineProperty(window, name, { value: bridged(value), writable: false, configurable: false });
    },
  });

  // The web's ways to ask. What a device would answer is not modelled: granted is enough to know.
  const granted = async (permission: string): Promise<boolean> => (await call('permission', permission)) === true;
  const orNotAllowed = async (permission: string): Promise<void> => {
    if (!(await granted(permission))) throw new DOMException('Permission denied', 'NotAllowedError');
  };
  const replace = (target: object, members: object): void => {
    for (const [name, value] of Object.entries(members)) Object.defineProperty(target, name, { value });
  };
  replace(navigator.geolocation, {
    getCurrentPosition: (found: (position: object) => void, failed?: (error: { code: number }) => void) =>
      void granted('geolocation').then((yes) => (yes ? found({}) : failed?.({ code: 1 }))),
  });
  replace(Notification, { requestPermission: async () => ((await granted('notifications')) ? 'granted' : 'denied') });
  if (navigator.mediaDevices) replace(navigator.mediaDevices, { getUserMedia: () => orNotAllowed('media') });
  if (navigator.clipboard) {
    replace(navigator.clipboard, {
      writeText: () => orNotAllowed('clipboard-sanitized-write'),
      readText: () => orNotAllowed('clipboard-read'),
    });
  }

  const module = { exports: {} };
  const electron = strict('electron', { contextBridge, ipcRenderer });
  runPreload((name) => (name === 'electron' ? electron : refuse(`require('${name}') in a sandbox`)), strict('process', { platform }), module.exports, module);
}
