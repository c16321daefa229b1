/** The parts of a task below its timeline. A part without content is left out. */
import { html } from '../../lib/preact.js';
import { get, path } from '../api.js';
import { useAsked } from '../asked.js';
import { bytes, duration } from '../format.js';
import { link } from '../route.js';
import { Answer, Blank } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { State, Time, Value } from '../parts/value.js';

const Part = ({ title, children }) => html`<section class="card"><h2>${title}</h2>${children}</section>`;

export function Details({ task }) {
    const { exception, context, message, attempts } = task;
    return html`<div class="answer">
        ${exception && html`<${Part} title="Error">
            <p><strong>${exception.type}</strong>${exception.message && html`: ${exception.message}`}</p>
            ${exception.traceback && html`<details open><summary>Traceback</summary><${Value} name="Traceback" value=${exception.traceback} /></details>`}<//>`}
        ${task.hasResult && task.state === 'SUCCESS' && html`<${Part} title="Result"><${Value} name="Result" value=${task.result} /><//>`}
        ${task.args && html`<${Part} title="Arguments"><${Value} name="Arguments" value=${task.args} /><//>`}
        ${task.lines && html`<${Lines} id=${task.task_id} />`}
        ${attempts.length > 1 && html`<${Part} title="Attempts"><${Attempts} attempts=${attempts} /><//>`}
        <div class="cards">
            <${Part} title="Facts"><${Facts} task=${task} /><//>
            ${context && Object.keys(context).length > 0 && html`<${Part} title="Context"><dl class="facts">${Object.entries(context).map(([key, value]) => html`
                <dt>${key}</dt><dd>${typeof value === 'string'
                    ? html`<a href=${link(['tasks'], { q: `${key === 'request_id' ? key : `ctx.${key}`}:"${value.replaceAll('"', '')}"` })}>${value}</a>`
                    : JSON.stringify(value)}</dd>`)}</dl><//>`}
            <${Family} task=${task} />
            ${message && html`<${Part} title="Message"><dl class="facts">
                <dt>Body</dt><dd>${message.content_type ?? 'unknown type'}, ${bytes(message.size ?? 0)}, ${message.kept ? 'kept' : 'not kept'}</dd>
                ${Object.entries(message.properties ?? {}).map(([key, value]) => html`<dt>${key}</dt>
                    <dd class="mono">${typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd>`)}</dl><//>`}
        </div>
    </div>`;
}

function Facts({ task }) {
    const facts = [
        ['Queue', task.queue], ['Node', task.worker], ['Retries', task.retries], ['Waited', duration(task.waited)], ['Took', duration(task.runtime)],
        ['Queued', task.date_queued && html`<${Time} at=${task.date_queued} />`], ['Due', task.date_due && html`<${Time} at=${task.date_due} />`],
        ['Request', task.request_id], ['User', task.user],
        ['Failure group', task.group && html`<a href=${link(['tasks'], { q: `group:${task.group}` })}>All of the group</a>`],
        ['Retry of', task.retry_of && html`<a href=${link(['tasks', task.retry_of])}>${task.retry_of}</a>`],
        ['Retried as', task.retried_as && html`<a href=${link(['tasks', task.retried_as])}>${task.retried_as}</a>`],
        ['Kept', !task.hasHistory ? 'only the result' : task.weight > 1 ? `1 of ${task.weight} like it` : undefined],
    ];
    return html`<dl class="facts">${facts.filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== '–')
        .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function Family({ task }) {
    const one = (title, id) => id && id !== task.task_id && html`<dt>${title}</dt><dd><a class="mono" href=${link(['tasks', id])}>${id}</a></dd>`;
    const tree = useAsked(signal => get(path('executions', task.task_id, 'tree'), { signal }), task.task_id, 0);
    const family = tree.data?.items ?? [];
    if (family.length > 1) {
        return html`<${Part} title="Family"><${Relatives} tasks=${family} id=${task.task_id} />
            ${!tree.data.complete && html`<p class="soft">There are more.</p>`}<//>`;
    }
    const known = [one('Root', task.root_id), one('Parent', task.parent_id), ...task.children.map(id => one('Child', id))].filter(Boolean);
    return known.length > 0 && html`<${Part} title="Family"><dl class="facts">${known}</dl><//>`;
}

/** Who sent whom: a task is below the one that sent it, as far as the history has both. */
function Relatives({ tasks, id }) {
    const depth = (task, left = 20) => {
        const parent = left && tasks.find(one => one.task_id === task.parent_id);
        return parent ? 1 + depth(parent, left - 1) : 0;
    };
    return html`<${Table} name="Family" id=${one => one.task_id} rows=${tasks} columns=${[
        { title: 'Task', cell: one => html`${'· '.repeat(depth(one))}${one.task_id === id ? html`<strong>${one.name}</strong>`
            : html`<a href=${link(['tasks', one.task_id])}>${one.name}</a>`}` },
        { title: 'State', cell: one => html`<${State} state=${one.state} />` },
        { title: 'Took', kind: 'number', cell: one => duration(one.runtime) },
        { title: 'Error', cell: one => one.error ?? '–' },
    ]} />`;
}

const Attempts = ({ attempts }) => html`<${Table} name="Attempts" id=${one => `${one.retries} ${one.date_started}`} rows=${attempts} columns=${[
    { title: 'Attempt', kind: 'number', cell: one => one.retries + 1 },
    { title: 'State', cell: one => html`<${State} state=${one.state ?? 'RETRY'} />` },
    { title: 'Started', cell: one => html`<${Time} at=${one.date_started} />` },
    { title: 'Took', kind: 'number', cell: one => duration(one.runtime ?? (Date.parse(one.date_done) - Date.parse(one.date_started)) / 1000) },
    { title: 'Node', cell: one => one.worker ?? '–' },
    { title: 'Error', cell: one => one.error ?? (one.exception ? `${one.exception.type}: ${one.exception.message ?? ''}` : '–') },
]} />`;

function Lines({ id }) {
    const asked = useAsked(signal => get(path('executions', id, 'lines'), { signal }), id, 0);
    return html`<${Part} title="Log lines"><${Answer} asked=${asked} missing=${html`<p class="soft">This server does not list them; the log has them under the task's id.</p>`}>
        ${({ lines }) => lines.length === 0 ? html`<${Blank} title="No lines were kept" />` : html`<${Value} name="Log lines" value=${lines.join('\n')} />`}<//><//>`;
}
