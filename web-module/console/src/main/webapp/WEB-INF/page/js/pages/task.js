/** One task: what became of it, why, and what to do. */
import { html, useState } from '../../lib/preact.js';
import { forget, forgetExecutions, retry, revoke } from '../actions.js';
import { get, path } from '../api.js';
import { useAsked } from '../asked.js';
import { curl, sends } from '../curl.js';
import { plural } from '../format.js';
import { later } from '../later.js';
import { go, link } from '../route.js';
import { mayWrite, session } from '../session.js';
import { useStore } from '../store.js';
import { find } from '../task.js';
import { Bulk } from '../parts/bulk.js';
import { Answer, Blank } from '../parts/states.js';
import { CopyButton, Progress, State } from '../parts/value.js';
import { Details } from './details.js';
import { Executions } from './tasks.js';
import { Timeline } from './timeline.js';

const Again = later(() => import('../later/call.js'), 'Again');

const SOON = 2000;
/** The tasks of a request are searched for at the broker, too. */
const SEARCHED = 6000;
const LATER = 15_000;

export function Task({ name: id }) {
    const who = useStore(session);
    const writes = mayWrite(who);
    const [every, setEvery] = useState(SOON);
    const [said, setSaid] = useState('');
    const asked = useAsked(async signal => {
        const task = await find(id, signal);
        setEvery(task.ended ? LATER : task.unknown ? SEARCHED : SOON);
        return task;
    }, id, every);
    return html`<${Answer} asked=${asked}>${task => task.unknown ? html`<${Unknown} task=${task} />` : html`
        <div class="head">
            <h1>${task.name ?? 'Task'}</h1><${State} state=${task.state} />
            <div class="actions">
                ${writes && html`<${Actions} task=${task} again=${asked.again} say=${setSaid} />`}
                <${CopyButton} text=${id} label="Copy id" />
                <${CopyButton} text=${curl(task, who.user, writes)} label="Copy as curl" done=${setSaid}
                    told=${sends(task, writes) ? 'Copied: a command that sends the task again.' : 'Copied: a command that reads what is known of the task.'} />
            </div>
        </div>
        <p class="mono soft">${id}</p>
        ${said && html`<p class="note good" role="status">${said}</p>`}
        <section class="card"><h2>Timeline</h2><${Timeline} task=${task} />
            ${task.progress && !task.ended && html`<${Progress} of=${task.progress} name="Progress" />`}<${Why} id=${id} task=${task} /></section>
        <${Details} task=${task} />`}<//>`;
}

function Actions({ task, again, say }) {
    const [form, setForm] = useState(false);
    const [all, setAll] = useState(false);
    const done = text => {
        say(text);
        again();
    };
    return html`
        ${task.retryable && html`<button class="main" onClick=${() => retry(task, again)}>Retry…</button>`}
        ${task.retryable ? html`<button onClick=${() => setForm(true)}>Run again with…</button>`
            : task.name && html`<a class="button" href=${link(['catalogue', task.name])}>Run again with…</a>`}
        ${task.group && task.state === 'FAILURE' && html`<button onClick=${() => setAll(true)}>Retry all of the group…</button>`}
        ${!task.ended && html`
            <button onClick=${() => revoke(task.task_id, false, done)}>Revoke…</button>
            <button class="danger" onClick=${() => revoke(task.task_id, true, done)}>Terminate…</button>`}
        ${task.ended && task.hasResult && html`<button class="danger" onClick=${() => forget(task.task_id, again)}>Delete result…</button>`}
        ${task.ended && task.hasHistory && html`<button class="danger" onClick=${() => forgetExecutions(task, () => go(['tasks']))}>Delete…</button>`}
        ${form && html`<${Again} task=${task} onClose=${() => setForm(false)} />`}
        ${all && html`<${Bulk} action="retry" q=${`group:${task.group}`} what="task" onClose=${() => { setAll(false); again(); }} />`}`;
}

function Why({ id, task }) {
    const { data } = useAsked(signal => get(path('executions', id, 'why'), { signal }), `${id} ${task.state}`, task.ended ? 0 : 4000);
    const most = useMostRetries(task);
    const sentence = task.state === 'FAILURE' && data?.code === 'ended' ? failed(task.retries, most) ?? data.sentence : data?.sentence;
    return sentence ? html`<p>${sentence}${data.fix && html` <strong>${data.fix}</strong>`}</p>` : null;
}

/** How often the task may be retried, if this application knows a task of its name; negative for no limit. */
function useMostRetries({ name, state }) {
    const isAsked = state === 'FAILURE';
    const { data } = useAsked(async signal => isAsked ? get('tasks', { signal }) : [], `tasks ${isAsked}`, 0);
    return data?.find(task => task.name === name)?.attributes.max_retries;
}

/** The API's sentence only repeats the error, which is below. */
export function failed(retries, most) {
    if (most === undefined) {
        return undefined;
    }
    if (most < 0 || retries > most) {
        return `It failed for good after ${plural(retries, 'retry', 'retries')}.`;
    }
    if (most === 0) {
        return 'It failed for good: tasks of this name are not retried.';
    }
    const used = `It failed for good: ${retries} of ${plural(most, 'retry', 'retries')} ${retries === 1 ? 'is' : 'are'} used`;
    return retries === most ? `${used}.` : `${used}, but it is not retried again.`;
}

function Unknown({ task: { task_id: id, told, letter, request } }) {
    if (request.length) {
        return html`<div class="answer"><h1>Request ${id}</h1><section class="card"><${Executions} rows=${request} /></section></div>`;
    }
    return html`<div class="answer"><h1>Task ${id}</h1><section class="card"><${Blank} title="Nothing is known of this id">
        ${letter ? html`<p>Its message is a <a href=${link(['dead-letters'], { q: `id:${id}` })}>dead letter</a>: ${letter.reason}.</p>`
            : told ? html`<p>${told}</p>` : html`<p>It was never sent, or its result is ignored and it has left the history, or it was deleted since.</p>
                <p>A task that waits is listed at its <a href="#/queues">queue</a>, a message nobody took under <a href="#/dead-letters">dead letters</a>.</p>`}
    <//></section></div>`;
}
