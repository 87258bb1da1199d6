// Draws what the node told. Every text goes in as text, never as markup.

const STEPS = ['B', 'kB', 'MB', 'GB', 'TB'];
const WINDOW = 5;
const POINTS = 120;
const FEW = 12;
const history = new Map();

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('data-') || name.startsWith('aria-') || name === 'scope' || name === 'colspan') made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

const by = id => document.getElementById(id);
const number = value => value.toLocaleString('en');
const rate = value => value === null ? '–' : value >= 100 ? number(Math.round(value)) : value.toFixed(value === 0 ? 0 : 1);

export function bytes(value) {
  let step = 0;
  while (value >= 1000 && step < STEPS.length - 1) { value /= 1000; step++; }
  return `${value.toFixed(step === 0 || value >= 100 ? 0 : 1)} ${STEPS[step]}`;
}

function ago(from, to) {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds % 3600 / 60)} min`;
  return `${Math.floor(seconds / 86400)} d ${Math.floor(seconds % 86400 / 3600)} h`;
}

const cell = (label, content, className = '') => element('td', {'data-label': label, className}, content);
const head = content => element('th', {scope: 'row'}, content);
const status = (colour, word) => element('span', {className: `status ${colour}`}, word);

function fill(id, rows, columns, nothing) {
  const body = by(id);
  const wanted = rows.length ? rows : [element('tr', {className: 'nothing'}, element('td', {colSpan: columns}, nothing))];
  const focus = document.activeElement?.dataset?.key;
  if (body.children.length === wanted.length && wanted.every((row, i) => row.isEqualNode(body.children[i]) && !row.querySelector('button'))) return;
  body.replaceChildren(...wanted);
  if (focus) body.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
}

/** Counters become rates over the last ten seconds; a node that has started again starts anew. */
function remember(node) {
  const at = Date.parse(node.now);
  for (const context of node.contexts) {
    const key = `${node.started} ${context.name}`;
    const past = history.get(key) ?? {samples: [], points: []};
    past.samples.push({at, events: context.events, commands: context.commands, queries: context.queries});
    if (past.samples.length > WINDOW + 1) past.samples.shift();
    const [first, last] = [past.samples[0], past.samples.at(-1)];
    const seconds = (last.at - first.at) / 1000;
    const per = name => seconds > 0 ? Math.max(0, last[name] - first[name]) / seconds : null;
    Object.assign(context, {eventRate: per('events'), commandRate: per('commands'), queryRate: per('queries')});
    past.points.push(context.eventRate ?? 0);
    if (past.points.length > POINTS) past.points.shift();
    context.points = past.points;
    history.set(key, past);
  }
}

function numbers(node) {
  const sum = pick => node.contexts.reduce((total, context) => total + pick(context), 0);
  const rates = node.contexts.map(context => context.eventRate);
  const shown = [
    ['Health', status(node.up ? 'green' : 'red', node.up ? 'up' : 'down')],
    ['Events/s', rate(rates.every(value => value === null) ? null : sum(context => context.eventRate ?? 0))],
    ['Events', number(sum(context => context.lastToken + 1))],
    ['Applications', number(sum(context => context.applications.length))],
    ['On disk', bytes(sum(context => context.bytes))],
    ['Free disk', bytes(node.freeBytes)],
  ];
  by('numbers').replaceChildren(...shown.map(([name, value]) => element('div', {}, element('span', {className: 'muted'}, name), element('strong', {}, value))));
}

function contexts(node, chosen, choose) {
  fill('contexts', node.contexts.map(context => {
    const button = element('button', {type: 'button', className: 'pick', 'data-key': `context ${context.name}`, 'aria-pressed': String(context === chosen), onclick: () => choose(context.name)}, context.name);
    return element('tr', {className: context === chosen ? 'on' : ''}, head(button),
      cell('State', status(context.writable ? 'green' : 'red', context.writable ? 'takes events' : 'refuses events')),
      cell('Events/s', rate(context.eventRate), 'num'), cell('Last token', context.lastToken < 0 ? 'none' : number(context.lastToken), 'num'),
      cell('Commands/s', rate(context.commandRate), 'num'), cell('Queries/s', rate(context.queryRate), 'num'),
      cell('Applications', number(context.applications.length), 'num'), cell('On disk', bytes(context.bytes), 'num'));
  }), 8, 'There is no context that you may watch.');
}

function curve(context) {
  const top = Math.max(1, ...context.points);
  const x = index => 120 - (context.points.length - 1 - index);
  const svg = (tag, attributes) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  by('rate').replaceChildren(svg('line', {x1: 0, x2: 120, y1: 39, y2: 39}), svg('polyline', {points: context.points.map((value, index) => `${x(index)},${(39 - 37 * value / top).toFixed(2)}`).join(' ')}));
  by('rate-now').textContent = `now ${rate(context.eventRate)}, highest ${rate(top === 1 ? Math.max(...context.points) : top)} in the last minutes`;
}

function grouped(list) {
  const groups = new Map();
  for (const processor of list) {
    const key = `${processor.component} ${processor.name}`;
    groups.set(key, [...groups.get(key) ?? [], processor]);
  }
  return [...groups.values()];
}

function segments(instances) {
  const all = instances.flatMap(instance => instance.segments.map(segment => ({...segment, client: instance.client})));
  if (!all.length) return element('span', {className: 'muted'}, 'none claimed');
  return element('ul', {className: 'segments'}, ...all.sort((a, b) => a.id - b.id).map(segment => {
    const state = segment.error ? `error: ${segment.error}` : segment.replaying ? 'replaying' : segment.caughtUp ? 'caught up' : 'catching up';
    return element('li', {className: segment.error ? 'bad' : '', title: `${segment.client}: ${state}`}, `${segment.id}/${segment.of} at ${number(segment.position)}${state === 'caught up' ? '' : ` · ${state}`}`);
  }));
}

function processors(context, view, operate) {
  fill('processors', grouped(context.processors).map(instances => {
    const {component, name, mode} = instances[0];
    const failed = instances.some(instance => instance.failed || instance.segments.some(segment => segment.error));
    const running = instances.some(instance => instance.running);
    const act = (word, path, key = path) => element('button', {type: 'button', 'data-key': `${component} ${name} ${key}`, 'aria-label': `${word} ${name}`, onclick: event => operate(event.target, component, name, word, path)}, word);
    const acts = view.steers.includes(context.name) ? [act(running ? 'Pause' : 'Start', running ? 'pause' : 'start', 'toggle'), act('Split', 'segments/split'), act('Merge', 'segments/merge')] : [];
    const sum = pick => instances.reduce((total, instance) => total + pick(instance), 0);
    return element('tr', {}, head(element('div', {}, name, element('div', {className: 'muted'}, `${component} · ${mode || 'unknown mode'} · ${instances.length} ${instances.length === 1 ? 'client' : 'clients'}`))),
      cell('State', status(failed ? 'red' : running ? 'green' : 'amber', failed ? 'failed' : running ? 'running' : 'paused')),
      cell('Threads', `${sum(i => i.threads)} busy, ${sum(i => i.freeThreads)} free`, 'num'),
      cell('Segments', segments(instances)), element('td', {}, element('div', {className: 'acts'}, ...acts)));
  }), 5, 'No connected application has reported an event processor.');
}

/** The name of a type first, its package and outer class muted below. */
function typeName(name) {
  const cut = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
  return cut ? element('div', {title: name}, name.slice(cut), element('div', {className: 'muted'}, name.slice(0, cut - 1))) : name;
}

function handlers(id, list, context, nothing) {
  by(`${id}-count`).textContent = list.length;
  const card = by(id).closest('details');
  if (!card.dataset.shown) { card.dataset.shown = 'yes'; card.open = list.length <= FEW; }
  const components = new Map(context.applications.map(application => [application.client, application.component]));
  fill(id, list.map(handled => {
    const names = [...new Set(handled.clients.map(client => components.get(client) ?? client))].sort();
    return element('tr', {}, head(typeName(handled.name)), cell('Handled by', `${names.join(', ')} (${handled.clients.length})`));
  }), 2, nothing);
}

/** What the check of the stored files found when the node started. */
function startReport(contexts) {
  const cuts = contexts.flatMap(context => context.cutEnds.map(cut =>
    element('li', {}, `${context.name}: a write that had not finished was cut off ${cut.file}, ${number(cut.bytes)} ${cut.bytes === 1 ? 'byte' : 'bytes'} from byte ${number(cut.at)} on (${cut.why}).`)));
  return cuts.length ? element('ul', {className: 'report'}, ...cuts) : status('green', 'every stored file was sound');
}

function facts(view) {
  const {node} = view;
  const shown = [
    ['Version', node.version], ['Started', `${node.started}, ${ago(node.started, node.now)} ago`],
    ['Access control', view.accessControl ? `on; you are ${view.caller}` : 'off: everybody on this machine may do everything'],
    ['TLS', view.tls ? 'on' : 'off'], ['Check at start', startReport(node.contexts)],
  ];
  by('facts').replaceChildren(...shown.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
}

/** Draws a view of the node; answers the name of the context that is shown. */
export function draw(view, wanted, choose, operate) {
  const {node} = view;
  remember(node);
  const chosen = node.contexts.find(context => context.name === wanted) ?? node.contexts.find(context => context.name === 'default') ?? node.contexts[0];
  numbers(node);
  contexts(node, chosen, choose);
  facts(view);
  by('chosen').textContent = chosen ? `Context ${chosen.name}` : '';
  if (!chosen) return wanted;
  curve(chosen);
  processors(chosen, view, operate);
  fill('applications', chosen.applications.map(application => element('tr', {}, head(application.component), cell('Client', application.client),
    cell('Connected', element('time', {dateTime: application.since, title: application.since}, `${ago(application.since, node.now)} ago`)), cell('Version', application.version || 'not told'))), 4, 'No application is connected.');
  handlers('commands', chosen.commandHandlers, chosen, 'No application handles commands.');
  handlers('queries', chosen.queryHandlers, chosen, 'No application handles queries.');
  return chosen.name;
}
