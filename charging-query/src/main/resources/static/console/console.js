'use strict';
// Times in the reader's zone, live sessions by server-sent events, the rest of the page asked for again when it may have changed.
const moment = new Intl.DateTimeFormat(undefined, {dateStyle: 'short', timeStyle: 'medium'});
const shown = new Map();

function localTimes(root) {
  root.querySelectorAll('time[datetime]').forEach(time => {
    time.textContent = moment.format(new Date(time.dateTime));
    time.title = time.dateTime + ' (UTC)';
  });
}
function money(value) {
  if (!value) return '–';
  const digits = decimalsOf(value.currency);
  return new Intl.NumberFormat('en', {style: 'currency', currency: value.currency, minimumFractionDigits: digits, maximumFractionDigits: digits})
    .format(value.amount / 10 ** digits);
}
const energy = wattHours => (wattHours / 1000).toFixed(2) + ' kWh';
const power = watts => watts == null ? '–' : (watts / 1000).toFixed(1) + ' kW';
const words = state => state ? state.toLowerCase().replaceAll('_', ' ') : 'started';

function put(row, selector, text) {
  const cell = row.querySelector(selector);
  if (!cell || cell.textContent === text) return;
  cell.textContent = text;
  cell.classList.remove('moved');
  void cell.offsetWidth; // restarts the animation
  cell.classList.add('moved');
}
function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children);
  return node;
}
function newRow(session) {
  const transaction = session.id.slice(session.id.indexOf(':') + 1);
  return element('tr', {'data-session': session.id, 'data-started': session.startedAt},
    element('th', {scope: 'row', 'data-label': 'Session'},
      element('a', {href: '/sessions/' + encodeURIComponent(session.id)}, session.station), ' ',
      element('span', {class: 'text-secondary'}, 'connector ' + session.connector)),
    element('td', {'data-label': 'Since'}, element('time', {datetime: session.startedAt})),
    element('td', {'data-label': 'State', 'data-state': ''}),
    element('td', {'data-label': 'Power', class: 'text-end num', 'data-power': ''}),
    element('td', {'data-label': 'Energy', class: 'text-end num', 'data-energy': ''}),
    element('td', {'data-label': 'Fee', class: 'text-end num', 'data-cost': ''}),
    element('td', {class: 'text-end'}, element('button', {type: 'button', class: 'btn btn-sm btn-outline-danger',
      'data-stop': '', id: 'stop-' + session.id, 'data-station': session.station, 'data-transaction': transaction,
      'aria-label': 'Stop session ' + session.id}, 'Stop')));
}
function rowOf(session) {
  const known = document.querySelector('[data-session="' + CSS.escape(session.id) + '"]');
  const table = document.getElementById('live');
  if (known || !table || session.state !== 'ACTIVE') return known;
  const row = newRow(session);
  const later = [...table.querySelectorAll('tr[data-session]')].find(other => other.dataset.started < session.startedAt);
  table.insertBefore(row, later ?? document.getElementById('live-empty'));
  localTimes(row);
  return row;
}
function onSession(session) {
  const only = document.body.dataset.only;
  if (only && only !== session.id) return;
  const row = rowOf(session);
  if (row) {
    put(row, '[data-state]', words(session.charging));
    put(row, '[data-power]', power(session.power));
    put(row, '[data-energy]', energy(session.energy));
    put(row, '[data-cost]', money(session.cost));
  }
  if (session.state === 'STOPPED') {
    if (only) location.reload();
    if (row && !only) row.remove();
  }
  if (shown.get(session.id) !== session.state) refreshSoon();
  shown.set(session.id, session.state);
  countLive();
}
function countLive() {
  const table = document.getElementById('live');
  if (!table) return;
  const count = table.querySelectorAll('tr[data-session]').length;
  document.getElementById('live-empty').hidden = count > 0;
  document.getElementById('live-count').textContent = count ? count + ' charging' : '';
}
function linkState(colour, word) {
  const state = document.getElementById('link-state');
  state.className = 'status status-' + colour;
  state.querySelector('[data-word]').textContent = word;
}
function watch(url) {
  const source = new EventSource(url);
  let snapshot = new Set();
  source.addEventListener('session', event => {
    const session = JSON.parse(event.data);
    snapshot?.add(session.id);
    onSession(session);
  });
  source.addEventListener('ready', () => {
    linkState('green', 'live');
    const current = snapshot ?? new Set();
    snapshot = null;
    document.querySelectorAll('#live tr[data-session]').forEach(row => {
      if (!current.has(row.dataset.session)) row.remove();
    });
    countLive();
  });
  source.onerror = () => {
    snapshot = new Set();
    linkState('red', 'reconnecting');
  };
}
let pending = 0;
function refreshSoon() {
  clearTimeout(pending);
  pending = setTimeout(refresh, 400);
}
function refresh() {
  const parts = document.getElementById('parts');
  if (parts && !document.hidden && !document.querySelector('dialog[open]')) htmx.trigger(parts, 'refresh');
}
const command = (station, action, payload) =>
  post('/api/charge-points/' + encodeURIComponent(station) + '/commands/' + action, payload);
