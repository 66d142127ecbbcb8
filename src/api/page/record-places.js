// Where the values of a record stand on its pages.

/** Where each value stands. A line's value carries its index in the path. */
export function placesOf({ fields, lines, comparison }) {
  const places = [];
  const add = (path, value) => {
    for (const { page, box } of value.evidence)
      places.push({ path, page, box, label: `${path}: ${value.raw || value.value}` });
  };
  for (const [path, value] of Object.entries(fields)) add(path, value);
  for (const { path, verdict, page } of comparison ?? []) if (verdict === 'differs' && page) add(path, page);
  for (const [index, line] of lines.entries()) {
    for (const [column, value] of Object.entries(line)) add(`lines[${index}].${column}`, value);
  }
  // Small ones last, so that a long line's box does not cover the value inside it.
  const area = ({ box: [x0, y0, x1, y1] }) => (x1 - x0) * (y1 - y0);
  return places.sort((a, b) => area(b) - area(a));
}
