// As much of the ONNX format (protocol buffers, onnx.proto3, IR version 8, operators 13) as one graph of float tensors needs.

export interface OnnxNode {
  op: string;
  inputs: string[];
  output: string;
  attributes?: Record<string, number | number[] | { float: number }>;
}

export type Initializer = { name: string; shape: number[] } & ({ floats: Float32Array } | { bytes: Uint8Array });

export interface Port {
  name: string;
  /** A name stands for any length. */
  shape: (number | string)[];
}

export interface Graph {
  nodes: OnnxNode[];
  initializers: Initializer[];
  input: Port;
  output: Port;
}

const FLOAT = 1;
const UINT8 = 2;
const OPERATORS = 13;
const IR_VERSION = 8;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return Buffer.from(bytes);
}

const int = (field: number, value: number): Buffer => Buffer.concat([varint(field * 8), varint(value)]);
const float = (field: number, value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([varint(field * 8 + 5), bytes]);
};
const block = (field: number, content: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(content as string);
  return Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
};
const message = (field: number, ...parts: Buffer[]): Buffer => block(field, Buffer.concat(parts));

function attribute(name: string, value: number | number[] | { float: number }): Buffer {
  if (Array.isArray(value)) {
    return message(5, block(1, name), ...value.map((each) => int(8, each)), int(20, 7));
  }
  if (typeof value === 'number') return message(5, block(1, name), int(3, value), int(20, 2));
  return message(5, block(1, name), float(2, value.float), int(20, 1));
}

function node({ op, inputs, output, attributes = {} }: OnnxNode): Buffer {
  return message(
    1,
    ...inputs.map((input) => block(1, input)),
    block(2, output),
    block(3, output),
    block(4, op),
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  );
}

function tensor(initializer: Initializer): Buffer {
  const { name, shape } = initializer;
  const dims = shape.map((length) => int(1, length));
  if ('bytes' in initializer) return message(5, ...dims, int(2, UINT8), block(8, name), block(9, initializer.bytes));
  const { floats } = initializer;
  const raw = new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);
  return message(5, ...dims, int(2, FLOAT), block(8, name), block(9, raw));
}

function port(field: number, { name, shape }: Port): Buffer {
  const dims = shape.map((length) => message(1, typeof length === 'number' ? int(1, length) : block(2, length)));
  return message(field, block(1, name), message(2, message(1, int(1, FLOAT), message(2, ...dims))));
}

export function encodeModel({ nodes, initializers, input, output }: Graph): Buffer {
  const graph = [
    ...nodes.map(node),
    block(2, 'picture-encoder'),
    ...initializers.map(tensor),
    port(11, input),
    port(12, output),
  ];
  return Buffer.concat([int(1, IR_VERSION), message(7, ...graph), message(8, int(2, OPERATORS))]);
}
