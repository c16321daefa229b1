/** The steps of a task with the waits between them. */
import { html } from '../../lib/preact.js';
import { duration, seconds } from '../format.js';
import { State, Time } from '../parts/value.js';

/** @returns {{label: any, at?: string, state?: string}[]} */
function steps(task) {
    const found = [];
    if (task.date_queued) {
        found.push({ label: 'queued', at: task.date_queued });
    }
    const attempts = task.attempts.length ? task.attempts : [{ ...task, retries: task.retries }];
    for (const { retries, date_started: started, date_done: done, state, worker } of attempts) {
        if (started) {
            found.push({ label: html`${retries > 0 ? `retry ${retries}` : 'started'}${worker && html` <span class="soft">on ${worker}</span>`}`, at: started });
        }
        if (done) {
            found.push({ state: state ?? (done === task.date_done ? task.state : 'RETRY'), at: done });
        }
    }
    // The result lists only the attempts that ended with a retry, not the last one; the history lists all.
    if (task.date_done && !task.hasHistory && !attempts.some(({ date_done: done }) => done === task.date_done)) {
        if (task.date_started && !attempts.some(({ date_started: started }) => started === task.date_started)) {
            found.push({ label: task.retries > 0 ? `retry ${task.retries}` : 'started', at: task.date_started });
        }
        found.push({ state: task.state, at: task.date_done });
    }
    if (!task.ended) {
        found.push({ state: task.state });
    }
    return found;
}

export function Timeline({ task }) {
    const found = steps(task);
    return html`<ol class="steps">${found.map((step, i) => {
        const passed = i > 0 ? seconds(found[i - 1].at, step.at) : undefined;
        return html`<li key=${i}>
            ${i > 0 && html`<span class="wait">${passed === undefined ? '' : duration(Math.max(0, passed))}</span>`}
            ${step.state ? html`<${State} state=${step.state} />` : html`<span class="tag">${step.label}</span>`}
            ${step.at && html` <${Time} at=${step.at} />`}
        </li>`;
    })}</ol>`;
}
