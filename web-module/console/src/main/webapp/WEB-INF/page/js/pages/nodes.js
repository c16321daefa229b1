/** Nodes: what each does, and how to take one out. */
import { html } from '../../lib/preact.js';
import { quiet, shutDown, wake } from '../actions.js';
import { get, path } from '../api.js';
import { useAsked } from '../asked.js';
import { bytes, count, duration, percent, rate, seconds } from '../format.js';
import { total, useRates } from '../rates.js';
import { link } from '../route.js';
import { mayWrite, session } from '../session.js';
import { useStore } from '../store.js';
import { Answer, Blank } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { Progress, Time, nodeState } from '../parts/value.js';

const heap = stats => stats ? `${percent(stats.heap_used / stats.heap_max)} of ${bytes(stats.heap_max)}` : '–';
const load = stats => !stats || stats.load < 0 ? '–' : `${stats.load.toFixed(2)} on ${stats.processors}`;

const Actions = ({ node, stats, done }) => html`
    ${stats?.takes_tasks === false
        ? html`<button onClick=${() => wake(node, done)} aria-label=${`Wake node ${node}`}>Wake…</button>`
        : html`<button onClick=${() => quiet(node, done)} aria-label=${`Quiet node ${node}`}>Quiet…</button>`}
    <button class="danger" onClick=${() => shutDown(node, stats?.active, done)} aria-label=${`Shut down node ${node}`}>Shut down…</button>`;

export function Nodes() {
    const writes = mayWrite(useStore(session));
    const asked = useAsked(signal => get('workers', { signal }), 'workers', 4000, 'workers');
    const { rates } = useRates(asked);
    return html`<h1>Nodes</h1>
        <section class="card"><${Answer} asked=${asked}>${nodes => {
            const rows = Object.entries(nodes).map(([name, said]) => ({ name, stats: said.stats, ping: said.ping_ms }));
            return rows.length === 0 ? html`<${Blank} title="No node responded"><p>They respond over the broker. Is it there?</p><//>` : html`
                <${Table} name="Nodes" id=${row => row.name} rows=${rows} columns=${[
                    { title: 'Node', cell: row => html`<a href=${link(['nodes', row.name])}>${row.name}</a>` },
                    { title: 'State', cell: row => nodeState(row.stats) },
                    { title: 'Running', kind: 'number', cell: row => count(row.stats?.active) },
                    { title: 'Rate', kind: 'number', cell: row => rate(rates[row.name]) },
                    { title: 'Ended', kind: 'number', cell: row => count(row.stats && total(row.stats.ends)) },
                    { title: 'Failed', kind: 'number', cell: row => count(row.stats && (row.stats.ends.failed ?? 0)) },
                    { title: 'Heap', kind: 'number', cell: row => heap(row.stats) },
                    { title: 'Load', kind: 'number', cell: row => load(row.stats) },
                    { title: 'Started', cell: row => html`<${Time} at=${row.stats?.started_at} />` },
                    writes && { title: 'Do', hidden: true, kind: 'do', cell: row => html`
                        <${Actions} node=${row.name} stats=${row.stats} done=${asked.again} />` },
                ]} />`;
        }}<//></section>`;
}

export function NodePage({ name }) {
    const writes = mayWrite(useStore(session));
    const asked = useAsked(signal => get('workers', { signal }), 'workers', 4000, 'workers');
    const { rates } = useRates(asked);
    return html`
        <div class="head"><h1>Node ${name}</h1><p><a href="#/nodes">All nodes</a></p></div>
        <${Answer} asked=${asked}>${nodes => {
            const stats = nodes[name]?.stats;
            return nodes[name] ? html`<section class="card">
                <div class="head">${nodeState(stats)}
                    ${writes && html`<div class="actions"><${Actions} node=${name} stats=${stats} done=${asked.again} /></div>`}</div>
                ${stats && html`<dl class="facts">
                    <dt>Started</dt><dd><${Time} at=${stats.started_at} /></dd>
                    <dt>Process</dt><dd>${stats.pid}</dd>
                    <dt>Rate</dt><dd>${rate(rates[name])}</dd>
                    <dt>Heap</dt><dd>${heap(stats)}</dd>
                    <dt>Load</dt><dd>${load(stats)}</dd>
                    <dt>Ended</dt><dd>${Object.entries(stats.ends).map(([end, number]) => `${count(number)} ${end}`).join(', ') || 'none'}</dd>
                    <dt>Rate limits</dt><dd>${Object.entries(stats.rate_limits).map(([task, limit]) => `${task} ${limit}`).join(', ') || 'none'}</dd>
                    <dt>Monitoring events</dt><dd>${stats.events ? `on, ${count(stats.events_dropped)} dropped` : 'off'}</dd>
                </dl>`}
            </section><${Processed} stats=${stats} />` : html`<${Blank} title="This node did not respond">
                <p>It is stopped, unknown, or slow. Nodes forget their numbers when they restart.</p><//>`;
        }}<//>
        <${Running} node=${name} />`;
}

function Running({ node }) {
    const asked = useAsked(signal => get(path('workers', node, 'active'), { signal }), node, 4000);
    return html`<section class="card"><h2>Running</h2>
        ${asked.error?.code === 'node-not-found' ? html`<${Blank} title="Not known" />` : html`<${Answer} asked=${asked}>${tasks =>
            tasks.length === 0 ? html`<${Blank} title="No task is running here" />` : html`<${RunningTasks} tasks=${tasks} />`}<//>`}
    </section>`;
}

export const RunningTasks = ({ tasks }) => html`<${Table} name="Running tasks" id=${task => task.id} rows=${tasks} columns=${[
    { title: 'Task', cell: task => html`<a href=${link(['tasks', task.id])}>${task.name}</a>` },
    { title: 'Queue', cell: task => task.queue },
    { title: 'For', kind: 'number', cell: task => duration(seconds(task.date_started, new Date().toISOString())) },
    { title: 'Retries', kind: 'number', cell: task => count(task.retries) },
    tasks.some(task => task.progress) && { title: 'Progress', cell: task => task.progress ? html`<${Progress} of=${task.progress} name=${`Progress of ${task.id}`} />` : '–' },
    { title: 'Arguments', cell: task => html`<span class="mono">${task.args ?? '–'}</span>` },
]} />`;

function Processed({ stats }) {
    const rows = Object.entries(stats?.processed ?? {}).sort(([, one], [, other]) => other - one);
    return rows.length > 0 && html`<section class="card"><h2>Executions by task</h2>
        <${Table} name="Executions by task" id=${([task]) => task} rows=${rows} columns=${[
            { title: 'Task', cell: ([task]) => html`<a href=${link(['catalogue', task])}>${task}</a>` },
            { title: 'Ended', kind: 'number', cell: ([, number]) => count(number) },
        ]} /></section>`;
}
