/** The first page: a verdict, numbers, and what is unusual. */
import { html, useRef } from '../../lib/preact.js';
import { get, health } from '../api.js';
import { useAsked } from '../asked.js';
import { ago, count, duration, percent, rate } from '../format.js';
import { link } from '../route.js';
import { verdict } from '../verdict.js';
import { Answer, Blank } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { Spark } from '../parts/value.js';
import { shortType } from './failures.js';
import { nodeState, total } from './nodes.js';
import { queueState } from './queues.js';

const SIGNS = { good: '✓', warn: '⚠', bad: '✗' };
const KEPT = 60;

export function Overview() {
    const state = useAsked(signal => health(signal), 'health', 3000);
    const queues = useAsked(signal => get('queues', { signal }), 'queues', 4000, 'queues');
    const nodes = useAsked(signal => get('workers', { signal }), 'workers', 4000, 'workers');
    const letters = useAsked(signal => get('dead-letters?limit=1', { signal }), 'letters', 6000);
    const whole = useAsked(signal => get('overview', { signal }), 'overview', 2000, 'overview');
    const said = verdict({ health: state.data, queues: queues.data, nodes: nodes.data, letters: letters.data?.total, overview: whole.data });
    const hasRun = !nodes.data || Object.values(nodes.data).some(({ stats }) => !stats || stats.active + total(stats.ends) > 0);
    return html`<h1 class="hidden">Overview</h1>
        <section class=${`verdict ${said.level}`} aria-label="Verdict">
            <span aria-hidden="true">${SIGNS[said.level]}</span>
            <p role="status">${said.href ? html`<a href=${said.href}>${said.sentence}</a>` : said.sentence}</p>
        </section>
        <${Tiles} nodes=${nodes} queues=${queues} overview=${whole.data} />
        ${!hasRun && html`<section class="card"><${Blank} title="No task has run yet">
            <p>Call one in the <a href="#/catalogue">catalogue</a>, or with curl:</p>
            <pre>${`curl -u operator -H 'Content-Type: application/json' -d '{"args":[]}' \\\n  ${location.origin}${location.pathname}api/tasks/NAME/apply-async`}</pre><//></section>`}
        <div class="cards">
            ${whole.data?.failing?.length > 0 && html`<${Failing} rows=${whole.data.failing} />`}
            <section class="card"><h2><a href="#/queues">Queues</a></h2><${Answer} asked=${queues}>${data => html`
                <${Table} name="Queues" id=${queue => queue.name} rows=${fullest(data.queues)} columns=${QUEUES} />`}<//></section>
            <section class="card"><h2><a href="#/nodes">Nodes</a></h2><${Answer} asked=${nodes}>${data => html`
                <${Table} name="Nodes" id=${([name]) => name} rows=${Object.entries(data)} columns=${NODES} />`}<//></section>
        </div>`;
}

const fullest = queues => [...queues].sort((one, other) => (other.waiting ?? 0) - (one.waiting ?? 0)).slice(0, 8);

const QUEUES = [
    { title: 'Queue', cell: queue => html`<a href=${link(['queues', queue.name])}>${queue.name}</a>` },
    { title: 'Waiting', kind: 'number', cell: queue => count(queue.waiting) },
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
        { title: 'Task', cell: row => html`<a href=${link(['tasks'], { q: row.group ? `group:${row.group}` : `task:${row.name} state:failed` })}>${row.name}</a>` },
        { title: 'Fails', kind: 'number', cell: row => percent(row.failed) },
        { title: 'Failures', kind: 'number', cell: row => count(row.count) },
        { title: 'Error', cell: row => shortType(row.error) },
    ]} /></section>`;

/** Rates between two answers of the nodes, for servers that do not report rates themselves. */
function useRates(nodes) {
    const seen = useRef({ points: [] });
    const kept = seen.current;
    if (nodes.data && nodes.at !== kept.at) {
        const stats = Object.values(nodes.data).map(node => node.stats).filter(Boolean);
        const now = { at: nodes.at, ended: stats.reduce((sum, one) => sum + total(one.ends), 0), failed: stats.reduce((sum, one) => sum + (one.ends.failed ?? 0), 0) };
        const passed = (now.at - kept.at) / 1000;
        // A node that restarted counts from zero again.
        if (passed > 0 && now.ended >= kept.ended && now.failed >= kept.failed) {
            const ended = now.ended - kept.ended;
            kept.points = [...kept.points, { ended: ended / passed, failed: ended ? (now.failed - kept.failed) / ended : 0 }].slice(-KEPT);
        }
        Object.assign(kept, now);
    }
    return kept.points;
}

function Tiles({ nodes, queues, overview }) {
    const points = useRates(nodes);
    const last = points[points.length - 1];
    const told = overview?.rates;
    const running = nodes.data && Object.values(nodes.data).reduce((sum, node) => sum + (node.stats?.active ?? 0), 0);
    const depths = queues.data?.queues.map(queue => queue.waiting);
    const waiting = depths && (depths.includes(null) ? null : depths.reduce((sum, number) => sum + number, 0));
    const oldest = queues.data?.queues.map(queue => queue.date_oldest).filter(Boolean).sort()[0];
    const tiles = [
        ['Tasks ended', `${rate(told?.throughput ?? last?.ended)}/s`, html`<${Spark} values=${points.map(point => point.ended)} />`],
        ['Failing', percent(told?.failed ?? last?.failed), html`<${Spark} values=${points.map(point => point.failed)} />`],
        ['Running', running === undefined ? '–' : count(running)],
        ['Waiting', depths ? count(waiting) : '–'],
        oldest && ['Oldest', ago(oldest)],
        told && ['Waited, p95', duration(told.waited_p95)],
        told && ['Took, p95', duration(told.took_p95)],
    ].filter(Boolean);
    return html`<dl class="tiles">${tiles.map(([name, value, more]) => html`<div class="tile" key=${name}><dt>${name}</dt><dd>${value}${more}</dd></div>`)}</dl>`;
}
