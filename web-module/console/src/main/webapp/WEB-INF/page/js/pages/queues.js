/** Queues: depth, consumers, pause; of one queue the messages that wait. */
import { html, useEffect, useState } from '../../lib/preact.js';
import { pause, resume } from '../actions.js';
import { get, query } from '../api.js';
import { useAsked } from '../asked.js';
import { ago, count, plural } from '../format.js';
import { change, link } from '../route.js';
import { mayWrite, session } from '../session.js';
import { useStore } from '../store.js';
import { useDepths, useTrend } from '../trends.js';
import { QueryBox } from '../parts/query.js';
import { Answer, Blank } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { Moving, Spark, Time, queueState } from '../parts/value.js';

const MOST = 100;

export const PauseButton = ({ what, name, paused, done }) => paused
    ? html`<button onClick=${() => resume(what, name, done)} aria-label=${`Resume the ${what} ${name}`}>Resume…</button>`
    : html`<button onClick=${() => pause(what, name, done)} aria-label=${`Pause the ${what} ${name}`}>Pause…</button>`;

/** When the next message was sent. Some brokers do not tell. */
const oldest = queue => queue.date_oldest ? ago(queue.date_oldest) : queue.waiting === 0 ? '–' : count(null);

const highest = values => count(Math.ceil(Math.max(...values)));
const isTold = values => values?.some(Number.isFinite);

const columns = (depths, writes, again) => [
    { title: 'Queue', cell: queue => html`<a href=${link(['queues', queue.name])}>${queue.name}</a>` },
    { title: 'State', cell: queueState },
    { title: 'Waiting', kind: 'number', cell: queue => html`<${Moving} now=${queue.waiting} values=${depths[queue.name]} />` },
    Object.values(depths).some(isTold) && { title: 'Last hour', cell: ({ name }) => isTold(depths[name])
        ? html`<${Spark} values=${depths[name]} /><span class="hidden">at most ${highest(depths[name])} waited</span>` : '–' },
    { title: 'Delayed', kind: 'number', cell: queue => count(queue.scheduled) },
    { title: 'Delivering', kind: 'number', cell: queue => count(queue.delivering) },
    { title: 'Consumers', kind: 'number', cell: queue => count(queue.consumers) },
    { title: 'Oldest', kind: 'number', cell: oldest },
    writes && { title: 'Do', hidden: true, kind: 'do', cell: queue => html`
        <${PauseButton} what="queue" name=${queue.name} paused=${queue.paused} done=${again} />` },
];

export function Queues() {
    const writes = mayWrite(useStore(session));
    const asked = useAsked(signal => get('queues', { signal }), 'queues', 3000, 'queues');
    const depths = useDepths(asked.data?.queues);
    return html`<h1>Queues</h1>
        <${Answer} asked=${asked}>${data => html`
            <section class="card">
                ${data.queues.length === 0 ? html`<${Blank} title="This application consumes no queue" />`
                    : html`<${Table} name="Queues" id=${queue => queue.name} rows=${data.queues} columns=${columns(depths, writes, asked.again)} />`}
            </section>
            <${PausedTasks} names=${data.paused_tasks ?? []} writes=${writes} again=${asked.again} />
            <p class="soft">Set aside: <a href="#/dead-letters">${count(data.dead_letter)} dead letters</a>,
                ${' '}${count(data.expired)} expired messages.</p>`}<//>`;
}

function PausedTasks({ names, writes, again }) {
    return names.length > 0 && html`<section class="card"><h2>Paused tasks</h2>
        <${Table} name="Paused tasks" id=${name => name} rows=${names} columns=${[
            { title: 'Task', cell: name => html`<a href=${link(['catalogue', name])}>${name}</a>` },
            writes && { title: 'Do', hidden: true, kind: 'do', cell: name => html`
                <${PauseButton} what="task" name=${name} paused=${true} done=${again} />` },
        ]} /></section>`;
}

