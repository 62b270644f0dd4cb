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
    canPickFolder: false,
    pickFolder: async () => null,
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

function listen(listener: (event: CoreEvent) => void): () => void {
  const source = new EventSource('/api/events');
  let dropped = false;
  source.onmessage = (message) => listener(JSON.parse(message.data) as CoreEvent);
  source.onerror = () => {
    dropped = true;
  };
  // What was said while the line was down is lost, so after it everything is asked again.
  source.onopen = () => {
    if (!dropped) return;
    dropped = false;
    for (const topic of ['case', 'document', 'office', 'person'] as const)
      listener({ type: 'changed', topic, ids: [] });
    listener({ type: 'session' });
  };
  return () => source.close();
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
