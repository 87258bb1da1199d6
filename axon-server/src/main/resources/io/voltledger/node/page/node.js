// Asks the node every two seconds, and for a token where the node wants one. The token stays in this tab's session storage.
import {draw} from './view.js';

const KEY = 'voltledger-node-token';
const PERIOD = 2000;
const PATIENCE = 10000;
const by = id => document.getElementById(id);

let context = location.hash.startsWith('#context=') ? decodeURIComponent(location.hash.slice(9)) : undefined;
let seen = 0;
let timer = 0;

function request(path, options = {}) {
  const token = sessionStorage.getItem(KEY);
  return fetch(path, {...options, cache: 'no-store', headers: token ? {'AxonIQ-Access-Token': token} : {}, signal: AbortSignal.timeout(PATIENCE)});
}

function link(colour, word) {
  if (by('link').textContent === word) return;
  by('link').className = `status ${colour}`;
  by('link').textContent = word;
}

function notice(text) {
  if (by('notice').textContent !== text) by('notice').textContent = text;
  by('notice').hidden = !text;
}

function askForToken(text) {
  const first = by('sign-in').hidden;
  by('sign-in').hidden = false;
  by('view').hidden = true;
  by('loading').hidden = true;
  by('forget').hidden = true;
  link('amber', 'token needed');
  notice(text);
  if (first) by('token').focus();
}

function show(view) {
  seen = Date.now();
  by('loading').hidden = true;
  by('sign-in').hidden = true;
  by('view').hidden = false;
  by('view').classList.remove('stale');
  by('forget').hidden = !sessionStorage.getItem(KEY);
  notice(view.node.up ? '' : 'The node does not take events at the moment: look at the free disk space and at its log.');
  link(view.node.up ? 'green' : 'red', view.node.up ? 'live' : 'down');
  context = draw(view, context, choose, operate);
}

function away() {
  link('red', 'node away');
  by('view').classList.add('stale');
  by('loading').hidden = seen > 0 || !by('sign-in').hidden;
  notice(seen ? `The node does not answer. What you see is of ${new Date(seen).toLocaleTimeString()}; it is asked again and again.` : 'The node does not answer; it is asked again and again.');
}

async function refresh() {
  clearTimeout(timer);
  try {
    const response = await request('/v1/node');
    const token = sessionStorage.getItem(KEY);
    if (response.status === 401) {
      sessionStorage.removeItem(KEY);
      askForToken(token ? 'The node does not know this token (any more).' : '');
      return;
    }
    const body = await response.json();
    if (response.status === 403) {
      sessionStorage.removeItem(KEY);
      askForToken(body.detail);
      return;
    }
    if (!response.ok) throw new Error(body.detail ?? response.statusText);
    show(body);
  } catch (error) {
    console.warn(error);
    away();
  }
  timer = setTimeout(refresh, PERIOD);
}

function choose(name) {
  context = name;
  history.replaceState(null, '', `#context=${encodeURIComponent(name)}`);
  refresh();
}

async function operate(button, component, name, word, path) {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  const said = text => { by('done').textContent = text; by('done').hidden = false; };
  try {
    const base = `/v1/components/${encodeURIComponent(component)}/processors/${encodeURIComponent(name)}/`;
    const response = await request(`${base}${path}?context=${encodeURIComponent(context)}`, {method: 'PATCH'});
    const body = await response.json();
    said(response.ok ? `${word} ${name}: done.` : `${word} ${name}: ${body.detail ?? response.status}`);
  } catch (error) {
    said(`${word} ${name}: the node did not answer (${error.message}).`);
  }
  button.ariaBusy = null;
  refresh();
}

by('sign-in').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem(KEY, by('token').value.trim());
  by('token').value = '';
  refresh();
});
by('forget').addEventListener('click', () => {
  sessionStorage.removeItem(KEY);
  refresh();
});
refresh();
