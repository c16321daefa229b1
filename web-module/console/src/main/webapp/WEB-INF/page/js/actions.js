/** What an operator can do, each with its confirmation. Viewers do not get these buttons; the API would refuse as well. */
import { html } from '../lib/preact.js';
import { path, post, remove } from './api.js';
import { go } from './route.js';
import { confirm } from './parts/dialog.js';
import { Field } from './parts/field.js';

/** Orders to nodes report for each node whether it was done. */
function checked(answer) {
    const refused = Object.entries(answer?.answers ?? {}).filter(([, said]) => !said.done);
    if (refused.length) {
        throw new Error(refused.map(([node, said]) => `${node}: ${said.detail}`).join('; '));
    }
    return answer;
}

export const pause = (what, name, done) => confirm({
    title: `Pause the ${what} ${name}?`,
    text: html`<p>No node starts tasks of it until somebody resumes it, also after a restart. Running tasks go on, and new tasks wait.</p>`,
    verb: 'Pause', run: () => post(path(`${what}s`, name, 'pause')), done,
});

export const resume = (what, name, done) => confirm({
    title: `Resume the ${what} ${name}?`,
    text: html`<p>All nodes that accept tasks start its waiting tasks.</p>`,
    verb: 'Resume', run: () => post(path(`${what}s`, name, 'resume')), done,
});

export const limitRate = (name, limit, done) => confirm({
    title: `Limit the rate of ${name}?`,
    text: html`<p>All nodes that respond start no more tasks of this name than the limit allows, until they are restarted.</p>`,
    fields: html`<${Field} label="Rate limit" name="rate" defaultValue=${limit ?? ''} placeholder="100/m" hint="Tasks in a second, minute or hour: 10/s, 100/m, 50/h. Empty for no limit" />`,
    verb: 'Limit', run: async form => checked(await post(path('tasks', name, 'rate-limit'), { rate: form.get('rate').trim() || null, timeout: 5 })), done,
});

export const quiet = (node, done) => confirm({
    title: `Quiet node ${node}?`,
    text: html`<p>It starts no new tasks until it is woken or restarted. Its running tasks go on, and other nodes take the waiting ones.</p>`,
    verb: 'Quiet', run: async () => checked(await post(path('workers', node, 'quiet'), { timeout: 5 })), done,
});

export const wake = (node, done) => confirm({
    title: `Wake node ${node}?`,
    text: html`<p>It starts tasks again.</p>`,
    verb: 'Wake', run: async () => checked(await post(path('workers', node, 'wake'), { timeout: 5 })), done,
});

export const shutDown = (node, running, done) => confirm({
    title: `Shut down node ${node}?`,
    text: html`<p>It accepts no more tasks, and its server process stops when no task is running there
        (now: ${running ?? 'unknown'}). Only its machine can start it again.</p>`,
    fields: html`<${Field} label="Wait for running tasks, in seconds" name="grace" type="number" min="0" max="86400" step="any" defaultValue="300"
        hint="After that the server stops with the tasks it has; they run again elsewhere" />`,
    verb: 'Shut down', danger: true,
    run: async form => checked(await post(path('workers', node, 'shutdown'), { grace: Number(form.get('grace')), timeout: 5 })), done,
});

const OUTCOMES = {
    removed: 'It was taken out of its queue.', flagged: 'No node will start it.',
    cancelling: 'It is running; its node interrupts it.', 'already-done': 'It had already ended.',
};

export const revoke = (id, terminate, done) => confirm({
    title: terminate ? 'Terminate this task?' : 'Revoke this task?',
    text: html`<p>${terminate ? 'Its method is interrupted where it runs. It ends as revoked and is not retried.'
        : 'It does not start any more. If it is already running, it goes on.'}</p><p class="mono">${id}</p>`,
    verb: terminate ? 'Terminate' : 'Revoke', danger: true,
    run: () => post(path('results', id, 'revoke'), { terminate }), done: answer => done?.(OUTCOMES[answer.outcome] ?? answer.outcome),
});

export const forget = (id, done) => confirm({
    title: 'Delete the result of this task?',
    text: html`<p>Its value, error and attempts are deleted. Programs that wait for it will learn nothing.</p><p class="mono">${id}</p>`,
    verb: 'Delete', danger: true, run: () => remove(path('results', id)), done,
});

export const forgetExecutions = (task, done) => confirm({
    title: `Delete ${task.name} from the history?`,
    text: html`<p>Its rows, its error and its log lines are deleted. It cannot be sent again afterwards.</p><p class="mono">${task.task_id}</p>`,
    verb: 'Delete', danger: true, run: () => remove(path('executions', task.task_id)), done,
});

export const retry = (task, done) => confirm({
    title: `Retry ${task.name}?`,
    text: html`<p>The same message is sent again under a new id, with its arguments, options and context.</p>`,
    verb: 'Retry', run: () => post(path('executions', task.task_id, 'retry')),
    done: sent => {
        done?.();
        go(['tasks', sent.task_id]);
    },
});

export const requeue = (letter, done) => confirm({
    title: 'Requeue this message?',
    text: html`<p>It is sent unchanged to the queue ${letter.queue ?? 'it came from'}, and the dead letter is removed.</p>`,
    verb: 'Requeue', run: () => post(path('dead-letters', letter.id, 'requeue')), done,
});

export const deleteLetter = (letter, done) => confirm({
    title: 'Delete this dead letter?',
    text: html`<p>The message of ${letter.name ?? 'an unknown task'} is deleted for good.</p>`,
    verb: 'Delete', danger: true, run: () => remove(path('dead-letters', letter.id)), done,
});
