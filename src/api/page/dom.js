// Makes elements. Text is always text: nothing from a document or a name is ever parsed as HTML.

/** el('p.note', {title: 'x', onclick: f}, 'text', child, …) */
export function el(spec, attributes = {}, ...children) {
  const [tag, ...classes] = spec.split('.');
  const node = document.createElement(tag || 'div');
  if (classes.length > 0) node.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function replaceChildren(node, ...children) {
  node.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
}

/** What went wrong, with a button to try it again. */
export function failed(error, retry) {
  return el(
    'div.notice',
    { role: 'alert' },
    el('p', {}, error.message),
    el('button', { type: 'button', onclick: () => void retry() }, 'Try again'),
  );
}
