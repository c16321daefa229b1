/** What surrounds each page: name, health, search, settings, user, navigation. */
import { html, useEffect, useRef, useState } from '../lib/preact.js';
import { get, health } from './api.js';
import { useAsked } from './asked.js';
import { count } from './format.js';
import { later } from './later.js';
import { session, signOut } from './session.js';
import { live, reached, store, theme, useStore, zone } from './store.js';

const Search = later(() => import('./search.js'), 'Search');

/** What the frame has asked for, so that a page does not ask for it once more. */
export const known = { health: store(), letters: store() };

const PAGES = [
    ['', 'Overview'], ['tasks', 'Tasks'], ['failures', 'Failures'], ['dead-letters', 'Dead letters'], ['queues', 'Queues'],
    ['nodes', 'Nodes'], ['catalogue', 'Catalogue'], ['applications', 'Applications'], ['audit', 'Audit'],
];

/** @param {{at: string, place: string, children: any}} props `at`: the first part of `place` */
export function Frame({ at, place, children }) {
    const main = useRef(null);
    const shown = useRef(place);
    useEffect(() => {
        const title = PAGES.find(([part]) => part === at)?.[1] ?? 'Abakus';
        document.title = `${title} · Abakus`;
        if (shown.current !== place) {
            shown.current = place;
            // A new page is announced, as if it had been loaded.
            main.current.focus();
            scrollTo(0, 0);
        }
    }, [at, place]);
    return html`<div>
        <header class="top">
            <button class="skip" onClick=${() => main.current.focus()}>Skip to the page</button><${Bar} /><${Pages} at=${at} /></header>
        <${Lost} />
        <main tabindex="-1" ref=${main}>${children}</main>
    </div>`;
}

function Bar() {
    const [searches, setSearches] = useState(false);
    const where = useStore(session)?.environment;
    useEffect(() => {
        const pressed = event => {
            if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !document.querySelector('dialog[open]')) {
                event.preventDefault();
                setSearches(true);
            }
        };
        addEventListener('keydown', pressed);
        return () => removeEventListener('keydown', pressed);
    }, []);
    return html`<div class="bar">
        <a class="brand" href="#/"><img src=${icon} alt="" width="24" height="24" />Abakus</a>
        ${where && html`<strong title="Where this server runs">${where}</strong>`}
        <${Health} />
        <button class="search" onClick=${() => setSearches(true)} aria-keyshortcuts="Control+K"><span>Search</span><kbd>Ctrl K</kbd></button>
        <${Settings} />
        ${searches && html`<${Search} onClose=${() => setSearches(false)} />`}
    </div>`;
}

const icon = new URL('../icon.svg', import.meta.url).pathname;

function Health() {
    const { data, error } = useAsked(signal => health(signal), 'health', 4000);
    useEffect(() => known.health.set(data), [data]);
    const isUp = data?.status === 'UP' && !error;
    const word = isUp ? 'healthy' : error ? 'not reached' : data ? 'down' : 'asking';
    return html`<span class=${`tag ${isUp ? 'good' : word === 'asking' ? '' : 'bad'}`}><span aria-hidden="true">●</span>${word}</span>`;
}

function Settings() {
    const isLive = useStore(live);
    const where = useStore(zone);
    const look = useStore(theme);
    const who = useStore(session);
    const role = who.roles.includes('operator') ? 'operator' : 'viewer';
    const next = { system: 'light', light: 'dark', dark: 'system' }[look];
    return html`<div class="end">
        <button class="plain" aria-pressed=${String(isLive)} onClick=${() => live.set(!isLive)}
            title="Whether pages refresh by themselves">${isLive ? '❚❚ Live' : '▶ Paused'}</button>
        <button class="plain" onClick=${() => zone.set(where === 'utc' ? 'local' : 'utc')}
            title="The time zone of all times">${where === 'utc' ? 'UTC' : 'Local time'}</button>
        <button class="plain" onClick=${() => theme.set(next)} title="Light, dark, or as the system says"
            >◐ ${{ system: 'System', light: 'Light', dark: 'Dark' }[look]}</button>
        <span class="who">${who.user}${who.user !== role && html` <span class="soft">(${role})</span>`}</span>
        <button class="plain" onClick=${() => signOut().catch(() => location.reload())}>Sign out</button>
    </div>`;
}

function Pages({ at }) {
    const letters = useAsked(signal => get('dead-letters?limit=1', { signal }), 'letters', 10000).data?.total;
    const totals = {
        failures: useAsked(signal => get('failures?limit=1', { signal }), 'failures', 15000).data?.total,
        'dead-letters': letters,
    };
    useEffect(() => known.letters.set(letters), [letters]);
    return html`<nav class="pages" aria-label="Pages">${PAGES.map(([part, name]) => html`
        <a key=${part} href=${`#/${part}`} aria-current=${at === part ? 'page' : undefined}>
            ${name}${totals[part]?.value > 0
                ? html` <span class="count">${count(totals[part].value)}${totals[part].exact ? '' : '+'}</span>` : ''}
        </a>`)}</nav>`;
}

function Lost() {
    return useStore(reached) ? null : html`<div class="lost" role="status">Reconnecting … the page shows what the server said last.</div>`;
}
