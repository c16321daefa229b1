/** One task of the catalogue: its attributes, and a form that calls it. */
import { html, useState } from '../../lib/preact.js';
import { limitRate } from '../actions.js';
import { get, path, post } from '../api.js';
import { callBody, hintOf, wrongField } from './arguments.js';
import { useAsked } from '../asked.js';
import { duration, percent, rate } from '../format.js';
import { go, link } from '../route.js';
import { mayWrite, session } from '../session.js';
import { useStore } from '../store.js';
import { useTrend } from '../trends.js';
import { Dialog } from '../parts/dialog.js';
import { Field } from '../parts/field.js';
import { Answer, Blank, Trouble } from '../parts/states.js';
import { Spark } from '../parts/value.js';
import { signature } from './catalogue.js';
import { PauseButton } from '../pages/queues.js';

export function Call({ name, values }) {
    const writes = mayWrite(useStore(session));
    const asked = useAsked(signal => get('tasks', { signal }), 'tasks', 0);
    return html`
        <div class="head"><h1>${name}</h1><p><a href="#/catalogue">Catalogue</a> · <a href=${link(['tasks'], { q: `task:${name}` })}>Executions</a></p></div>
        <${Answer} asked=${asked}>${tasks => {
            const task = tasks.find(one => one.name === name);
            return task ? html`<div class="cards">
                ${writes && html`<section class="card"><h2>Call it</h2><${CallForm} task=${task} given=${values.args} /></section>`}
                <${LastHour} name=${name} />
                <${Attributes} task=${task} writes=${writes} />
            </div>` : html`<${Blank} title="This application has no task of this name"><p>Another application may have it.</p><//>`;
        }}<//>`;
}

/** How often tasks of this name end, and how long they wait and take, as far as the server has a history. */
function LastHour({ name }) {
    const hour = {};
    for (const of of ['throughput', 'failed', 'waited_p50', 'waited_p95', 'took_p50', 'took_p95']) {
        hour[of] = useTrend(of, { task: name });
    }
    const latest = of => hour[of].filter(Number.isFinite).pop();
    const tiles = [
        ['Ended', rate(latest('throughput')), 'throughput'], ['Failing', percent(latest('failed')), 'failed'],
        ['Waited, p50', duration(latest('waited_p50')), 'waited_p50'], ['Waited, p95', duration(latest('waited_p95')), 'waited_p95'],
        ['Took, p50', duration(latest('took_p50')), 'took_p50'], ['Took, p95', duration(latest('took_p95')), 'took_p95'],
    ];
    return latest('took_p95') !== undefined && html`<section class="card"><h2>Last hour</h2>
        <dl class="tiles">${tiles.map(([title, value, of]) => html`<div class="tile" key=${of}><dt>${title}</dt><dd>${value}<${Spark} values=${hour[of]} /></dd></div>`)}</dl>
        <p class="soft">Each number is that of the last minute of which it is known.</p>
    </section>`;
}

const shown = value => value === null || value === undefined ? html`<span class="soft">not set</span>`
    : Array.isArray(value) ? value.join(', ') || 'none' : String(value);

function Attributes({ task, writes }) {
    const queues = useAsked(signal => get('queues', { signal }), 'queues', 5000);
    const paused = queues.data?.paused_tasks?.includes(task.name);
    return html`<section class="card">
        <div class="head"><h2>Attributes</h2>
            ${queues.data && html`<div class="actions">${paused && html`<span class="tag warn">paused</span>`}
                ${writes && html`<${PauseButton} what="task" name=${task.name} paused=${paused} done=${queues.again} />
                    <button onClick=${() => limitRate(task.name, task.attributes.rate_limit)} aria-label=${`Limit the rate of ${task.name}`}>Rate limit…</button>`}</div>`}
        </div>
        <p><code>${signature(task)}</code></p>
        <dl class="facts">${Object.entries(task.attributes).map(([key, value]) => html`<dt>${key}</dt><dd>${shown(value)}</dd>`)}</dl>
        <p class="soft">Durations are in seconds.</p>
    </section>`;
}

/**
 * @param {{task: any, given?: string, again?: boolean, kept?: boolean, send?: (body: string) => Promise<any>}} props
 *     `given`: JSON texts of the arguments as a JSON list; `again`: what is left empty stays as it was sent; `kept`: the arguments too
 */
export function CallForm({ task, given, again, kept, send = body => post(path('tasks', task.name, 'apply-async'), body), verb = 'Call' }) {
    const [problem, setProblem] = useState(null);
    const [busy, setBusy] = useState(false);
    const [asSent, setAsSent] = useState(false);
    const wrong = wrongField(task.parameters, problem);
    const before = startValues(given);
    const submit = async event => {
        event.preventDefault();
        setBusy(true);
        setProblem(null);
        try {
            const sent = await send(callBody(task.parameters, new FormData(event.target), again));
            go(['tasks', sent.task_id]);
        } catch (error) {
            setProblem(error);
            setBusy(false);
        }
    };
    return html`<form class="form" onSubmit=${submit}>
        ${task.parameters.length === 0 && html`<p class="soft">It has no parameters.</p>`}
        ${kept && html`<label class="check"><input type="checkbox" name="as-sent" onChange=${event => setAsSent(event.target.checked)} /><span>Keep the arguments as they were sent</span></label>`}
        ${!asSent && task.parameters.map(({ name, type }, i) => html`<${Field} key=${name} label=${name} name=${`arg-${i}`} as="textarea" rows="1"
            hint=${hintOf(type)} spellcheck=${false} defaultValue=${before[i] ?? ''} wrong=${wrong === i && problem.message} />`)}
        <details><summary>Options</summary><div class="form">
            <${Field} label="Queue" name="option-queue" hint=${again ? 'Empty: as it was sent' : "Empty: the task's own, or by route"} />
            <${Field} label="Countdown" name="option-countdown" inputmode="decimal" hint="Seconds until it may start" />
            <${Field} label="Priority" name="option-priority" inputmode="numeric" hint=${again ? '0 to 9; empty: as it was sent' : '0 to 9, 4 if empty'} />
            <${Field} label="Task id" name="option-task_id" hint="Empty: a new one" />
            ${!again && html`<label class="check"><input type="checkbox" name="option-ignore_result" /><span>Ignore the result</span></label>`}
        </div></details>
        ${wrong < 0 && html`<${Trouble} problem=${problem} />`}
        <div class="actions"><button class="main" disabled=${busy}>${busy ? 'Sending …' : verb}</button></div>
    </form>`;
}

/** The form in a dialog, for other arguments in the context of an earlier task. */
export function Again({ task, onClose }) {
    const asked = useAsked(signal => get('tasks', { signal }), 'tasks', 0);
    return html`<${Dialog} title=${`Run ${task.name} again`} onClose=${onClose}><${Answer} asked=${asked}>${tasks => {
        const known = tasks.find(one => one.name === task.name);
        return known ? html`
            <p class="soft">It gets a new id and keeps its context and every option that is left empty. It was called with ${task.args ? html`<code>${task.args}</code>` : 'no arguments'}.</p>
            <${CallForm} task=${known} verb="Run" again kept=${task.retryable} send=${async body => {
                const sent = await post(path('executions', task.task_id, 'retry'), body);
                onClose();
                return sent;
            }} />` : html`<${Blank} title="This application has no task of this name" />`;
    }}<//><button onClick=${onClose}>Cancel</button><//>`;
}

function startValues(given) {
    try {
        return JSON.parse(given ?? '[]').map(String);
    } catch {
        return [];
    }
}
