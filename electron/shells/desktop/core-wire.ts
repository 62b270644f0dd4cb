import type { CoreEvent, Envelope, Reply } from '../../../shared/contract/wire.ts';
import { AppError, type Failure } from '../../../shared/kernel/errors.ts';
import type { Caller, Core, HandoffFile } from '../../core/kernel/core.ts';

/** What crosses between the window's process and the core's. JSON, except for the bytes of files. */
export type ToCore =
  | { readonly kind: 'dispatch'; readonly seq: number; readonly caller: Caller; readonly envelope: Envelope }
  | {
      readonly kind: 'receiveFile';
      readonly seq: number;
      readonly caller: Caller;
      readonly file: Pick<HandoffFile, 'name' | 'type' | 'bytes'>;
    }
  | { readonly kind: 'fileFor'; readonly seq: number; readonly caller: Caller; readonly token: string }
  | { readonly kind: 'close'; readonly seq: number };

export type FromCore =
  | { readonly kind: 'event'; readonly event: CoreEvent }
  | { readonly kind: 'done'; readonly seq: number; readonly value: Reply | HandoffFile | string | null }
  | { readonly kind: 'failed'; readonly seq: number; readonly failure: Failure };

/** One end of a message channel. */
export interface Port<Out, In> {
  post(message: Out): void;
  onMessage(listener: (message: In) => void): void;
}

/** The core's side: answers every message with exactly one of `done` and `failed`. */
export function serveCore(core: Core, port: Port<FromCore, ToCore>): void {
  core.subscribe((event) => port.post({ kind: 'event', event }));
  port.onMessage((message) => {
    const { seq } = message;
    run(core, message).then(
      (value) => port.post({ kind: 'done', seq, value }),
      (error: unknown) =>
        port.post({
          kind: 'failed',
          seq,
          failure: error instanceof AppError ? error.failure : { code: 'internal' },
        }),
    );
  });
}

async function run(core: Core, message: ToCore): Promise<Reply | HandoffFile | string | null> {
  switch (message.kind) {
    case 'dispatch':
      return core.dispatch(message.caller, message.envelope);
    case 'receiveFile':
      return core.receiveFile(message.caller, message.file);
    case 'fileFor':
      return core.fileFor(message.caller, message.token);
    case 'close':
      await core.close();
      return null;
  }
}
