/**
 * What the server pushes: one stream a tab, with the topics that are shown now. Not an EventSource, because that cannot
 * keep the browser from showing its password box, and does not tell why it failed.
 */
import { session } from './session.js';
import { live, store } from './store.js';

/** Whether the stream is open. While it is not, pages ask now and then, as they would without it. */
export const streaming = store(false);

const RETRY = 3000;
const WHILE_FULL = 30_000;
/** The server sends a heartbeat every ten seconds. */
const SILENCE = 25_000;
const listeners = new Map();
let running;
let timer;

/** @param {string} topic @param {(data: any) => void} heard undefined if the server cannot reach the topic @returns {() => void} */
export function listen(topic, heard) {
    const all = listeners.get(topic) ?? new Set();
    listeners.set(topic, all.add(heard));
    changed();
    return () => {
        all.delete(heard);
        if (all.size === 0) {
            listeners.delete(topic);
            changed();
        }
    };
}

/** Pages come and go in one turn, so the stream changes after it. */
function changed(later = 50) {
    clearTimeout(timer);
    timer = setTimeout(open, later);
}

function open() {
    const topics = [...listeners.keys()].sort().join(',');
    const wanted = !document.hidden && live.get() && session.get() ? topics : '';
    if (wanted === (running?.topics ?? '')) {
        return;
    }
    running?.abort.abort();
    running = undefined;
    if (wanted) {
        running = { topics: wanted, abort: new AbortController() };
        read(running);
    } else {
        streaming.set(false);
    }
}

async function read(mine) {
    let wait = RETRY;
    let silent;
    const alive = () => {
        clearTimeout(silent);
        silent = setTimeout(() => mine.abort.abort(), SILENCE);
    };
    try {
        alive();
        const response = await fetch(new URL(`api/live?topics=${mine.topics}`, location.href.split('#')[0]), {
            signal: mine.abort.signal, cache: 'no-store', credentials: 'same-origin', redirect: 'error',
            headers: { Accept: 'text/event-stream', 'X-Requested-With': 'abakus-console' },
        });
        if (response.ok) {
            streaming.set(true);
            await events(response.body, alive);
        } else {
            await response.body?.cancel();
            wait = response.status === 429 ? WHILE_FULL : RETRY;
        }
    } catch {
        // The other calls of the page notice that the server is away, and say so.
    }
    clearTimeout(silent);
    if (running === mine) {
        running = undefined;
        streaming.set(false);
        changed(wait);
    }
}

async function events(body, alive) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        alive();
        text += piece.value;
        const whole = text.split('\n\n');
        text = whole.pop();
        whole.forEach(take);
    }
}

function take(event) {
    const lines = Object.fromEntries(event.split('\n').map(line => line.split(/: (.*)/s)));
    if (lines.event) {
        const data = JSON.parse(lines.data);
        const missing = lines.event === 'unavailable';
        listeners.get(missing ? data.topic : lines.event)?.forEach(heard => heard(missing ? undefined : data));
    }
}

document.addEventListener('visibilitychange', () => changed());
live.listen(() => changed());
session.listen(() => changed());
