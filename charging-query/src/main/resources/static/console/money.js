// The page of a tariff: drafts with their faults, quotes, and past sessions by another tariff.
const api = tariff => '/api/tariffs/' + encodeURIComponent(tariff);
const cell = (label, text, number) => element('td', {'data-label': label, class: number ? 'text-end num' : ''}, text);
const heads = columns => element('thead', {}, element('tr', {}, ...columns.map(([name, number]) =>
  element('th', {scope: 'col', class: number ? 'text-end' : ''}, name))));
const signed = value => (value.amount > 0 ? '+' : '') + money(value);

function table(caption, columns, rows) {
  return element('div', {class: 'table-responsive'}, element('table', {class: 'table table-vcenter card-table cards-on-phone'},
    element('caption', {class: 'visually-hidden'}, caption), heads(columns), element('tbody', {}, ...rows)));
}
function showFaults(faults) {
  const place = document.getElementById('faults');
  if (!faults) return place.replaceChildren();
  if (!faults.length) return place.replaceChildren(element('p', {class: 'text-success mb-0'}, 'The draft can be published.'));
  place.replaceChildren(element('p', {class: 'mb-1'}, 'The draft cannot be published yet:'), element('ul', {class: 'mb-0 text-danger'},
    ...faults.map(fault => element('li', {}, element('code', {}, fault.element), ' ' + fault.problem))));
}
const major = (price, currency) => new Intl.NumberFormat('en',
  {style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 6}).format(price);
function showQuote(place, quote) {
  const lines = quote.lines.map(line => element('tr', {},
    element('th', {scope: 'row', 'data-label': 'For'}, words(line.kind)),
    cell('Quantity', line.quantity + ' ' + line.unit, true),
    cell('Price', line.unitPrice == null ? '–' : major(line.unitPrice, line.gross.currency), true),
    cell('Net', money(line.net), true),
    cell('VAT', money(line.vat) + (line.vatRate == null ? '' : ' (' + line.vatRate + ' %)'), true),
    cell('Gross', money(line.gross), true)));
  lines.push(element('tr', {class: 'fw-bold'}, element('th', {scope: 'row', colspan: 3}, 'Total by version ' + quote.version),
    cell('Net', money(quote.totals.net), true), cell('VAT', money(quote.totals.vat), true),
    cell('Gross', money(quote.totals.gross), true)));
  place.replaceChildren(table('What the session would cost',
    [['For'], ['Quantity', true], ['Price', true], ['Net', true], ['VAT', true], ['Gross', true]], lines));
}
function showRerating(place, rerating, applied) {
  const outcome = {SAME: 'same', CREDIT: 'credit note', SUPPLEMENT: 'supplement'};
  const rows = rerating.sessions.map(one => element('tr', {},
    element('th', {scope: 'row', 'data-label': 'Bill'}, element('a', {href: '/bills/' + encodeURIComponent(one.bill)}, one.bill)),
    cell('Charged', money(one.charged), true), cell('By this tariff', money(one.rerated), true),
    cell('Difference', signed(one.difference), true), cell('Leads to', outcome[one.outcome] + (one.issued ? ', issued' : ''))));
  rows.push(element('tr', {class: 'fw-bold'}, element('th', {scope: 'row'}, rerating.sessions.length + ' sessions'),
    cell('Charged', money(rerating.charged), true), cell('By this tariff', money(rerating.rerated), true),
    cell('Difference', signed(rerating.difference), true), cell('Leads to', '')));
  const due = rerating.sessions.filter(one => one.outcome !== 'SAME' && !one.issued).length;
  const facts = element('div', {class: 'card-body border-top'}, summary(rerating, due),
    rerating.skipped ? ' ' + rerating.skipped + ' sessions have no bill in this currency.' : '');
  if (due && applied) facts.append(' ', element('button', {type: 'button', class: 'btn btn-danger ms-2', 'data-open': 'apply'}, 'Correct the bills…'));
  place.replaceChildren(facts);
  if (rerating.sessions.length) place.append(table('Past sessions with the difference',
    [['Bill'], ['Charged', true], ['By this tariff', true], ['Difference', true], ['Leads to']], rows));
  document.querySelector('#apply [data-summary]').textContent = summary(rerating, due);
}
function summary(rerating, due) {
  if (!rerating.sessions.length) return 'No session with a bill in that time.';
  return due + ' of ' + rerating.sessions.length + ' bills differ: ' + money(rerating.credits) + ' too much, '
    + money(rerating.supplements) + ' too little.';
}
let dryRun = null;
function rerateAsked(form) {
  const value = id => document.getElementById(id).value.trim();
  const asked = {from: new Date(value('rerate-from')).toISOString(), to: new Date(value('rerate-to')).toISOString(),
    version: Number(value('rerate-version'))};
  if (value('rerate-station')) asked.station = value('rerate-station');
  return asked;
}
const pages = {
  edit: async form => {
    const content = document.getElementById('edit-content').value;
    JSON.parse(content); // says where it is none
    const draft = await send('PUT', api(form.dataset.tariff) + '/draft', content);
    showFaults(draft.faults);
    settled('The draft is kept.');
  },
  'quote-form': async form => {
    const value = id => document.getElementById(id).value;
    const energy = /^\d+(?:\.\d{1,3})?$/.exec(value('quote-energy'));
    if (!energy) throw new Error('The energy is in kWh, with up to three decimals.');
    const [kilo, milli] = energy[0].split('.');
    const asked = new URLSearchParams({tariff: form.dataset.tariff, energy: Number(kilo + (milli ?? '').padEnd(3, '0')),
      charging: 'PT' + value('quote-charging') + 'M', parking: 'PT' + value('quote-parking') + 'M', reserved: 'PT' + value('quote-reserved') + 'M'});
    if (value('quote-at')) asked.set('at', new Date(value('quote-at')).toISOString());
    showQuote(form.parentElement.querySelector('[data-result]'), await send('GET', '/api/tariffs/quote?' + asked));
  },
  'rerate-form': async (form, submitter) => {
    const way = submitter.value;
    const asked = rerateAsked(form);
    const rerating = await send('POST', api(form.dataset.tariff) + '/' + way, asked);
    dryRun = {tariff: form.dataset.tariff, asked};
    showRerating(form.parentElement.querySelector('[data-result]'), rerating, way === 'rerate');
  },
  'apply-form': async form => {
    const run = document.getElementById('apply-run').value;
    await send('POST', api(dryRun.tariff) + '/rerate', {...dryRun.asked, apply: true, run});
    done(form, 'Run ' + run + ' is on its way. Ask for a dry run again to see what is left.');
    document.querySelector('#rerate [data-result]').replaceChildren();
  }
};
Object.entries(pages).forEach(([id, work]) => document.getElementById(id)?.addEventListener('submit', event => {
  event.preventDefault();
  submitting(event.target, event.submitter ?? event.target.querySelector('[type=submit]'), () => work(event.target, event.submitter));
}));
document.addEventListener('click', async event => {
  const publish = event.target.closest('[data-publish]');
  if (!publish) return;
  try {
    const published = await busy(publish, () => send('POST', api(publish.dataset.tariff) + '/draft/publish'));
    showFaults(null);
    settled('Version ' + published.version + ' holds for sessions that start from now on.');
  } catch (failure) {
    notice('The draft is not published. ' + failure.message);
    document.getElementById('notice').scrollIntoView({block: 'nearest'});
  }
});
if (document.getElementById('draft')) {
  send('GET', api(document.getElementById('edit').dataset.tariff) + '/draft').then(draft => showFaults(draft.faults), () => {});
}
