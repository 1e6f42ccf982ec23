// Sorts the rows of tables that may be sorted: upwards, downwards, as they were.
(() => {
  'use strict';
  const language = document.documentElement.lang;
  const valueOf = (row, column) => {
    const cell = row.cells[column];
    const data = cell.querySelector('data');
    return data ? Number(data.value) : cell.querySelector('.missing') ? null : cell.textContent;
  };
  const compare = (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), language, { numeric: true });

  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const bodies = [...table.tBodies].map(body => ({ body, rows: [...body.rows] }));
    const columns = [];
    // the headings of the second row stand under the columns that the first leaves open
    const headRows = [...table.tHead.rows];
    let open = [];
    let at = 0;
    for (const cell of headRows[0].cells) {
      if (cell.scope === 'col') columns[at] = cell;
      else for (let k = 0; k < cell.colSpan; k++) open.push(at + k);
      at += cell.colSpan;
    }
    if (headRows[1]) [...headRows[1].cells].forEach((cell, k) => { columns[open[k]] = cell; });

    columns.forEach((heading, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => {
        const before = heading.getAttribute('aria-sort');
        const after = before === 'ascending' ? 'descending' : before === 'descending' ? null : 'ascending';
        columns.forEach(other => other.removeAttribute('aria-sort'));
        if (after) heading.setAttribute('aria-sort', after);
        const sign = after === 'descending' ? -1 : 1;
        for (const { body, rows } of bodies) {
          const keyed = rows.map(row => ({ row, value: valueOf(row, column) }));
          if (after) keyed.sort((a, b) => a.value === null || b.value === null ? (a.value === null) - (b.value === null) : sign * compare(a.value, b.value));
          body.append(...keyed.map(entry => entry.row));
        }
      });
    });
  }
})();
