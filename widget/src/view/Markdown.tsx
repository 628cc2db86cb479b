import { Fragment, h } from 'preact';
import type { ComponentChildren, VNode } from 'preact';
import { linkTo } from './safeUrl';

const inline = /`([^`]+)`|\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*)\*|\[(\d{1,2})\](?!\()|!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)|(https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"*_])/g;
/** A mark that has been opened and not closed yet, at the end of a stream. */
const unfinished = /(\*{1,2}|`|\[[^\]]*(?:\](?:\([^)]*)?)?)$/;
const listMark = /^\s*(?:[-*+]|(\d{1,3})[.)])\s+/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

type Cite = (n: number) => VNode | undefined;

interface Props {
  text: string;
  /** False while it streams: half a mark is kept back. */
  done: boolean;
  cite?: Cite;
}

/** Markdown as elements. There is no HTML in it: what looks like HTML is shown as text. */
export function Markdown({ text, done, cite }: Props) {
  return <>{blocks(done ? text : closed(text), cite ?? (() => undefined))}</>;
}

/** Bold begins bold, so that its letters do not grow when the closing mark arrives. */
function closed(text: string): string {
  const steady = text.replace(unfinished, '');
  const marks = steady.slice(steady.lastIndexOf('\n') + 1).split('**').length - 1;
  return marks % 2 ? steady + '**' : steady;
}

function blocks(text: string, cite: Cite): ComponentChildren[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const out: ComponentChildren[] = [];
  const whileLine = (test: (line: string) => boolean) => {
    const taken: string[] = [];
    while (lines.length && test(lines[0]!)) taken.push(lines.shift()!);
    return taken;
  };
  while (lines.length) {
    const line = lines[0]!;
    if (!line.trim()) lines.shift();
    else if (line.startsWith('```')) {
      lines.shift();
      out.push(<pre tabIndex={0}>{whileLine(l => !l.startsWith('```')).join('\n')}</pre>);
      lines.shift();
    } else if (listMark.test(line)) out.push(list(whileLine(l => listMark.test(l) || /^\s+\S/.test(l)), cite));
    else if (line.includes('|') && tableRule.test(lines[1] ?? '')) out.push(table(whileLine(l => l.includes('|')), cite));
    else if (/^#{1,6}\s/.test(line)) out.push(<p><strong>{spans(lines.shift()!.replace(/^#+\s+/, ''), cite)}</strong></p>);
    else if (/^(-{3,}|\*{3,})\s*$/.test(line)) {
      lines.shift();
      out.push(<hr />);
    } else {
      // The first line is always taken, whatever it looks like, so that every pass comes forward.
      const taken = [lines.shift()!, ...whileLine(l => !!l.trim() && !listMark.test(l) && !/^(```|#{1,6}\s)/.test(l))];
      out.push(<p>{spans(taken.map(l => l.replace(/^>\s?/, '')).join('\n'), cite)}</p>);
    }
  }
  return out;
}

function list(lines: string[], cite: Cite): VNode {
  const items: string[] = [];
  for (const line of lines) {
    if (listMark.test(line)) items.push(line.replace(listMark, ''));
    else items[items.length - 1] += '\n' + line.trim();
  }
  const first = listMark.exec(lines[0]!)![1];
  const rows = items.map(item => <li>{spans(item, cite)}</li>);
  return first ? <ol start={+first}>{rows}</ol> : <ul>{rows}</ul>;
}

function table(lines: string[], cite: Cite): VNode {
  const cells = (line: string) => line.trim().replace(/^\||\|$/g, '').split('|').map(cell => cell.trim());
  const [head, , ...rows] = lines;
  return (
    <div class="table" tabIndex={0}>
      <table>
        <thead><tr>{cells(head!).map(cell => cell ? <th scope="col">{spans(cell, cite)}</th> : <td />)}</tr></thead>
        <tbody>{rows.map(row => <tr>{cells(row).map(cell => <td>{spans(cell, cite)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

function spans(text: string, cite: Cite): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    out.push(text.slice(from, match.index), span(match, cite));
    from = match.index + match[0].length;
  }
  out.push(text.slice(from));
  return out;
}

function span(match: RegExpMatchArray, cite: Cite): ComponentChildren {
  const [all, code, strong, strong2, em, n, label, address, bare] = match;
  if (code) return <code>{code}</code>;
  if (strong ?? strong2) return <strong>{spans((strong ?? strong2)!, cite)}</strong>;
  if (em) return <em>{spans(em, cite)}</em>;
  if (n) return cite(+n) ?? <span class="cite">{n}</span>;
  const link = linkTo(bare ?? address);
  return link.href ? <a {...link}>{bare ?? (label || address)}</a> : label || all;
}
