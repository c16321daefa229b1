/** Rows that somebody chooses one by one. */
import { html } from '../../lib/preact.js';

/**
 * The column with a check box for each row.
 *
 * @param {Set<string>} picked
 * @param {(picked: Set<string>) => void} set
 * @param {(row: any) => string} id
 */
export const pickColumn = (picked, set, id) => ({
    title: 'Pick', hidden: true, kind: 'pick',
    cell: row => html`<input type="checkbox" aria-label=${`Pick ${row.name ?? id(row)} ${id(row)}`} checked=${picked.has(id(row))}
        onChange=${event => {
            const next = new Set(picked);
            event.target.checked ? next.add(id(row)) : next.delete(id(row));
            set(next);
        }} />`,
});
