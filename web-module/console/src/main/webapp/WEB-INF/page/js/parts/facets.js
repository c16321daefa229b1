/** Executions of a query, counted by the values of a field. A value that is chosen becomes a term of the query. */
import { html } from '../../lib/preact.js';
import { get, query } from '../api.js';
import { useAsked } from '../asked.js';
import { count } from '../format.js';
import { change } from '../route.js';
import { valuesOf, withValues } from '../terms.js';
import { Choices } from './field.js';
import { Answer } from './states.js';

const FIELDS = ['task', 'queue', 'node', 'user', 'error'];
const MOST = 12;
/** The server counts no more ended executions than these. */
const COUNTED = 10_000;
const isPattern = value => value.includes('*');

/** Nothing is asked for until a field is chosen. @param {{q: string, by?: string}} props `by`: the chosen field */
export const Facets = ({ q, by }) => html`<div class="answer">
    <${Choices} name="Count executions" chosen=${[by]} options=${FIELDS.map(value => ({ value, label: `by ${value}` }))}
        onChoose=${field => change({ by: field === by ? '' : field })} />
    ${FIELDS.includes(by) && html`<${Values} key=${by} q=${q} by=${by} />`}</div>`;

function Values({ q, by }) {
    const chosen = valuesOf(q, by);
    // With a pattern in the query, only its matches are counted. Otherwise there are numbers for the other values, too.
    const counted = chosen.some(isPattern) ? q : withValues(q, by, []);
    const asked = useAsked(signal => get('executions/facets' + query({ q: counted, by }), { signal }), counted, 10000);
    const choose = value => change({ q: withValues(q, by, chosen.includes(value)
        ? chosen.filter(one => one !== value) : [...chosen.filter(one => !isPattern(one)), value]) });
    return asked.error?.code !== 'bad-query' && html`<${Answer} asked=${asked}>${({ items, total, sources }) => {
        const shown = items.filter(({ value }, i) => i < MOST || chosen.includes(value));
        const none = chosen.filter(value => !isPattern(value) && !items.some(item => item.value === value)).map(value => ({ value, count: 0 }));
        const others = items.length - shown.length;
        const notes = [
            shown.length + none.length === 0 && `None of them has a known ${by}.`,
            others > 0 && `Less frequent ones: ${count(others)}.`,
            sources?.history && total.value > COUNTED && `Only the newest ${count(COUNTED)} executions are counted.`,
        ].filter(Boolean);
        return html`<${Choices} name=${`Executions by ${by}`} chosen=${chosen} onChoose=${choose}
                options=${[...shown, ...none].map(({ value, count: number }) => ({ value, label: `${value} ${count(number)}` }))} />
            ${notes.length > 0 && html`<p class="soft">${notes.join(' ')}</p>`}`;
    }}<//>`;
}
