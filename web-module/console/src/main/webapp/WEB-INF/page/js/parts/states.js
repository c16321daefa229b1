/** What a part of a page shows when it has no data: not yet, none, not any more. */
import { html } from '../../lib/preact.js';
import { ago } from '../format.js';

/** A problem, as a note that screen readers announce. @param {{problem: Error, again?: () => void, old?: number}} props */
export function Trouble({ problem, again, old }) {
    if (!problem || problem.name === 'AbortError') {
        return null;
    }
    return html`<div class="note bad" role="alert">
        <p>${problem.message}${old && ` The page shows what the server said ${ago(new Date(old).toISOString())}.`}</p>
        ${problem.requestId && html`<p class="soft">The log has more under request_id ${problem.requestId}.</p>`}
        ${again && html`<p><button onClick=${again}>Try again</button></p>`}
    </div>`;
}

export const Loading = ({ what = 'Loading' }) => html`<div class="blank" role="status">${what} …</div>`;

export const Blank = ({ title, children }) => html`<div class="blank"><strong>${title}</strong>${children}</div>`;

/** History is a part that a server may lack. */
export const NoHistory = ({ what }) => html`<${Blank} title="History is not available on this server">
    <p>${what}</p>
<//>`;

/**
 * Draws the data of an answer, or the reason why there are none.
 *
 * @param {{asked: {data?: any, error?: any, busy: boolean, again: () => void}, what: string, missing?: any,
 *     children: (data: any) => any}} props `missing` is drawn if the server has no such call
 */
export function Answer({ asked, missing, children }) {
    const { data, error, busy, at, again } = asked;
    if (error?.isMissingCall && missing) {
        return html`<div class="answer">${missing}</div>`;
    }
    return html`<div class="answer" aria-busy=${String(busy)}>
        <${Trouble} problem=${error} again=${again} old=${data !== undefined && at} />
        ${data !== undefined ? children(data) : busy && !error && html`<${Loading} />`}
    </div>`;
}
