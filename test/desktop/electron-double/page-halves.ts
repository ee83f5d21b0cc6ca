/**
 * The two halves of the double inside a page. Their source text is put into the page before any of its scripts: one in the
 * page's own world, one in an isolated world together with the preload. They stand alone: nothing here may use anything outside
 * the function it is in.
 */

/** A value on its way between the worlds. Functions stay where they are and are called by number. */
export type Carried =
  | { readonly kind: 'value'; readonly value?: unknown }
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Carried>> };

/** The page's side of contextBridge: builds what the preload exposes, frozen all through. */
export function pageHalf(name: string): void {
  if (window !== window.top) return;
  const listeners: ((...values: unknown[]) => void)[] = [];
  const results = new Map<number, (message: { isOk: boolean; value?: unknown }) => void>();
  const say = (message: unknown): boolean =>
    document.dispatchEvent(new CustomEvent(`${name}-to-preload`, { detail: JSON.stringify(message) }));
  let calls = 0;
  const carry = (value: unknown): Carried => {
    if (typeof value !== 'function') return { kind: 'value', value };
    return { kind: 'function', id: listeners.push((...values) => void value(...values)) - 1 };
  };
  const call = (id: number, values: readonly unknown[]): unknown => {
    const callId = (calls += 1);
    const answers: { isOk: boolean; value?: unknown; isPromise?: boolean }[] = [];
    results.set(callId, (message) => answers.push(message));
    say({ callId, id, values: values.map(carry) });
    const answer = answers[0];
    if (answer === undefined) throw new Error('electron double: the preload did not answer');
    if (answer.isPromise === true) {
      return new Promise((resolve, reject) => {
        results.set(callId, (message) => (message.isOk ? resolve(message.value) : reject(new Error(String(message.value)))));
      });
    }
    if (!answer.isOk) throw new Error(String(answer.value));
    return answer.value;
  };
  const build = (carried: Carried): unknown => {
    if (carried.kind === 'value') return carried.value;
    if (carried.kind === 'function') return Object.freeze((...values: unknown[]) => call(carried.id, values));
    return Object.freeze(Object.fromEntries(Object.entries(carried.members).map(([key, member]) => [key, build(member)])));
  };
  // Electron tells both ends of a port when the other end closes; the web's own ports do not. Ports arrive in the order they were made.
  const ports: MessagePort[] = [];
  window.addEventListener('message', ({ source, ports: arrived }) => {
    if (source !== window) return;
    for (const port of arrived) {
      const place = ports.push(port) - 1;
      const close = port.close.bind(port);
      port.close = () => {
        say({ closedPort: place });
        close();
      };
    }
  });
  document.addEventListener(`${name}-to-page`, (event) => {
    // Both halves write these as text.
    const message = JSON.parse((event as CustomEvent<string>).detail);
    if (message.type === 'port-closed') ports[message.place]?.dispatchEvent(new Event('close'));
    else if (message.type === 'expose')
      Object.defineProperty(window, message.key, { value: build(message.shape), enumerable: true, writable: false, configurable: false });
    else if (message.type === 'result') results.get(message.callId)?.(message);
    else listeners[message.id]?.(...message.values);
  });
}

export interface PreloadHalfOptions {
  /** Name of the events between the halves. */
  readonly name: string;
  /** Name of the function that reaches the double. */
  readonly binding: string;
  readonly platform: string;
}

