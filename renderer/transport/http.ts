import type { FileKind, PickedFile, ShellInfo } from '../../shared/contract/bridge.ts';
import type { CoreEvent, Envelope, Reply } from '../../shared/contract/wire.ts';
import { clientOver } from './client.ts';
import { CallFailure } from './failure.ts';
import { readHandoff, upload } from './handoff.ts';
import type { Platform } from './platform.ts';

const accepted: Record<FileKind, string> = {
  spreadsheet: '.xlsx,.xls,.csv,.txt',
  evidence: 'image/*,.pdf',
  backup: '.gongdao-backup',
  'law-data': '.json',
  template: '.docx,.dotx',
};

/** The page in a browser on the same computer. */
export function browserPlatform(): Platform {
  return {
    shell: 'browser',
    client: clientOver(post),
    onEvent: listen,
    pickFile: chooseFile,
    dropFile: upload,
    async saveFile(token, name) {
      const link = document.createElement('a');
      link.href = `/handoff/${encodeURIComponent(token)}?download=1`;
      link.download = name;
      link.click();
      return name;
    },
    readFile: readHandoff,
    canOpenSaved: false,
    openSaved: async () => false,
    showBatch: async () => false,
    canPickFolder: false,
    pickFolder: async () => null,
    mayNotify: async () => 'Notification' in window && Notification.permission === 'granted',
    askToNotify: async () =>
      'Notification' in window && (await Notification.requestPermission()) === 'granted',
    notify({ title, body }, onClick) {
      const shown = new Notification(title, { body });
      shown.onclick = () => {
        window.focus();
        onClick();
      };
    },
    async info() {
      const response = await fetch('/api/info');
      if (!response.ok) throw new CallFailure({ code: 'internal' });
      return (await response.json()) as ShellInfo;
    },
    setLocale: async () => undefined,
  };
}

async function post(envelope: Envelope): Promise<Reply> {
  const response = await fetch('/api/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(envelope),
  });
  if (!response.ok) throw new CallFailure({ code: 'internal', details: { status: response.status } });
  return (await response.json()) as Reply;
}

type Listener = (event: CoreEvent) => void;
const listeners = new Set<Listener>();
let joined = false;

/**
 * A browser keeps six connections to one address for all its tabs together, and a stream holds one for as long as it
 * is open: a stream for each listener would leave none for the calls of a second tab. So one tab keeps the stream and
 * hands on what it hears; when it closes, another takes over.
 */
function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (!joined) join();
  return () => listeners.delete(listener);
}

function join(): void {
  joined = true;
  const name = 'gongdao.events';
  const channel = new BroadcastChannel(name);
  channel.onmessage = (message: MessageEvent<CoreEvent>) => tell(message.data);
  const pass: Listener = (event) => {
    tell(event);
    channel.postMessage(event);
  };
  void navigator.locks.request(name, { ifAvailable: true }, (mine) =>
    mine ? keepStream(pass, false) : void navigator.locks.request(name, () => keepStream(pass, true)),
  );
}

function tell(event: CoreEvent): void {
  for (const listener of listeners) listener(event);
}

/** Never resolves: the stream is kept for as long as the tab is there. */
function keepStream(pass: Listener, afterAnother: boolean): Promise<never> {
  const source = new EventSource('/api/events');
  let dropped = afterAnother;
  source.onmessage = (message) => pass(JSON.parse(message.data) as CoreEvent);
  source.onerror = () => {
    dropped = true;
  };
  // What was said while the line was down is lost, so after it everything is asked again.
  source.onopen = () => {
    if (!dropped) return;
    dropped = false;
    for (const topic of ['case', 'document', 'office', 'person', 'task'] as const)
      pass({ type: 'changed', topic, ids: [] });
    pass({ type: 'session' });
  };
  return new Promise(() => {});
}

function chooseFile(kind: FileKind): Promise<PickedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accepted[kind];
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) resolve(null);
      else upload(file).then(resolve, reject);
    });
    input.click();
  });
}
