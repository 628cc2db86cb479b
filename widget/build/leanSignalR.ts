import { type Plugin, parseAst } from 'vite';

interface Node { type: string; start: number; end: number; [key: string]: unknown }

/** What the widget never does: reconnect inside the client, stream to the server, be called by it, wait for acknowledgements. */
const unreachable = new Set([
  '_reconnect', '_getNextRetryDelay', '_launchStreams', '_invokeClientMethod', '_createStreamItemMessage', '_createCompletionMessage',
  '_isAckMessage', '_isSequenceMessage', 'on', 'off', 'onreconnecting', 'onreconnected',
]);

/**
 * Leaves out of SignalR's client what the widget can never reach: its log lines (the widget's logger is silent), the
 * buffer of stateful reconnect (the widget resumes by event number), and the methods above. Their names stay, so that a
 * call that should not happen does nothing rather than fail.
 */
export function leanSignalR(): Plugin {
  return {
    name: 'lean-signalr',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@microsoft/signalr/')) return undefined;
      if (id.endsWith('/MessageBuffer.js')) return 'export class MessageBuffer {}';
      return cuts(parseAst(code) as unknown as Node).reduceRight((text, { start, end, type }) =>
        text.slice(0, start) + (type === 'BlockStatement' ? '{}' : ';') + text.slice(end), code);
    },
  };
}

/** Statements `this._logger.log(…);` and bodies of unreachable methods, in order. */
function cuts(node: Node): Node[] {
  if (isLogLine(node)) return [node];
  if (node.type === 'MethodDefinition' && unreachable.has((node.key as { name: string }).name)) return [(node.value as { body: Node }).body];
  return Object.values(node).flat().filter((child): child is Node => typeof (child as Node | null)?.type === 'string').flatMap(cuts);
}

function isLogLine(node: Node): boolean {
  const call = node.type === 'ExpressionStatement' ? node.expression as Node : undefined;
  const callee = call?.callee as { property?: { name?: string }; object?: { property?: { name?: string } } } | undefined;
  return callee?.property?.name === 'log' && callee.object?.property?.name === '_logger';
}
