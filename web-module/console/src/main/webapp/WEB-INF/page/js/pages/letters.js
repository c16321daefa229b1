/** Dead letters: why each is there; back to its queue, or away. */
import { html, useState } from '../../lib/preact.js';
import { deleteLetter, requeue } from '../actions.js';
import { get, query } from '../api.js';
import { useAsked } from '../asked.js';
import { count, plural } from '../format.js';
import { change, link } from '../route.js';
import { mayWrite, session } from '../session.js';
import { useStore } from '../store.js';
import { Bulk } from '../parts/bulk.js';
import { Choices } from '../parts/field.js';
import { QueryBox } from '../parts/query.js';
import { Answer, Blank } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { Views } from '../parts/views.js';
import { Time } from '../parts/value.js';

const PAGE = 50;
const reasonOf = q => q.match(/(?:^| )reason:([^ ]+)/)?.[1].split(',') ?? [];

function withReasons(q, reasons) {
    const rest = q.replace(/(?:^| )reason:[^ ]+/, '').trim();
    return [reasons.length ? `reason:${reasons.join(',')}` : '', rest].filter(Boolean).join(' ');
}

export function Letters({ values }) {
    const { q = '', after } = values;
    const writes = mayWrite(useStore(session));
    const [bulk, setBulk] = useState(null);
    const asked = useAsked(signal => get('dead-letters' + query({ q, after, limit: PAGE }), { signal }), q + ' ' + after, after ? 0 : 5000);
    const numbers = new Map(reasonOf(q).map(reason => [reason, 0]));
    asked.data?.reasons.forEach(({ value, count: number }) => value && numbers.set(value, number));
    const toggle = reason => {
        const chosen = reasonOf(q);
        const next = chosen.includes(reason) ? chosen.filter(one => one !== reason) : [...chosen, reason];
        change({ q: withReasons(q, next), after: '' });
    };
    return html`<h1>Dead letters</h1>
        <p class="soft">Messages that no worker would accept. They stay here until somebody requeues or deletes them.</p>
        <${QueryBox} q=${q} problem=${asked.error} example="reason:unknown-task task:mail.* queue:mail node:a" onSearch=${text => change({ q: text, after: '' })} />
        <${Views} page="dead-letters" q=${q} />
        ${numbers.size > 0 && html`<${Choices} name="Reasons" chosen=${reasonOf(q)} onChoose=${toggle}
            options=${[...numbers].sort().map(([value, number]) => ({ value, label: `${value} ${count(number)}` }))} />`}
        ${asked.error?.code !== 'bad-query' && html`<section class="card"><${Answer} asked=${asked}>${data =>
            data.items.length === 0 ? html`<${Blank} title=${q ? 'No dead letter matches' : 'There are no dead letters'}>
                ${q && html`<p><button onClick=${() => change({ q: '', after: '' })}>Show all</button></p>`}<//>` : html`
            <div class="head">
                <p>${data.total.exact ? plural(data.total.value, 'dead letter') : `More than ${plural(data.total.value, 'dead letter')}`}</p>
                ${writes && html`<div class="actions">
                    <button onClick=${() => setBulk('requeue')}>Requeue ${count(data.total.value)}…</button>
                    <button class="danger" onClick=${() => setBulk('delete')}>Delete ${count(data.total.value)}…</button>
                </div>`}
            </div>
            <${Table} name="Dead letters" id=${letter => letter.id} rows=${data.items} columns=${columns(writes, asked.again)} />
            <div class="actions">
                ${after && html`<button onClick=${() => change({ after: '' })}>First page</button>`}
                ${data.next && html`<button onClick=${() => change({ after: data.next })}>Next page</button>`}
            </div>`}<//></section>`}
        ${bulk && html`<${Bulk} action=${bulk} q=${q} what="dead letter" onClose=${() => { setBulk(null); asked.again(); }} />`}`;
}

const columns = (writes, again) => [
    { title: 'Since', cell: letter => html`<${Time} at=${letter.date} />` },
    { title: 'Task', cell: letter => letter.task_id ? html`<a href=${link(['tasks', letter.task_id])}>${letter.name ?? 'unknown'}</a>` : letter.name ?? 'unknown' },
    { title: 'Reason', cell: letter => html`<span class="tag bad">${letter.reason ?? 'not told'}</span>
        ${letter.detail && html`<div class="soft">${letter.detail}</div>`}` },
    { title: 'From', cell: letter => [letter.queue, letter.worker && `node ${letter.worker}`].filter(Boolean).join(', ') || '–' },
    { title: 'Arguments', cell: letter => html`<span class="mono">${letter.args ?? '–'}</span>` },
    writes && { title: 'Do', hidden: true, kind: 'do', cell: letter => html`
        <button onClick=${() => requeue(letter, again)} aria-label=${`Requeue ${letter.name ?? letter.id}`}>Requeue…</button>
        <button class="danger" onClick=${() => deleteLetter(letter, again)} aria-label=${`Delete ${letter.name ?? letter.id}`}>Delete…</button>` },
];
