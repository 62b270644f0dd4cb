import type { PickedFile } from '../../shared/contract/bridge.ts';
import { type FailureCode, failureCodes } from '../../shared/kernel/errors.ts';
import { CallFailure } from './failure.ts';

// A refused hand-over answers with the failure's code as plain text.
async function refusal(response: Response): Promise<CallFailure> {
  const text = (await response.text()).trim();
  const code = failureCodes.find((known): known is FailureCode => known === text);
  return new CallFailure({ code: code ?? (response.status === 413 ? 'file-too-large' : 'internal') });
}

export async function upload(file: File): Promise<PickedFile> {
  const response = await fetch(`/handoff?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) throw await refusal(response);
  const { token } = (await response.json()) as { token: string };
  return { token, name: file.name, size: file.size };
}

export async function readHandoff(token: string): Promise<Blob> {
  const response = await fetch(`/handoff/${encodeURIComponent(token)}`);
  if (!response.ok) throw await refusal(response);
  return response.blob();
}