const post = (url, payload) => send('POST', url, payload);
/** @param passing whether the next answer of the platform makes it untrue */
function notice(text, passing) {
  const box = document.getElementById('notice');
  if (!box) return;
  box.className = 'alert alert-danger';
  box.setAttribute('role', 'alert');
  box.textContent = text ?? '';
  box.dataset.passing = passing ? 'yes' : '';
  box.hidden = !text;
}
async function stop(button) {
  button.disabled = true;
  notice(null);
  try {
    const transaction = button.dataset.transaction;
    await command(button.dataset.station, 'RemoteStopTransaction',
      {transactionId: /^\d+$/.test(transaction) ? Number(transaction) : transaction});
    button.textContent = 'Stopping…';
  } catch (failure) {
    notice('The session was not stopped. ' + failure.message);
    button.disabled = false;
  }
}
function openStart(button) {
  const dialog = document.getElementById('start');
  dialog.dataset.station = button.dataset.station;
  dialog.querySelector('[data-station-name]').textContent = button.dataset.name;
  dialog.querySelector('[data-problem]').hidden = true;
  dialog.showModal();
  document.getElementById('start-token').focus();
}
async function start(event) {
  event.preventDefault();
  const dialog = document.getElementById('start');
  const problem = dialog.querySelector('[data-problem]');
  const submit = dialog.querySelector('[type=submit]');
  submit.disabled = true;
  try {
    await command(dialog.dataset.station, 'RemoteStartTransaction', {
      connectorId: Number(document.getElementById('start-connector').value),
      idTag: document.getElementById('start-token').value.trim()});
    dialog.close();
  } catch (failure) {
    problem.textContent = failure.message;
    problem.hidden = false;
  } finally {
    submit.disabled = false;
  }
}
function openDecision(button) {
  const dialog = document.getElementById(button.dataset.decide);
  dialog.dataset.station = button.dataset.station;
  dialog.querySelector('[data-station-name]').textContent = button.dataset.station;
  dialog.querySelector('[data-problem]').hidden = true;
  dialog.querySelectorAll('input').forEach(input => { input.value = ''; });
  if (dialog.id === 'accept') {
    document.getElementById('accept-name').value = button.dataset.station;
    document.getElementById('accept-zone').value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  dialog.showModal();
}
async function decide(event) {
  event.preventDefault();
  const dialog = event.target.closest('dialog');
  const problem = dialog.querySelector('[data-problem]');
  const submit = dialog.querySelector('[type=submit]');
  const said = [...new FormData(event.target)].filter(([, value]) => value.trim());
  submit.disabled = true;
  try {
    await post('/api/pending-stations/' + encodeURIComponent(dialog.dataset.station) + '/' + dialog.dataset.decision,
      Object.fromEntries(said));
    dialog.close();
    refreshSoon();
  } catch (failure) {
    problem.textContent = failure.message;
    problem.hidden = false;
  } finally {
    submit.disabled = false;
  }
}
document.addEventListener('click', event => {
  const stopping = event.target.closest('[data-stop]');
  const starting = event.target.closest('[data-start]');
  if (stopping) stop(stopping);
  if (starting) openStart(starting);
  const deciding = event.target.closest('[data-decide]');
  if (deciding) openDecision(deciding);
  if (event.target.closest('[data-close]')) event.target.closest('dialog').close();
});
document.addEventListener('htmx:oobAfterSwap', event => localTimes(event.target));
document.addEventListener('htmx:afterSwap', event => localTimes(event.target));
document.addEventListener('htmx:sendError', () => notice('The platform does not answer; what you see may be old.', true));
document.addEventListener('htmx:responseError', () => notice('The platform cannot answer right now; what you see may be old.', true));
document.addEventListener('htmx:afterRequest', event => { if (event.detail.successful && document.querySelector('#notice[data-passing=yes]')) notice(null); });
document.querySelectorAll('dialog[data-decision] form').forEach(form => form.addEventListener('submit', decide));
document.querySelector('#start form')?.addEventListener('submit', start);
document.querySelectorAll('[data-json]').forEach(pre => { pre.textContent = JSON.stringify(JSON.parse(pre.textContent), null, 2); });
const operator = document.getElementById('operator');
if (operator) document.querySelectorAll('input[name=by]').forEach(by => {
  by.defaultValue = operator.textContent; // whoever signed in counts, whatever is written
  by.readOnly = true;
});
localTimes(document);
countLive();
setInterval(refresh, 5000);
if (document.body.dataset.live) watch(document.body.dataset.live);
else document.getElementById('link-state').hidden = true; // nothing on the page moves by itself
