/** What is known of one task: its execution in the history, and its result. Either may be missing. */
import { get, path, query } from './api.js';
import { seconds } from './format.js';

const ENDED = new Set(['SUCCESS', 'FAILURE', 'REJECTED', 'REVOKED', 'EXPIRED', 'IGNORED']);

/** null where the server knows nothing of the id, or has no such call. */
const orNull = (asked, missing) => asked.catch(problem => {
    if (problem.status === 404) {
        missing?.(problem);
        return null;
    }
    throw problem;
});

/** @param {string} id */
export async function find(id, signal) {
    let told;
    const [execution, result] = await Promise.all([
        orNull(get(path('executions', id), { signal }), problem => {
            told = problem.code === 'execution-not-found' ? problem.message : undefined;
        }),
        orNull(get(path('results', id), { signal, exact: 'result' })),
    ]);
    return execution || result ? merged(id, execution, result) : elsewhere(id, told, signal);
}

function merged(id, execution, result) {
    const one = { ...result, ...Object.fromEntries(Object.entries(execution ?? {}).filter(([, value]) => value !== null)) };
    const state = ENDED.has(result?.state) && !ENDED.has(execution?.state) ? result.state : one.state;
    return {
        ...one,
        task_id: id,
        state,
        ended: ENDED.has(state),
        waited: one.waited ?? seconds(one.date_queued, one.date_started),
        runtime: one.runtime ?? seconds(one.date_started, one.date_done),
        attempts: execution?.attempts ?? result?.attempts ?? [],
        children: result?.children ?? [],
        hasResult: Boolean(result),
        hasHistory: Boolean(execution),
    };
}

/** Where the tasks of a request may be. Running, waiting and delayed tasks have different sources. */
const SOURCES = ['state:running ', 'state:waiting ', 'state:delayed ', ''];

/** An id that neither knows: that of a dead letter, or of something else, such as a request. */
async function elsewhere(id, told, signal) {
    const request = `request_id:"${id.replaceAll('"', '')}"`;
    const [letters, ...found] = await Promise.all([
        orNull(/\s/.test(id) ? Promise.resolve(null) : get('dead-letters' + query({ q: `id:${id}`, limit: 1 }), { signal })),
        ...SOURCES.map(where => orNull(get('executions' + query({ q: where + request, limit: 50 }), { signal }))),
    ].map(asked => asked.catch(error => {
        if (error.name === 'AbortError') {
            throw error;
        }
        return null;
    })));
    return { task_id: id, unknown: true, told, letter: letters?.items[0], request: found.flatMap(list => list?.items ?? []) };
}
