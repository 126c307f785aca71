/**
 * What the page can do beside being read: sort and filter its tables, copy a command, open what is folded for a printer. All
 * of it is readable without. The page's policy allows this text alone, by its hash.
 */
export const SCRIPT = `
(() => {
  const valueOf = (row, column) => row.cells[column]?.dataset.value ?? row.cells[column]?.textContent ?? '';
  const compare = (a, b) => {
    const [x, y] = [Number(a), Number(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, 'en') : x - y;
  };
  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const order = head.getAttribute('aria-sort') === 'descending' ? 'ascending' : 'descending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', order);
        const body = table.tBodies[0];
        const sign = order === 'ascending' ? 1 : -1;
        body.append(...[...body.rows].sort((a, b) => sign * compare(valueOf(a, column), valueOf(b, column))));
      });
    });
  }
  for (const box of document.querySelectorAll('.filter')) {
    const [input, output] = [box.querySelector('input'), box.querySelector('output')];
    const rows = [...document.getElementById(input.dataset.table).tBodies[0].rows];
    box.hidden = false;
    input.addEventListener('input', () => {
      const wanted = input.value.toLowerCase();
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
      output.textContent = rows.filter((row) => !row.hidden).length + ' of ' + rows.length + ' shown';
    });
  }
  for (const button of document.querySelectorAll('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(text);
      }
    });
  }
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
})();
`;
