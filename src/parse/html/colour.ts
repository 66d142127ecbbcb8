// CSS colours as far as hidden text is written in them.

/** Red, green, blue 0–255 and opacity 0–1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const NAMED: Readonly<Record<string, Colour>> = {
  black: [0, 0, 0, 1],
  white: [255, 255, 255, 1],
  snow: [255, 250, 250, 1],
  ivory: [255, 255, 240, 1],
  ghostwhite: [248, 248, 255, 1],
  whitesmoke: [245, 245, 245, 1],
  floralwhite: [255, 250, 240, 1],
  mintcream: [245, 255, 250, 1],
  azure: [240, 255, 255, 1],
  aliceblue: [240, 248, 255, 1],
  seashell: [255, 245, 238, 1],
  gainsboro: [220, 220, 220, 1],
  lightgray: [211, 211, 211, 1],
  lightgrey: [211, 211, 211, 1],
  silver: [192, 192, 192, 1],
  gray: [128, 128, 128, 1],
  grey: [128, 128, 128, 1],
  red: [255, 0, 0, 1],
  green: [0, 128, 0, 1],
  blue: [0, 0, 255, 1],
  navy: [0, 0, 128, 1],
  yellow: [255, 255, 0, 1],
  orange: [255, 165, 0, 1],
  transparent: [0, 0, 0, 0],
};

/** undefined for what is not known: variables, other names, other colour spaces. */
export function parseColour(text: string): Colour | undefined {
  const value = text.trim().toLowerCase();
  if (Object.hasOwn(NAMED, value)) return NAMED[value];
  const hex = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(value)?.[1];
  if (hex !== undefined) return parseHex(hex);
  const parts = /^(rgb|hsl)a?\(([^)]{1,60})\)$/.exec(value);
  if (!parts) return undefined;
  const numbers = parts[2]!.split(/[\s,/]+/).filter(Boolean);
  if (numbers.length < 3) return undefined;
  const alpha = numbers[3] === undefined ? 1 : share(numbers[3], 1);
  if (parts[1] === 'hsl')
    return fromHsl(Number.parseFloat(numbers[0]!), share(numbers[1]!, 1), share(numbers[2]!, 1), alpha);
  return [share(numbers[0]!, 255), share(numbers[1]!, 255), share(numbers[2]!, 255), alpha];
}

function parseHex(hex: string): Colour {
  const digits = hex.length <= 4 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!;
  const [red = 0, green = 0, blue = 0, alpha = 255] = digits.map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue, alpha / 255];
}

function share(text: string, whole: number): number {
  const number = Number.parseFloat(text);
  return text.endsWith('%') ? (number / 100) * whole : number;
}

function fromHsl(hue: number, saturation: number, light: number, alpha: number): Colour {
  const reach = saturation * Math.min(light, 1 - light);
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (light - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4), alpha];
}

/** The largest difference of a channel. */
export function distance(a: Colour, b: Colour): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
}
