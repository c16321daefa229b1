/** Tables that become cards on narrow screens. The roles are explicit because the cards' layout would drop them. */
import { html } from '../../lib/preact.js';

/**
 * @typedef {{title: string, cell: (row: any) => any, kind?: string, hidden?: boolean}} Column
 * @param {{name: string, columns: (Column|false|null|undefined)[], rows: any[], id: (row: any) => string}} props
 */
export function Table({ name, columns, rows, id }) {
    const shown = columns.filter(Boolean);
    return html`<table class="rows" role="table" aria-label=${name}>
        <thead role="rowgroup"><tr role="row">${shown.map(column => html`
            <th role="columnheader" scope="col" class=${column.kind}>
                ${column.hidden ? html`<span class="hidden">${column.title}</span>` : column.title}
            </th>`)}
        </tr></thead>
        <tbody role="rowgroup">${rows.map(row => html`<tr role="row" key=${id(row)}>
            ${shown.map(column => html`<td role="cell" class=${column.kind} data-label=${column.title}>
                ${column.kind === 'pick' ? column.cell(row) : column.kind === 'do' ? html`<div class="actions">${column.cell(row)}</div>` : html`<div>${column.cell(row)}</div>`}
            </td>`)}
        </tr>`)}</tbody>
    </table>`;
}
