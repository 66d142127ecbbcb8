// Moving cards: by dragging, and by the keys of a focused card. What is asked for is told; what becomes of it is not decided here.

/**
 * `board`: the node with columns (`data-state`) and cards (`data-id`). `mayDrop(id, state)` says whether a step leads there;
 * `onDrop(id, state, belowId)` is called with the card that it is to stand below, undefined = on top.
 */
export function makeDraggable(board, { mayDrop, onDrop }) {
  let dragged;
  const columnOf = (event) => event.target.closest?.('[data-state]');
  const card = (id) => board.querySelector(`[data-id="${id}"]`);

  board.addEventListener('dragstart', (event) => {
    dragged = event.target.closest?.('[data-id]')?.dataset.id;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged);
    card(dragged).classList.add('dragged');
    for (const column of board.children) column.classList.toggle('closed', !mayDrop(dragged, column.dataset.state));
  });
  for (const type of ['dragenter', 'dragover']) {
    board.addEventListener(type, (event) => {
      // Files that are dropped are not ours.
      if (!dragged) return;
      event.stopPropagation();
      const column = columnOf(event);
      if (!column || !mayDrop(dragged, column.dataset.state)) return;
      event.preventDefault();
      for (const each of board.children) each.classList.toggle('over', each === column);
    });
  }
  board.addEventListener('drop', (event) => {
    const column = columnOf(event);
    if (!dragged || !column) return;
    event.preventDefault();
    event.stopPropagation();
    if (mayDrop(dragged, column.dataset.state)) onDrop(dragged, column.dataset.state, aboveOf(column, event.clientY));
    end();
  });
  board.addEventListener('dragend', end);

  /** The last card whose middle is above the pointer. */
  function aboveOf(column, y) {
    const cards = [...column.querySelectorAll('[data-id]')].filter(({ dataset }) => dataset.id !== dragged);
    return cards.findLast((each) => {
      const { top, height } = each.getBoundingClientRect();
      return top + height / 2 < y;
    })?.dataset.id;
  }

  function end() {
    if (dragged) card(dragged)?.classList.remove('dragged');
    dragged = undefined;
    for (const column of board.children) column.classList.remove('closed', 'over');
  }

  board.addEventListener('keydown', (event) => {
    const at = event.target.closest?.('[data-id]');
    // Keys of what stands in a card are its own.
    if (!at || event.target !== at || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const column = at.closest('[data-state]');
    const cards = [...column.querySelectorAll('[data-id]')];
    const index = cards.indexOf(at);
    const step = event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 1;
    const upright = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (!event.shiftKey) focusNext({ column, cards, index, step, upright });
    else if (upright) reorder({ column, cards, index, step, id: at.dataset.id });
    else moveOn({ column, step, id: at.dataset.id });
  });

  function focusNext({ column, cards, index, step, upright }) {
    if (upright) {
      cards[index + step]?.focus();
      return;
    }
    for (let next = sibling(column, step); next; next = sibling(next, step)) {
      const [...others] = next.querySelectorAll('[data-id]');
      if (others.length === 0) continue;
      others[Math.min(index, others.length - 1)].focus();
      return;
    }
  }

  function reorder({ column, cards, index, step, id }) {
    const others = cards.filter(({ dataset }) => dataset.id !== id);
    const to = index + step;
    if (to >= 0 && to < cards.length) onDrop(id, column.dataset.state, others[to - 1]?.dataset.id);
  }

  /** Into the nearest column on that side to which a step leads. */
  function moveOn({ column, step, id }) {
    for (let next = sibling(column, step); next; next = sibling(next, step)) {
      if (!mayDrop(id, next.dataset.state)) continue;
      onDrop(id, next.dataset.state, undefined);
      return;
    }
  }

  const sibling = (column, step) => (step < 0 ? column.previousElementSibling : column.nextElementSibling);
}
