/** Who is signed in, and what they may do. */
import { callOnce, onExpired } from './api.js';
import { store } from './store.js';

/**
 * undefined before the first answer, null if nobody is signed in.
 * @type {{get: () => {user: string, roles: string[]}|null|undefined}}
 */
export const session = store(undefined);
/** Set while a call waits for the user to sign in again: the dialog's promise. */
export const renewal = store(null);

export const mayWrite = who => Boolean(who?.roles.includes('operator'));

/** Asks the server who is signed in. */
export async function recall() {
    try {
        session.set(await callOnce('GET', 'session'));
    } catch (problem) {
        if (problem.status !== 401) {
            throw problem;
        }
        session.set(null);
    }
}

export async function signIn(user, password) {
    session.set(await callOnce('POST', 'session', { user, password }));
    renewal.get()?.resolve();
    renewal.set(null);
}

export async function signOut() {
    try {
        await callOnce('DELETE', 'session');
    } catch (problem) {
        if (problem.status !== 401) {
            throw problem;
        }
    }
    giveUp();
}

/** The user does not sign in again: calls that waited for it fail, and the sign-in page appears. */
export function giveUp() {
    renewal.get()?.reject(new DOMException('signed out', 'AbortError'));
    renewal.set(null);
    session.set(null);
}

onExpired(() => {
    if (!session.get()) {
        return Promise.reject(new DOMException('signed out', 'AbortError'));
    }
    let waiting = renewal.get();
    if (!waiting) {
        waiting = {};
        waiting.promise = new Promise((resolve, reject) => Object.assign(waiting, { resolve, reject }));
        renewal.set(waiting);
    }
    return waiting.promise;
});
