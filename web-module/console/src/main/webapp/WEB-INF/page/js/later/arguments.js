/** Arguments as people type them, and the JSON that is sent. Numbers stay text, so that they keep their digits. */
import { Problem } from '../problem.js';

const isText = type => /^(java\.lang\.)?(String|CharSequence)$/.test(type);

/** The JSON of one field. Quoted if the parameter takes text, and if it is not valid JSON: then the API says what is wrong. */
function jsonOf(text, type) {
    if (isText(type)) {
        return JSON.stringify(text);
    }
    try {
        JSON.parse(text);
        return text.trim();
    } catch {
        return JSON.stringify(text);
    }
}

export const hintOf = type => isText(type) ? `${type}, without quotes` : `${type}, as JSON`;

/**
 * The body of apply-async.
 *
 * @param {{name: string, type: string}[]} parameters
 * @param {FormData} form `arg-N` for each parameter, `option-NAME` for options
 * @param {boolean} again whether an earlier task is sent again: what is left out stays as it was sent
 */
export function callBody(parameters, form, again = false) {
    const args = parameters.map(({ type }, i) => jsonOf(form.get(`arg-${i}`) ?? '', type));
    const members = again && form.get('as-sent') !== null ? [] : [`"args":[${args.join(',')}]`];
    if (!again && form.get('option-ignore_result') === null) {
        members.push('"ignore_result":false');
    }
    for (const [key, quoted] of [['queue', true], ['countdown', false], ['priority', false], ['task_id', true]]) {
        const said = (form.get(`option-${key}`) ?? '').trim();
        if (said) {
            members.push(`"${key}":${quoted ? JSON.stringify(said) : Number.isFinite(Number(said)) ? Number(said) : JSON.stringify(said)}`);
        }
    }
    return `{${members.join(',')}}`;
}

/** Which field a refusal is about: the parameter whose name the API mentions. @returns {number} -1 if none */
export function wrongField(parameters, problem) {
    if (!(problem instanceof Problem) || problem.code !== 'task-argument') {
        return -1;
    }
    const quoted = parameters.findIndex(({ name }) => problem.message.includes(`'${name}'`));
    return quoted >= 0 ? quoted : parameters.findIndex(({ name }) => new RegExp(`(^|[^\\w])${name}([^\\w]|$)`).test(problem.message));
}
