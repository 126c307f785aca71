// Finds sections while somebody types. What it needs is loaded when the field is first used.
(() => {
  const home = document.body.dataset.home;
  const field = document.getElementById('site-search');
  const found = document.getElementById('site-found');
  const [status, list] = found.children;
  const MOST = 12;
  let index;

  field.closest('search').hidden = false;
  field.addEventListener('focus', load, { once: true });
  field.addEventListener('input', show);
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      field.focus();
    } else if (event.key === 'Escape' && !found.hidden) {
      found.hidden = true;
      field.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event);
    else if (event.key === 'Enter' && event.target === field) list.querySelector('a')?.click();
  });
  document.addEventListener('click', ({ target }) => {
    if (!found.hidden && !field.closest('search').contains(target)) found.hidden = true;
  });

  /** From the field through the results, and back. */
  function move(event) {
    if (found.hidden) return;
    const stops = [field, ...list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  async function load() {
    try {
      await Promise.all(['minisearch.js', 'search-index.js'].map(script));
      index = MiniSearch.loadJSON(globalThis.searchIndex, {
        fields: ['title', 'page', 'text'],
        storeFields: ['title', 'page', 'address'],
      });
    } catch {
      found.hidden = false;
      status.textContent = 'The search could not be loaded.';
      return;
    }
    show();
  }

  function script(name) {
    return new Promise((done, fail) => {
      const element = document.createElement('script');
      element.src = `${home}/${name}`;
      element.onload = done;
      element.onerror = fail;
      document.head.append(element);
    });
  }

  function show() {
    const words = field.value.trim();
    found.hidden = words === '' || index === undefined;
    if (found.hidden) return;
    const options = { prefix: true, fuzzy: 0.2, boost: { title: 4, page: 2 }, combineWith: 'AND' };
    const results = index.search(words, options);
    status.textContent =
      results.length === 0
        ? `Nothing was found for “${words}”.`
        : `${results.length} ${results.length === 1 ? 'section' : 'sections'}${results.length > MOST ? `, the best ${MOST}` : ''}`;
    list.replaceChildren(
      ...results.slice(0, MOST).map(({ title, page, address }) => {
        const link = document.createElement('a');
        link.href = `${home}/${address}`;
        link.append(title);
        if (page !== title) {
          const where = document.createElement('small');
          where.append(page);
          link.append(' ', where);
        }
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
  }
})();