export function QueuePage({ name, values }) {
    const { q = '' } = values;
    const [problem, setProblem] = useState(null);
    const writes = mayWrite(useStore(session));
    const asked = useAsked(signal => get('queues', { signal }), 'queues', 3000, 'queues');
    return html`
        <div class="head"><h1>Queue ${name}</h1><p><a href="#/queues">All queues</a></p></div>
        <${Answer} asked=${asked}>${data => {
            const queue = data.queues.find(one => one.name === name);
            return queue ? html`<section class="card">
                <div class="head">${queueState(queue)}
                    ${writes && html`<${PauseButton} what="queue" name=${name} paused=${queue.paused} done=${asked.again} />`}</div>
                <dl class="facts">
                    <dt>Waiting</dt><dd>${count(queue.waiting)}</dd>
                    <dt>Delayed</dt><dd>${count(queue.scheduled)}</dd>
                    <dt>Delivering</dt><dd>${count(queue.delivering)}</dd>
                    <dt>Consumers</dt><dd>${count(queue.consumers)}</dd>
                    <dt>Oldest</dt><dd>${oldest(queue)}</dd>
                </dl><${Depth} queue=${name} /><${QuietNodes} /></section>`
                : html`<${Blank} title="This application consumes no queue of this name" />`;
        }}<//>
        <${QueryBox} q=${q} problem=${problem} example="task:mail.* request_id:abc-123 user:anna ctx.tenant:7" onSearch=${text => change({ q: text })} />
        <${Waiting} queue=${name} q=${q} kind="reserved" title="Waiting" none=${q ? 'No waiting task matches' : 'No task waits here'} told=${setProblem} />
        <${Waiting} queue=${name} q=${q} kind="scheduled" title="Delayed" none=${q ? 'No delayed task matches' : 'No task is due later'} told=${setProblem} />`;
}

/** A queue that grows may lack the nodes that somebody has quieted. */
function QuietNodes() {
    const { data } = useAsked(signal => get('workers', { signal }), 'workers', 4000, 'workers');
    const names = Object.entries(data ?? {}).filter(([, { stats }]) => stats && !stats.takes_tasks).map(([name]) => name);
    return names.length > 0 && html`<p>Quiet, so no task of this queue starts there: ${names.map((name, i) => html`${i > 0 && ', '}<a href=${link(['nodes', name])}>${name}</a>`)}</p>`;
}

/** How many waited over the last hour. */
function Depth({ queue }) {
    const values = useTrend('depth', { queue });
    return isTold(values) && html`<p class="soft">Waiting in the last hour, at most ${highest(values)} <${Spark} values=${values} /></p>`;
}

/** The API lists the messages of all queues; this shows those of one. */
function Waiting({ queue, q, kind, title, none, told }) {
    const asked = useAsked(signal => get(`queues/${kind}` + query({ most: MOST, q }), { signal }), `${kind} ${q}`, 10000);
    const wrong = asked.error?.code === 'bad-query' ? asked.error : null;
    useEffect(() => told(wrong), [wrong]);
    if (wrong) {
        return null;
    }
    return html`<section class="card"><h2>${title}</h2><${Answer} asked=${asked}>${tasks => {
        const here = tasks.filter(task => task.queue === queue);
        return here.length === 0 ? html`<${Blank} title=${none} />` : html`
            <${Table} name=${title} id=${task => task.id} rows=${here} columns=${[
                { title: 'Task', cell: task => html`<a href=${link(['tasks', task.id])}>${task.name}</a>` },
                kind === 'scheduled' && { title: 'Due', cell: task => html`<${Time} at=${task.eta} />` },
                { title: 'Priority', kind: 'number', cell: task => count(task.priority) },
                { title: 'Retries', kind: 'number', cell: task => count(task.retries) },
                { title: 'Request', cell: task => task.request_id ?? '–' },
                { title: 'User', cell: task => task.user ?? '–' },
                { title: 'Arguments', cell: task => html`<span class="mono">${task.args ?? '–'}</span>` },
            ]} />
            ${tasks.length === MOST && html`<p class="soft">The first ${plural(MOST, 'task')} only.</p>`}`;
    }}<//></section>`;
}