/** The preload's world: require('electron'), contextBridge, ipcRenderer, ports. */
export function preloadHalf(
  options: PreloadHalfOptions,
  preload: (require: unknown, module: unknown, exports: unknown, process: unknown) => void,
): void {
  if (window !== window.top) return;
  const { name, binding } = options;
  const world = globalThis as unknown as Record<string, (text: string) => void>; // the binding is put here by Chromium
  const tell = (message: unknown): void => world[binding]?.(JSON.stringify(message));
  const strict = (title: string, target: object): object =>
    new Proxy(target, {
      get: (object, key) => {
        if (typeof key === 'symbol' || key in object) return Reflect.get(object, key);
        throw new Error(`electron double: ${title}.${key} is not there`);
      },
    });
  const functions: ((...values: unknown[]) => unknown)[] = [];
  const toPage = (message: unknown): boolean =>
    document.dispatchEvent(new CustomEvent(`${name}-to-page`, { detail: JSON.stringify(message) }));
  const carry = (value: unknown): Carried => {
    if (typeof value === 'function') return { kind: 'function', id: functions.push((...values) => value(...values)) - 1 };
    if (typeof value !== 'object' || value === null) return { kind: 'value', value };
    return { kind: 'object', members: Object.fromEntries(Object.entries(value).map(([key, member]) => [key, carry(member)])) };
  };
  document.addEventListener(`${name}-to-preload`, (event) => {
    // Both halves write these as text.
    const message = JSON.parse((event as CustomEvent<string>).detail) as {
      callId: number;
      id: number;
      values: Carried[];
      closedPort?: number;
    };
    if (message.closedPort !== undefined) return tell({ type: 'port-closed', id: [...ports.keys()][message.closedPort] });
    const { callId, id, values } = message;
    const arrived = values.map((carried) =>
      carried.kind === 'function'
        ? (...more: unknown[]) => void toPage({ type: 'call', id: carried.id, values: more })
        : carried.kind === 'value'
          ? carried.value
          : undefined,
    );
    const answer = (isOk: boolean, value: unknown, isPromise = false): void =>
      void toPage({ type: 'result', callId, isOk, value, isPromise });
    const failed = (error: unknown): void => answer(false, error instanceof Error ? error.message : String(error));
    try {
      const result = functions[id]?.(...arrived);
      if (!(result instanceof Promise)) return answer(true, result);
      answer(true, undefined, true);
      result.then((value: unknown) => answer(true, value), failed);
    } catch (error) {
      failed(error);
    }
    return undefined;
  });

  const channels = new Map<string, ((event: { ports: MessagePort[] }, ...values: unknown[]) => void)[]>();
  const invoked = new Map<number, (message: { isOk: boolean; value: unknown }) => void>();
  const ports = new Map<number, MessagePort>();
  const newPort = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    ports.set(id, port1);
    port1.addEventListener('message', ({ data }: { data: unknown }) => {
      if (typeof data === 'string') tell({ type: 'frame', id, text: data });
      else if (data instanceof Uint8Array)
        tell({ type: 'frame', id, bytes: btoa(Array.from(data, (byte) => String.fromCodePoint(byte)).join('')) });
      else tell({ type: 'frame', id, odd: Object.prototype.toString.call(data) });
    });
    port1.start();
    return port2;
  };
  const receive = (message: {
    type: string;
    id: number;
    channel: string;
    values: unknown[];
    ports: number[];
    text?: string;
    bytes?: string;
    isOk: boolean;
    value: unknown;
  }): void => {
    if (message.type === 'send')
      for (const listener of channels.get(message.channel) ?? []) listener({ ports: message.ports.map(newPort) }, ...message.values);
    else if (message.type === 'answer') invoked.get(message.id)?.(message);
    else if (message.type === 'frame')
      ports.get(message.id)?.postMessage(message.text ?? Uint8Array.from(atob(message.bytes ?? ''), (sign) => sign.codePointAt(0) ?? 0));
    else toPage({ type: 'port-closed', place: [...ports.keys()].indexOf(message.id) });
  };
  Object.defineProperty(globalThis, `${binding}Receive`, { value: receive });

  let calls = 0;
  const ipcRenderer = strict('ipcRenderer', {
    on: (channel: string, listener: (event: { ports: MessagePort[] }, ...values: unknown[]) => void) =>
      channels.set(channel, [...(channels.get(channel) ?? []), listener]),
    send: (channel: string, ...values: unknown[]) => tell({ type: 'send', channel, values }),
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = (calls += 1);
        invoked.set(id, ({ isOk, value }) =>
          isOk ? resolve(value) : reject(new Error(`Error invoking remote method '${channel}': ${String(value)}`)),
        );
        tell({ type: 'invoke', id, channel, values });
      }),
  });
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => toPage({ type: 'expose', key, shape: carry(api) }),
  });
  const electron = strict('electron', { contextBridge, ipcRenderer });
  const load = (id: string): unknown => {
    if (id === 'electron') return electron;
    throw new Error(`module not found: ${id}`);
  };
  preload(load, { exports: {} }, {}, strict('process', { platform: options.platform }));
}
