/** All applications at the broker, and of one of them what the console of another application can see. */
import { html } from '../../lib/preact.js';
import { get, query } from '../api.js';
import { useAsked } from '../asked.js';
import { count, duration } from '../format.js';
import { link } from '../route.js';
import { Answer, Blank, NoHistory } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { State, Time } from '../parts/value.js';

const MOST = 20;

/** The application that owns a queue of the broker. Only the queues of the application `abakus` do not name it. */
const owner = queue => /^abakus\.(\w+)\./.exec(queue.name)?.[1] ?? 'abakus';
/** Whether messages only lie in the queue, and nobody is to take them from it. */
const isAside = queue => /\.(dead_letter|expired|parking)$/.test(queue.name);
/** A sum with a number that the broker does not tell is not told either. */
const sum = numbers => numbers.reduce((all, one) => typeof all === 'number' && typeof one === 'number' ? all + one : null, 0);
const letters = queues => queues.find(queue => queue.name.endsWith('.dead_letter'));

function byOwner(queues) {
    const all = new Map();
    queues.forEach(queue => all.set(owner(queue), [...all.get(owner(queue)) ?? [], queue]));
    return [...all].sort(([one], [other]) => one.localeCompare(other));
}

const inUse = queues => queues.filter(queue => !isAside(queue));

export function Applications() {
    const asked = useAsked(signal => get('queues/applications', { signal }), 'applications', 5000);
    return html`<h1>Applications</h1>
        <p class="soft">All applications with tasks at this broker. Each one has nodes, running tasks and commands only in its own console.</p>
        <section class="card"><${Answer} asked=${asked}>${queues => queues.length === 0 ? html`<${Blank} title="No application has a queue yet" />` : html`
            <${Table} name="Applications" id=${([name]) => name} rows=${byOwner(queues)} columns=${[
                { title: 'Application', cell: ([name]) => html`<a href=${link(['applications', name])}>${name}</a>` },
                { title: 'Queues', kind: 'number', cell: ([, own]) => count(inUse(own).length) },
                { title: 'Waiting', kind: 'number', cell: ([, own]) => count(sum(inUse(own).map(queue => queue.waiting))) },
                { title: 'Consumers', kind: 'number', cell: ([, own]) => count(sum(inUse(own).map(queue => queue.consumers))) },
                { title: 'Dead letters', kind: 'number', cell: ([, own]) => count(letters(own) ? letters(own).waiting : 0) },
            ]} />`}<//></section>`;
}

export function Application({ name }) {
    const queues = useAsked(signal => get('queues/applications' + query({ application: name }), { signal }), `queues ${name}`, 5000);
    return html`
        <div class="head"><h1>Application ${name}</h1><p><a href="#/applications">All applications</a></p></div>
        ${queues.error?.code === 'bad-query' ? html`<${Blank} title="No application of this name has a queue at this broker" />`
            : html`<${Answer} asked=${queues}>${all => html`
            <section class="card"><h2>Queues</h2>
                <${Table} name="Queues" id=${queue => queue.name} rows=${all} columns=${QUEUES} /></section>
            <${Ended} name=${name} />
            <${Letters} name=${name} />`}<//>`}`;
}

const QUEUES = [
    { title: 'Queue', cell: queue => queue.name },
    { title: 'Waiting', kind: 'number', cell: queue => count(queue.waiting) },
    { title: 'Delayed', kind: 'number', cell: queue => count(queue.scheduled) },
    { title: 'Delivering', kind: 'number', cell: queue => count(queue.delivering) },
    { title: 'Consumers', kind: 'number', cell: queue => count(queue.consumers) },
];

function Ended({ name }) {
    const asked = useAsked(signal => get('executions' + query({ application: name, limit: MOST }), { signal }), `ended ${name}`, 5000);
    return html`<section class="card"><h2>Ended last</h2>
        <${Answer} asked=${asked} missing=${html`<${NoHistory} what="Ended tasks are not listed." />`}>${data => data.items.length === 0
            ? html`<${Blank} title="No task has ended yet"><p>Or the application keeps no history, or keeps it in another database.</p><//>` : html`
            <${Table} name="Ended tasks" id=${one => `${one.task_id} ${one.date_started} ${one.state}`} rows=${data.items} columns=${[
                { title: 'When', cell: one => html`<${Time} at=${one.date_done} />` },
                { title: 'Task', cell: one => one.name ?? one.task_id },
                { title: 'State', cell: one => html`<${State} state=${one.state} />` },
                { title: 'Queue', cell: one => one.queue ?? '–' },
                { title: 'Took', kind: 'number', cell: one => duration(one.runtime) },
                { title: 'Request', cell: one => one.request_id ?? '–' },
                { title: 'Error', cell: one => one.error ?? '–' },
            ]} />`}<//></section>`;
}

function Letters({ name }) {
    const asked = useAsked(signal => get('dead-letters' + query({ application: name, limit: MOST }), { signal }), `letters ${name}`, 10000);
    return html`<section class="card"><h2>Dead letters</h2>
        <${Answer} asked=${asked}>${data => data.items.length === 0 ? html`<${Blank} title="There are no dead letters" />` : html`
            <${Table} name="Dead letters" id=${letter => letter.id} rows=${data.items} columns=${[
                { title: 'Since', cell: letter => html`<${Time} at=${letter.date} />` },
                { title: 'Task', cell: letter => letter.name ?? 'unknown' },
                { title: 'Reason', cell: letter => letter.reason ?? 'not told' },
                { title: 'From', cell: letter => letter.queue ?? '–' },
            ]} />`}<//></section>`;
}
