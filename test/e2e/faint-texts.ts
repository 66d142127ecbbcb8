// Texts whose contrast with what lies behind them is below 4.5 (WCAG 2.2, 1.4.3), as the browser painted them.

/** For `page.evaluate`: the texts in `within` whose contrast is too low, with it. */
export const faintTexts = (within: string): string => `(() => {
  const channels = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const over = (front, back) => [0, 1, 2].map((i) => front[i] * (front[3] ?? 1) + back[i] * (1 - (front[3] ?? 1)));
  const luminance = (colour) => {
    const [r, g, b] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    const colours = [];
    for (let at = node; at; at = at.parentElement) colours.push(channels(getComputedStyle(at).backgroundColor));
    return colours.reverse().reduce((back, front) => over(front, back), [255, 255, 255]);
  };
  return [...document.querySelectorAll('${within} *')]
    .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
    .filter((node) => node.checkVisibility())
    .flatMap((node) => {
      const back = behind(node);
      const text = over(channels(getComputedStyle(node).color), back);
      const [high, low] = [luminance(text), luminance(back)].sort((a, b) => b - a);
      const contrast = (high + 0.05) / (low + 0.05);
      return contrast < 4.5 ? [node.textContent + ' ' + contrast.toFixed(2)] : [];
    });
})()`;
