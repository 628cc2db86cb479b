/** A call that the server refused, with a code of docs/contracts.md. */
export interface Refusal { code: string; message: string }

/** Reads the refusal out of SignalR's message ("… HubException: {json}"); undefined when the call never got an answer. */
export function refusal(error: unknown): Refusal | undefined {
  const text = error instanceof Error ? error.message : '';
  const from = text.indexOf('{');
  if (from >= 0) {
    try {
      const { code, message } = JSON.parse(text.slice(from, text.lastIndexOf('}') + 1));
      if (typeof code === 'string') return { code, message: String(message ?? '') };
    } catch {
      return undefined;
    }
  }
  return /^An unexpected error occurred invoking/.test(text) ? { code: 'unavailable', message: '' } : undefined;
}
