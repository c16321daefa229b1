import { html, render } from '../lib/preact.js';
import { App } from './app.js';
import { theme } from './store.js';

const root = document.documentElement;
function show(chosen) {
    if (chosen === 'system') {
        delete root.dataset.theme;
    } else {
        root.dataset.theme = chosen;
    }
}
show(theme.get());
theme.listen(show);

render(html`<${App} />`, document.getElementById('app'));
