import { StrictEmitter, strict } from './strict.ts';

/** What crosses a port here. */
export type Frame = string | Uint8Array;

/** One end of a MessageChannelMain; the other end is a port of main's own or, once handed over, one in a page. */
export class MessagePortMainDouble extends StrictEmitter {
  /** Where messages go; set when the channel is made, and again when the other end goes to a page. */
  deliver: (frame: Frame) => void = () => {};
  closeOther: () => void = () => {};
  isClosed = false;
  isStarted = false;
  waiting: Frame[] = [];

  constructor() {
    super('MessagePortMain', ['message', 'close']);
  }

  postMessage(frame: Frame): void {
    if (!this.isClosed) this.deliver(frame);
  }

  start(): void {
    this.isStarted = true;
    for (const frame of this.waiting.splice(0)) this.emit('message', { data: frame, ports: [] });
  }

  close(): void {
    if (this.isClosed) return;
    this.ended();
    this.closeOther();
  }

  /** A frame has come from the other end. */
  receive(frame: unknown): void {
    if (this.isStarted) this.emit('message', { data: frame, ports: [] });
    else this.waiting.push(frame as Frame); // handed on as it came
  }

  /** This end is closed, by whichever side. */
  ended(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    queueMicrotask(() => this.emit('close'));
  }
}

/** MessageChannelMain. */
export class MessageChannelMainDouble {
  readonly port1: MessagePortMainDouble;
  readonly port2: MessagePortMainDouble;

  constructor() {
    const [one, two] = [new MessagePortMainDouble(), new MessagePortMainDouble()];
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const) {
      from.deliver = (frame) => to.receive(frame);
      from.closeOther = () => to.ended();
    }
    this.port1 = strict('MessagePortMain', one);
    this.port2 = strict('MessagePortMain', two);
  }
}
