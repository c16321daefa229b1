/** Calls of the REST API: JSON in and out, failures as Problem. */
import { Problem } from './problem.js';
import { reached } from './store.js';

/** This page is below the console's root, and so is the API. */
const BASE = new URL('api/', location.href.split('#')[0]);

/** Replaced by the session, which asks for the password and resolves when there is a session again. */
let renew = () => Promise.reject(new Problem(401, 'session-expired', 'You are signed out'));

/** @param {() => Promise<void>} ask */
export function onExpired(ask) {
    renew = ask;
}

/**
 * @param {{signal?: AbortSignal, exact?: string}} [how] `exact`: the member whose numbers keep their digits, to be shown
 * @returns {Promise<any>}
 */
export const get = (path, { signal, exact } = {}) => call('GET', path, undefined, { signal, exact });
/** @param {object|string} body an object, or JSON text whose numbers must keep their digits */
export const post = (path, body = {}) => call('POST', path, body);
export const patch = (path, body) => call('PATCH', path, body);
export const put = (path, body) => call('PUT', path, body);
export const remove = path => call('DELETE', path);

/** The whole address of a call. */
export const address = where => new URL(where, BASE).href;

/** A path of segments that may contain anything. */
export const path = (...segments) => segments.map(encodeURIComponent).join('/');

/** A query string; leaves out what is empty. */
export function query(values) {
    const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
    return set.length ? '?' + new URLSearchParams(set) : '';
}

async function call(method, where, body, { signal, exact } = {}) {
    let response = await send(method, where, body, signal);
    if (response.status === 401) {
        // The session has ended. The same call is sent once more after the user has signed in again.
        await renew();
        response = await send(method, where, body, signal);
    }
    return answer(response, exact);
}

/** A file, for saving. @returns {Promise<Blob>} */
export async function file(where) {
    let response = await send('GET', where);
    if (response.status === 401) {
        await renew();
        response = await send('GET', where);
    }
    if (!response.ok) {
        throw await Problem.of(response);
    }
    return response.blob();
}

/** The same without asking for the password, for the session itself. */
export async function callOnce(method, where, body) {
    return answer(await send(method, where, body));
}

async function send(method, where, body, signal) {
    try {
        const response = await fetch(new URL(where, BASE), {
            method,
            signal,
            cache: 'no-store',
            credentials: 'same-origin',
            redirect: 'error',
            headers: {
                Accept: 'application/json, application/problem+json, */*;q=0.1',
                // Without it the server would make the browser show its own password box.
                'X-Requested-With': 'abakus-console',
                ...body === undefined ? {} : { 'Content-Type': 'application/json' },
            },
            body: typeof body === 'object' ? JSON.stringify(body) : body,
        });
        if (response.status < 502) {
            reached.set(true);
        }
        return response;
    } catch (error) {
        if (error.name === 'AbortError') {
            throw error;
        }
        reached.set(false);
        throw new Problem(0, 'unreachable', 'The server does not respond');
    }
}

async function answer(response, exact) {
    if (!response.ok) {
        throw await Problem.of(response);
    }
    const text = await response.text();
    if (text === '') {
        return undefined;
    }
    const data = JSON.parse(text);
    return exact ? { ...data, [exact]: JSON.parse(text, exactly)[exact] } : data;
}

/** Keeps a number's digits where JavaScript would round it. */
function exactly(key, value, source) {
    if (typeof value !== 'number' || !source?.source || !JSON.rawJSON) {
        return value;
    }
    return String(value) === source.source ? value : JSON.rawJSON(source.source);
}

/** Health needs no login, and its failure is an answer. @returns {Promise<{status: string, checks?: object[]}>} */
export async function health(signal) {
    const response = await send('GET', 'health', undefined, signal);
    if (response.status === 503) {
        const told = await response.json().catch(() => undefined);
        if (told?.status) {
            return told;
        }
        throw new Problem(503, 'unreachable', 'The server is starting or stopping');
    }
    return answer(response);
}
