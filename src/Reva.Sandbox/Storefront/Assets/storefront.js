// Choosing a version, switching pictures and a cart in the browser; every page also reads well without it.
const key = 'fern-cart';
const stored = () => JSON.parse(localStorage.getItem(key) ?? '[]');

function showCount() {
  const count = stored().reduce((sum, item) => sum + item.quantity, 0);
  for (const place of document.querySelectorAll('[data-cart-count]')) place.textContent = count ? `(${count})` : '';
}

function keep(items) {
  localStorage.setItem(key, JSON.stringify(items));
  showCount();
}

function picture(address) {
  const main = document.querySelector('.gallery .main');
  if (main && address) main.src = address;
}

function wireForm(form) {
  const variants = JSON.parse(form.querySelector('[data-variants]').textContent);
  const find = () => {
    const chosen = new FormData(form);
    return variants.find(v => Object.entries(v.options).every(([name, value]) => !chosen.has(name) || chosen.get(name) === value));
  };
  form.addEventListener('change', () => {
    const variant = find();
    document.querySelector('[data-price]').innerHTML = variant.price;
    const stock = form.querySelector('[data-stock]');
    stock.textContent = variant.stock;
    stock.className = `stock ${variant.kind}`;
    form.querySelector('[data-add]').disabled = !variant.available;
    picture(variant.image);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const variant = find();
    const items = stored();
    const same = items.find(item => item.id === variant.id);
    if (same) same.quantity += 1;
    else items.push({ id: variant.id, title: form.dataset.title, version: variant.title, address: form.dataset.address, money: variant.money, quantity: 1 });
    keep(items);
    form.querySelector('[data-said]').textContent = `In your cart: ${form.dataset.title}`;
  });
}

function line(item) {
  const row = document.createElement('li');
  const link = Object.assign(document.createElement('a'), { href: item.address, textContent: item.title });
  const facts = Object.assign(document.createElement('span'), { textContent: `${item.version === 'Default Title' ? '' : item.version + ' · '}${item.quantity} × ${item.money}` });
  const remove = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Remove' });
  remove.setAttribute('aria-label', `Remove ${item.title}`);
  remove.addEventListener('click', () => {
    keep(stored().filter(other => other.id !== item.id));
    showCart();
  });
  row.append(link, facts, remove);
  return row;
}

function showCart() {
  const list = document.querySelector('[data-cart]');
  if (!list) return;
  const items = stored();
  list.replaceChildren(...items.map(line));
  document.querySelector('[data-cart-empty]').hidden = items.length > 0;
}

for (const button of document.querySelectorAll('[data-picture]')) button.addEventListener('click', () => picture(button.dataset.picture));
for (const form of document.querySelectorAll('[data-buy]')) wireForm(form);
showCount();
showCart();
