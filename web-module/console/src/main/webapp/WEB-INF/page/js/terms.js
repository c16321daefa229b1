/** The terms of a query, taken apart as the server does. */
const EVEN_QUOTES_AFTER = '(?=(?:[^"]*"[^"]*")*[^"]*$)';
const BLANKS = new RegExp(` +${EVEN_QUOTES_AFTER}`);
const COMMAS = new RegExp(`,${EVEN_QUOTES_AFTER}`);

export const termsOf = q => q.split(BLANKS).filter(Boolean);

const isOf = (term, field) => term.startsWith(`${field}:`);
/** A value cannot contain a quotation mark, so a star stands for it. */
const quoted = value => /[ ,"]/.test(value) ? `"${value.replaceAll('"', '*')}"` : value;

/** The values of a field that the query asks for. */
export const valuesOf = (q, field) => termsOf(q).filter(term => isOf(term, field))
    .flatMap(term => term.slice(field.length + 1).split(COMMAS)).map(value => value.replace(/^"(.*)"$/, '$1'));

/** The query with these values of a field, and no others. */
export function withValues(q, field, values) {
    const rest = termsOf(q).filter(term => !isOf(term, field));
    return [...rest, values.length && `${field}:${values.map(quoted).join()}`].filter(Boolean).join(' ');
}
