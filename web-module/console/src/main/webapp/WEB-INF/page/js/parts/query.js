/** The box for `q`, with a caret under the term that the server does not understand. */
import { html, useEffect, useState } from '../../lib/preact.js';

/** The API names the position in a member or in its sentence. */
const position = problem => problem?.position ?? Number(problem?.message.match(/position (\d+)/)?.[1] ?? -1);

/** @param {{q: string, problem?: any, example: string, onSearch: (q: string) => void, more?: any}} props */
export function QueryBox({ q, problem, example, onSearch, more }) {
    const [text, setText] = useState(q);
    useEffect(() => setText(q), [q]);
    const wrong = problem?.code === 'bad-query' && problem;
    const at = wrong ? position(wrong) : -1;
    const submit = event => {
        event.preventDefault();
        onSearch(text.trim());
    };
    return html`<form class="field" role="search" aria-label="This page" onSubmit=${submit}>
        <div class="line">
            <input class="grow mono" type="search" aria-label="Query" value=${text} onInput=${event => setText(event.target.value)}
                placeholder=${example} spellcheck=${false} autocomplete="off" maxlength="1000"
                aria-invalid=${wrong ? 'true' : undefined} aria-describedby=${wrong ? 'query-wrong' : undefined} />
            <button class="main">Search</button>${more}
        </div>
        ${wrong && html`<div class="wrong" id="query-wrong" role="alert">
            ${at >= 0 && html`<div class="caret" aria-hidden="true">${q}${'\n'}${' '.repeat(at)}^</div>`}${wrong.message}</div>`}
    </form>`;
}
