/** Executions: found by a query, with counts by state, and by task, queue, node, user or error. */
import { html, useState } from '../../lib/preact.js';
import { file, get, query } from '../api.js';
import { useAsked } from '../asked.js';
import { counts } from '../current.js';
import { count, duration, plural } from '../format.js';
import { change, link } from '../route.js';
import { mayWrite, session } from '../session.js';
import { useStore } from '../store.js';
import { termsOf } from '../terms.js';
import { Bulk } from '../parts/bulk.js';
import { Facets } from '../parts/facets.js';
import { Choices } from '../parts/field.js';
import { pickColumn } from '../parts/pick.js';
import { QueryBox } from '../parts/query.js';
import { Answer, Blank, NoHistory } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { Views } from '../parts/views.js';
import { State, Time, download } from '../parts/value.js';
import { RunningTasks } from './nodes.js';

const STATES = ['failed', 'succeeded', 'retry', 'rejected', 'revoked', 'expired', 'running', 'waiting', 'delayed'];
const LIVE = ['running', 'waiting', 'delayed'];
const stateOf = q => q.match(/(?:^| )state:([^ ]+)/)?.[1].split(',') ?? [];
const withState = (q, states) =>
    [states.length ? `state:${states.join(',')}` : '', q.replace(/(?:^| )state:[^ ]+/, '').trim()].filter(Boolean).join(' ');

/** Ended tasks, running ones and waiting ones have different sources; a query asks one of them. */
function toggled(states, state) {
    if (states.includes(state)) {
        return states.filter(one => one !== state);
    }
    const same = one => state !== 'running' && one !== 'running' && LIVE.includes(one) === LIVE.includes(state);
    return [...states.filter(same), state];
}

export function Tasks({ values }) {
    const { q = '', by } = values;
    const asked = useAsked(signal => get('executions' + query({ q, limit: 50 }), { signal }), q, 4000);
    if (asked.error?.isMissingCall) {
        return html`<h1>Tasks</h1><${WithoutHistory} />`;
    }
    const states = stateOf(q);
    const isBad = asked.error?.code === 'bad-query';
    return html`<h1>Tasks</h1>
        <${QueryBox} q=${q} problem=${asked.error} example="state:failed task:mail.* request_id:abc-123 took>5s age<1h"
            onSearch=${text => change({ q: text })} />
        <${Views} page="tasks" q=${q} />
        <${States} q=${q} states=${states} />
        <${Facets} q=${q} by=${by} />
        ${!isBad && html`<section class="card"><${Answer} asked=${asked}>${data => html`
            <div class="head"><${Sources} sources=${data.sources} total=${data.total} /><${Many} q=${q} states=${states} items=${data.items} again=${asked.again} /></div>
            ${data.items.length === 0 ? html`<${None} q=${q} />` : html`<${More} key=${q} q=${q} first=${data} states=${states} again=${asked.again} />`}`}<//></section>`}`;
}

function States({ q, states }) {
    const rest = withState(q, []);
    const { data } = useAsked(signal => get('executions/facets' + query({ q: rest, by: 'state' }), { signal }), rest, 10000);
    const current = useAsked(signal => counts(rest, signal), rest, 10000);
    const numbers = { ...current.data, ...Object.fromEntries(data?.items.map(({ value, count: number }) => [value, count(number)]) ?? []) };
    const kept = data?.sources?.history?.kept;
    const note = value => value === 'succeeded' && kept?.startsWith('1/') ? ` (${kept.replace('/', ' of ')} kept)` : '';
    const options = STATES.map(value => ({ value, label: [value, numbers[value]].filter(Boolean).join(' ') + note(value) }));
    return html`<${Choices} name="States" options=${options} chosen=${states} onChoose=${state => change({ q: withState(q, toggled(states, state)) })} />`;
}

/** All matches as a file: CSV for a spreadsheet, lines of JSON for a program. */
function Export({ q }) {
    const [state, set] = useState({});
    const save = async format => {
        set({ busy: true });
        try {
            download(`executions.${format}`, await file('executions/export' + query({ q, format })));
            set({});
        } catch (problem) {
            set({ problem });
        }
    };
    const button = (format, word) => html`<button onClick=${() => save(format)} disabled=${state.busy}>${state.busy ? 'Exporting …' : word}</button>`;
    return html`${button('csv', 'Export CSV')}${button('ndjson', 'Export JSON')}
        ${state.problem && html`<span class="wrong" role="alert">${state.problem.message}</span>`}`;
}

/** What can be done to all matches: failed ones are retried, those that have not ended revoked. */
function Many({ q, states, items, again }) {
    const writes = mayWrite(useStore(session));
    const [action, setAction] = useState(null);
    const possible = states.some(state => LIVE.includes(state)) ? 'revoke' : 'retry';
    return items.length > 0 && html`<div class="actions">
        ${possible === 'retry' && html`<${Export} q=${q} />`}
        ${writes && html`<button onClick=${() => setAction(possible)}>${possible === 'retry' ? 'Retry all…' : 'Revoke all…'}</button>`}
        ${writes && possible === 'retry' && html`<button class="danger" onClick=${() => setAction('forget')}>Delete all…</button>`}
        ${action && html`<${Bulk} action=${action} q=${q} what="task" onClose=${() => { setAction(null); again(); }} />`}</div>`;
}

function Sources({ sources = {}, total }) {
    const notes = [
        sources.memory?.sentence,
        sources.history?.kept && sources.history.kept !== 'all' && `Of the successes ${sources.history.kept} are kept.`,
        sources.history?.dropped > 0 && `This node could not keep ${plural(sources.history.dropped, 'ended execution')}, because too many ended at once.`,
        sources.broker && !sources.broker.complete && `Only the first ${count(sources.broker.scanned)} messages were searched.`,
    ].filter(Boolean);
    return html`<p class="soft">${total.exact ? plural(total.value, 'execution') : `About ${plural(total.value, 'execution')}`}. ${notes.join(' ')}</p>`;
}

