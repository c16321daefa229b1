/** The first page: a verdict, numbers, and what is unusual. */
import { html } from '../../lib/preact.js';
import { address, get } from '../api.js';
import { useAsked } from '../asked.js';
import { ago, count, duration, isNew, local, percent, rate, shortType } from '../format.js';
import { known } from '../frame.js';
import { total, useRates } from '../rates.js';
import { link } from '../route.js';
import { useStore } from '../store.js';
import { useDepths, useTrend } from '../trends.js';
import { verdict } from '../verdict.js';
import { Answer, Blank } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { Moving, Spark, nodeState, queueState } from '../parts/value.js';

const SIGNS = { good: '✓', warn: '⚠', bad: '✗' };

export function Overview() {
    const health = useStore(known.health);
    const letters = useStore(known.letters);
    const queues = useAsked(signal => get('queues', { signal }), 'queues', 4000, 'queues');
    const nodes = useAsked(signal => get('workers', { signal }), 'workers', 4000, 'workers');
    const whole = useAsked(signal => get('overview', { signal }), 'overview', 2000, 'overview');
    const depths = useDepths(queues.data && fullest(queues.data.queues));
    const said = verdict({ health, queues: queues.data, nodes: nodes.data, letters, overview: whole.data });
    const hasRun = !nodes.data || Object.values(nodes.data).some(({ stats }) => !stats || stats.active + total(stats.ends) > 0);
    return html`<h1 class="hidden">Overview</h1>
        <section class=${`verdict ${said.level}`} aria-label="Verdict">
            <span aria-hidden="true">${SIGNS[said.level]}</span>
            <p role="status">${said.href ? html`<a href=${said.href}>${local(said.sentence)}</a>` : local(said.sentence)}</p>
        </section>
        <${Tiles} nodes=${nodes} queues=${queues} overview=${whole.data} />
        ${whole.data?.sources?.history && html`<p class="soft">${whole.data.sources.history.sentence}</p>`}
        ${!hasRun && html`<section class="card"><${Blank} title="No task has run yet">
            <p>Call one in the <a href="#/catalogue">catalogue</a>, or with curl:</p>
            <pre>${`curl -u operator -H 'Content-Type: application/json' -d '{"args":[]}' \\\n  ${address('tasks/NAME/apply-async')}`}</pre><//></section>`}
        <div class="cards">
            ${whole.data?.failing?.length > 0 && html`<${Failing} rows=${whole.data.failing} />`}
            <section class="card"><h2><a href="#/queues">Queues</a></h2><${Answer} asked=${queues}>${data => html`
                <${Table} name="Queues" id=${queue => queue.name} rows=${fullest(data.queues)} columns=${queueColumns(depths)} />`}<//></section>
            <section class="card"><h2><a href="#/nodes">Nodes</a></h2><${Answer} asked=${nodes}>${data => html`
                <${Table} name="Nodes" id=${([name]) => name} rows=${Object.entries(data)} columns=${NODES} />`}<//></section>
        </div>`;
}

const fullest = queues => [...queues].sort((one, other) => (other.waiting ?? 0) - (one.waiting ?? 0)).slice(0, 8);

const queueColumns = depths => [
    { title: 'Queue', cell: queue => html`<a href=${link(['queues', queue.name])}>${queue.name}</a>` },
    { title: 'Waiting', kind: 'number', cell: queue => html`<${Moving} now=${queue.waiting} values=${depths[queue.name]} />` },
    { title: 'Consumers', kind: 'number', cell: queue => count(queue.consumers) },
    { title: 'State', cell: queueState },
];
const NODES = [
    { title: 'Node', cell: ([name]) => html`<a href=${link(['nodes', name])}>${name}</a>` },
    { title: 'Running', kind: 'number', cell: ([, node]) => count(node.stats?.active) },
    { title: 'State', cell: ([, node]) => nodeState(node.stats) },
];

const Failing = ({ rows }) => html`<section class="card"><h2><a href="#/failures">Failing</a></h2>
    <${Table} name="Failing tasks" id=${row => `${row.name} ${row.group}`} rows=${rows.slice(0, 8)} columns=${[
        { title: 'Task', cell: row => html`<a href=${link(['tasks'], { q: row.group ? `group:${row.group}` : `task:${row.name} state:failed` })}>${row.name}</a><br /><span class="soft">${shortType(row.error)}</span>` },
        { title: 'Fails', kind: 'number', cell: row => html`${percent(row.failed)}${isNew(row.since) && html` <span class="tag warn">new</span>`}` },
        { title: 'Failures', kind: 'number', cell: row => count(row.count) },
    ]} /></section>`;

function Tiles({ nodes, queues, overview }) {
    const { points } = useRates(nodes);
    const last = points[points.length - 1];
    const hour = { ended: useTrend('throughput'), failed: useTrend('failed'), waited: useTrend('waited_p95'), depth: useTrend('depth') };
    // Without a history, the line begins when the page is opened.
    const line = of => html`<${Spark} values=${hour[of]?.length ? hour[of] : points.map(point => point[of])} />`;
    const told = overview?.rates;
    const running = nodes.data && Object.values(nodes.data).reduce((sum, node) => sum + (node.stats?.active ?? 0), 0);
    const depths = queues.data?.queues.map(queue => queue.waiting);
    const waiting = depths && (depths.includes(null) ? null : depths.reduce((sum, number) => sum + number, 0));
    const oldest = queues.data?.queues.map(queue => queue.date_oldest).filter(Boolean).sort()[0];
    const tiles = [
        ['Tasks ended', rate(told?.throughput ?? last?.ended), line('ended')],
        ['Failing', percent(told?.failed ?? last?.failed), line('failed')],
        ['Running', running === undefined ? '–' : count(running)],
        ['Waiting', depths ? html`<${Moving} now=${waiting} values=${hour.depth} />` : '–', line('depth')],
        oldest && ['Oldest', ago(oldest)],
        told && ['Waited, p95', duration(told.waited_p95), line('waited')],
        told && ['Took, p95', duration(told.took_p95)],
    ].filter(Boolean);
    return html`<dl class="tiles">${tiles.map(([name, value, more]) => html`<div class="tile" key=${name}><dt>${name}</dt><dd>${value}${more}</dd></div>`)}</dl>`;
}
