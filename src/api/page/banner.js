// One line at the top for what concerns the whole page: offline, waiting, gone on.

const banner = document.getElementById('banner');
let current;

/** Shows the text to everybody, screen readers too. Returns a function that takes it away again. */
export function tell(text, { mild = true } = {}) {
  const mine = Symbol(text);
  current = mine;
  banner.textContent = text;
  banner.classList.toggle('mild', mild);
  banner.hidden = false;
  return () => {
    if (current !== mine) return;
    banner.hidden = true;
    banner.textContent = '';
  };
}

/** For a few seconds: something was done. */
export function tellBriefly(text) {
  setTimeout(tell(text), 6000);
}

let online = () => {};
addEventListener('offline', () => {
  online = tell('You are offline. What is shown here may be old.', { mild: false });
});
addEventListener('online', () => online());
