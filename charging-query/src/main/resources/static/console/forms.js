// Forms that send JSON to the REST API and show its problems as they come.
const decimals = Object.fromEntries(document.querySelector('meta[name=currency-decimals]').content.split(' ')
  .map(entry => [entry.slice(0, 3), Number(entry.slice(3))]));
const decimalsOf = currency => decimals[currency] ?? 2;

/** An answer of the API that says what is wrong, in the words of RFC 9457. */
class Problem extends Error {
  constructor(answer, body) {
    super(body.detail || 'The platform answered ' + answer.status + '.');
    this.code = body.code ?? 'http-' + answer.status;
    this.errors = body.errors ?? [];
    this.sure = answer.status < 500;
  }
}
async function send(method, url, payload) {
  const answer = await fetch(url, {method,
    headers: payload === undefined ? {} : {'Content-Type': 'application/json'},
    body: typeof payload === 'string' || payload === undefined ? payload : JSON.stringify(payload)});
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer, body);
  return body;
}
function showProblem(place, failure) {
  const box = place.querySelector('[data-problem]');
  box.replaceChildren();
  box.hidden = !failure;
  if (!failure) return;
  box.append(failure.message);
  if (failure.code) box.append(' ', element('code', {}, failure.code));
  if (failure.errors?.length) box.append(element('ul', {class: 'mb-0'}, ...failure.errors.map(error => element('li', {}, error))));
}
/** "1,234.50" in minor units, exactly. */
function minorUnits(text, currency) {
  const digits = decimalsOf(currency);
  const parts = /^(\d{1,13})(?:\.(\d+))?$/.exec(text.replaceAll(/[,\s]/g, ''));
  if (!parts) throw new Error('“' + text + '” is not an amount.');
  if ((parts[2] ?? '').length > digits)
    throw new Error(currency + (digits ? ' has ' + digits + ' decimals, not more.' : ' has no decimals.'));
  return Number(parts[1] + (parts[2] ?? '').padEnd(digits, '0'));
}
function read(form) {
  const payload = {};
  form.querySelectorAll('[name]').forEach(field => {
    const text = field.value.trim();
    if (!text || field.hasAttribute('data-silent')) return;
    if (field.hasAttribute('data-money')) {
      const currency = field.dataset.currency ?? form.querySelector('[data-currency-choice]').value;
      payload[field.name] = {amount: minorUnits(text, currency), currency};
    } else if (field.hasAttribute('data-moment')) payload[field.name] = new Date(text).toISOString();
    else payload[field.name] = field.hasAttribute('data-number') ? Number(text) : text;
  });
  if (form.dataset.keyAs) payload[form.dataset.keyName ?? 'key'] = keyOf(form);
  return payload;
}
/** The same for every try until one is answered, so that a lost answer does not make two of one. */
function keyOf(form) {
  form.dataset.key ||= form.dataset.keyAs + '-' + Date.now().toString(36) + Math.floor(Math.random() * 1e6).toString(36);
  return form.dataset.key;
}
async function busy(button, work) {
  button.disabled = true;
  button.classList.add('btn-loading');
  try {
    return await work();
  } finally {
    button.disabled = false;
    button.classList.remove('btn-loading');
  }
}
async function submitting(form, submitter, work) {
  showProblem(form, null);
  document.querySelector('#notice.alert-success')?.setAttribute('hidden', '');
  try {
    await busy(submitter, work);
  } catch (failure) {
    showProblem(form, failure instanceof TypeError ? new Error('The platform does not answer.') : failure);
  }
}
function done(form, text) {
  form.reset();
  form.closest('dialog')?.close();
  settled(text);
}
function settled(text) {
  said(text);
  [300, 1200, 3000].forEach(delay => setTimeout(refresh, delay)); // until the read models have it
}
function said(text) {
  const box = document.getElementById('notice');
  box.className = 'alert alert-success';
  box.setAttribute('role', 'status');
  box.textContent = text;
  box.hidden = false;
}
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.go) {
    event.preventDefault();
    location.assign(form.dataset.go + encodeURIComponent(form.querySelector('input').value.trim()));
  }
  if (!form.dataset.send) return;
  event.preventDefault();
  submitting(form, event.submitter ?? form.querySelector('[type=submit]'), async () => {
    const [method, url] = form.dataset.send.split(' ');
    const payload = read(form);
    if (url.includes('{key}')) delete payload.key;
    try {
      await send(method, url.replace('{key}', () => keyOf(form)).replace('{of}', () => encodeURIComponent(form.dataset.of))
        .replace('{part}', () => form.dataset.part), payload);
      delete form.dataset.key;
      done(form, form.dataset.done);
    } catch (failure) {
      if (failure.sure) delete form.dataset.key;
      throw failure;
    }
  });
});
document.addEventListener('click', event => {
  const opener = event.target.closest('[data-open]');
  if (!opener) return;
  const dialog = document.getElementById(opener.dataset.open);
  const form = dialog.querySelector('form');
  for (const name of ['of', 'part']) if (opener.dataset[name]) form.dataset[name] = opener.dataset[name];
  showProblem(dialog, null);
  dialog.showModal();
  dialog.querySelector('input, textarea, select, button[type=submit]').focus();
});
document.querySelectorAll('nav.main-links a').forEach(link => {
  const path = new URL(link.href).pathname;
  if (path === '/' ? location.pathname === '/' : location.pathname.startsWith(path)) link.setAttribute('aria-current', 'page');
});
