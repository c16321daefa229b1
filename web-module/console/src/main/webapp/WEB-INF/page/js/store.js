/** Values that several parts of the page share, and that redraw the parts when they change. */
import { useEffect, useState } from '../lib/preact.js';

/**
 * @template T
 * @param {T} initial
 */
export function store(initial) {
    let value = initial;
    const listeners = new Set();
    return {
        get: () => value,
        /** @param {T} next */
        set(next) {
            value = next;
            listeners.forEach(listener => listener(next));
        },
        /** @param {(value: T) => void} listener @returns {() => void} ends the subscription */
        listen(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
    };
}

/** A store that this browser remembers. @param {string} key @param {string} initial @param {string[]} valid */
export function remembered(key, initial, valid) {
    const name = 'abakus.' + key;
    const old = read(name);
    const kept = store(valid.includes(old) ? old : initial);
    kept.listen(value => write(name, value));
    return kept;
}

function read(name) {
    try {
        return localStorage.getItem(name);
    } catch {
        return null; // the browser allows no storage
    }
}

function write(name, value) {
    try {
        localStorage.setItem(name, value);
    } catch {
        // Remembered until the page is left.
    }
}

/** The current value of a store; the component is drawn again when it changes. */
export function useStore(watched) {
    const [value, change] = useState(watched.get());
    useEffect(() => {
        change(watched.get());
        return watched.listen(next => change(() => next));
    }, [watched]);
    return value;
}

/** What the user chose for this browser. */
export const theme = remembered('theme', 'system', ['system', 'light', 'dark']);
export const zone = remembered('zone', 'local', ['local', 'utc']);
/** Whether pages refresh by themselves. Not remembered: a page that silently shows old numbers misleads. */
export const live = store(true);
/** Whether the last call reached the server. */
export const reached = store(true);