const without = (terms, i) => terms.filter((_, k) => k !== i).join(' ');

const None = ({ q }) => html`<${Blank} title=${q ? 'No execution matches' : 'No task has ended yet'}>
    ${q ? html`<p>All terms must match. Without a state, only ended executions are searched.</p>
        <${Excluding} key=${q} terms=${termsOf(q)} />
        <p class="actions">${termsOf(q).map((term, i, terms) => html`
            <button onClick=${() => change({ q: without(terms, i) })}>Without ${term}</button>`)}</p>`
        : html`<p>Call one in the <a href="#/catalogue">catalogue</a>.</p>`}<//>`;

/** Each term is a question of its own. */
const MOST_TERMS = 6;

/** The terms without which something matches. */
function Excluding({ terms }) {
    const { data } = useAsked(async signal => {
        const asked = terms.length > 1 && terms.length <= MOST_TERMS ? terms : [];
        const totals = await Promise.all(asked.map((_, i) =>
            get('executions' + query({ q: without(terms, i), limit: 1 }), { signal }).then(({ total }) => total.value, () => 0)));
        return asked.filter((_, i) => totals[i] > 0);
    }, terms.join(' '), 0);
    return data?.length > 0 && html`<p>${data.map((term, i) => html`${i > 0 && ', '}<code>${term}</code>`)} ${data.length === 1 ? 'excludes all.' : 'each exclude all.'}</p>`;
}

const MOST_ROWS = 70;

/** The first page refreshes until the user asks for more. After that, rows pushed off it would be on no page. More rows than 70 would be slow. */
function More({ q, first, states, again }) {
    const [state, set] = useState({});
    const [picked, setPicked] = useState(new Set());
    const writes = mayWrite(useStore(session));
    const { items, next } = state.items ? state : first;
    const load = async () => {
        set({ items, next, busy: true });
        try {
            const page = await get('executions' + query({ q, limit: 50, after: next }));
            set({ items: [...items, ...page.items].slice(-MOST_ROWS), next: page.next });
        } catch (problem) {
            set({ items, next, problem });
        }
    };
    const known = new Set();
    const rows = items.filter(({ task_id: id, date_started: at, state: end }) => {
        const key = `${id} ${at} ${end}`;
        return !known.has(key) && known.add(key);
    });
    return html`<div class="answer">
        ${picked.size > 0 && html`<${Picked} ids=${[...picked]} states=${states} done=${() => { setPicked(new Set()); set({}); again(); }} />`}
        <${Executions} rows=${rows} pick=${writes && pickColumn(picked, setPicked, one => one.task_id)} />
        ${state.problem && html`<p class="wrong" role="alert">${state.problem.message}</p>`}
        <div class="actions">
            ${next && html`<button onClick=${load} disabled=${state.busy}>${state.busy ? 'Loading …' : 'More'}</button>`}
            ${state.items && html`<button onClick=${() => set({})}>Newest</button>`}</div></div>`;
}

/** What can be done to the chosen rows. */
function Picked({ ids, states, done }) {
    const [action, setAction] = useState(null);
    const actions = states.some(state => LIVE.includes(state)) ? ['revoke'] : ['retry', 'forget'];
    const words = { retry: 'Retry', revoke: 'Revoke', forget: 'Delete' };
    return html`<div class="actions" role="group" aria-label="Chosen rows"><span>${count(ids.length)} chosen</span>
        ${actions.map(one => html`<button key=${one} class=${one === 'forget' ? 'danger' : ''} onClick=${() => setAction(one)}>${words[one]} chosen…</button>`)}
        ${action && html`<${Bulk} action=${action} ids=${ids} what="task" onClose=${() => { setAction(null); done(); }} />`}</div>`;
}

export const Executions = ({ rows, pick }) => html`<${Table} name="Executions" rows=${rows}
    id=${one => `${one.task_id} ${one.date_started} ${one.state}`} columns=${[
    pick,
    { title: 'When', cell: one => html`<${Time} at=${one.date_done ?? one.date_due ?? one.date_started ?? one.date_queued} />` },
    { title: 'Task', cell: one => html`<a href=${link(['tasks', one.task_id])}>${one.name ?? one.task_id}</a>` },
    { title: 'State', cell: one => html`<${State} state=${one.state} />` },
    { title: 'Queue', cell: one => one.queue ?? '–' },
    { title: 'Waited', kind: 'number', cell: one => duration(one.waited) },
    { title: 'Took', kind: 'number', cell: one => duration(one.runtime) },
    { title: 'Request', cell: one => one.request_id
        ? html`<a href=${link(['tasks'], { q: `request_id:${one.request_id}` })}>${one.request_id}</a>` : '–' },
    { title: 'Error', cell: one => one.error ?? '–' },
]} />`;

/** What can be said without a history: what runs and what waits. */
function WithoutHistory() {
    const running = useAsked(signal => get('workers/active', { signal }), 'active', 4000);
    return html`<div class="answer">
        <section class="card"><${NoHistory} what="Ended tasks are not listed. A task whose result is kept can be opened by its id: press Ctrl K." /></section>
        <section class="card"><h2>Running now</h2><${Answer} asked=${running}>${nodes => {
            const tasks = Object.values(nodes).flat();
            return tasks.length === 0 ? html`<${Blank} title="No task is running" />` : html`<${RunningTasks} tasks=${tasks} />`;
        }}<//></section>
        <p class="soft">Waiting and delayed tasks are listed by <a href="#/queues">queue</a>.</p>
    </div>`;
}
