// Makes ../model.onnx from the MobileNetV2 of the npm package nsfwjs 4.4.0: the means of a late layer, unit length.
// The package keeps each weight as a byte with a minimum and a step; the graph undoes that, so that nothing is lost and the file stays
// small. Usage: node convert.ts FOLDER_OF_NSFWJS   (README.md tells what was measured)

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { encodeModel, type Initializer, type OnnxNode } from './onnx-writer.ts';

interface Layer {
  class_name: string;
  config: {
    name: string;
    padding?: string | [[number, number], [number, number]];
    strides?: [number, number];
    kernel_size?: [number, number];
    epsilon?: number;
    max_value?: number;
  };
  inbound_nodes: [string, number, number, object][][];
}

interface Weight {
  name: string;
  shape: number[];
  quantization: { min: number; scale: number; dtype: 'uint8' };
}

const folder = join(process.argv[2]!, 'dist/models/mobilenet_v2');
const { modelTopology, weightsManifest } = load(join(folder, 'model.min.js')) as {
  modelTopology: { model_config: { config: { layers: Layer[] } } };
  weightsManifest: [{ weights: Weight[] }];
};
const bytes = Buffer.from(load(join(folder, 'group1-shard1of1.min.js')) as string, 'base64');

/** Files of the package are functions that set `module.exports`; nothing else is within their reach. */
function load(file: string): unknown {
  const module = { exports: {} };
  vm.runInNewContext(readFileSync(file, 'utf8'), { module, exports: module.exports });
  return module.exports;
}

const weights = new Map<string, { weight: Weight; data: Uint8Array }>();
let offset = 0;
for (const weight of weightsManifest[0].weights) {
  const size = weight.shape.reduce((product, length) => product * length, 1);
  weights.set(weight.name, { weight, data: bytes.subarray(offset, offset + size) });
  offset += size;
}
if (offset !== bytes.length) throw new Error(`${bytes.length - offset} bytes of weights are left over`);

/** Later layers tell kinds of pictures apart, not pictures: README.md has the figures of each. */
const FEATURES = 'block_13_expand_relu';
const DIMENSION = 576;

const nodes: OnnxNode[] = [];
const initializers: Initializer[] = [];

const floats = (name: string): Float32Array => {
  const { weight, data } = weights.get(name)!;
  const { min, scale } = weight.quantization;
  return Float32Array.from(data, (byte) => Math.fround(Math.fround(byte * Math.fround(scale)) + Math.fround(min)));
};

/** Bytes stay bytes in the file: x = byte · step + minimum. Returns the name of the real numbers. */
function addKernel(name: string, shape: number[], order: (source: Uint8Array) => Uint8Array): string {
  const { weight, data } = weights.get(name)!;
  initializers.push({ name: `${name}:bytes`, shape, bytes: order(data) });
  initializers.push({ name: `${name}:step`, shape: [], floats: Float32Array.of(weight.quantization.scale) });
  initializers.push({ name: `${name}:minimum`, shape: [], floats: Float32Array.of(weight.quantization.min) });
  nodes.push({ op: 'Cast', inputs: [`${name}:bytes`], output: `${name}:cast`, attributes: { to: 1 } });
  nodes.push({ op: 'Mul', inputs: [`${name}:cast`, `${name}:step`], output: `${name}:scaled` });
  nodes.push({ op: 'Add', inputs: [`${name}:scaled`, `${name}:minimum`], output: name });
  return name;
}

/** [height, width, in, out] → [out, in, height, width]. */
const kernelOrder = ([h, w, i, o]: number[]) => (source: Uint8Array): Uint8Array => {
  const target = new Uint8Array(source.length);
  for (let y = 0; y < h!; y++)
    for (let x = 0; x < w!; x++)
      for (let c = 0; c < i!; c++)
        for (let f = 0; f < o!; f++)
          target[((f * i! + c) * h! + y) * w! + x] = source[((y * w! + x) * i! + c) * o! + f]!;
  return target;
};

/** What each layer's answer is called; a padding is carried to the convolution after it. */
const outputs = new Map<string, string>();
const paddings = new Map<string, [number, number, number, number]>();

for (const layer of modelTopology.model_config.config.layers) {
  const { class_name: kind, config } = layer;
  const { name } = config;
  const inputs = (layer.inbound_nodes[0] ?? []).map(([from]) => outputs.get(from)!);
  outputs.set(name, addLayer(kind, name, { config, inputs, from: layer.inbound_nodes[0]?.[0]?.[0] }));
  if (name !== FEATURES) continue;
  nodes.push({ op: 'GlobalAveragePool', inputs: [name], output: 'pooled' });
  nodes.push({ op: 'Flatten', inputs: ['pooled'], output: 'flat', attributes: { axis: 1 } });
  // Roots keep a few strong features from drowning the rest.
  nodes.push({ op: 'Sqrt', inputs: ['flat'], output: 'rooted' });
  nodes.push({ op: 'LpNormalization', inputs: ['rooted'], output: 'features', attributes: { axis: 1, p: 2 } });
  break;
}

function addLayer(
  kind: string,
  name: string,
  { config, inputs, from }: { config: Layer['config']; inputs: string[]; from: string | undefined },
): string {
  if (kind === 'InputLayer') return 'pixels';
  if (kind === 'ZeroPadding2D') {
    const [[top, bottom], [left, right]] = config.padding as [[number, number], [number, number]];
    paddings.set(name, [top, left, bottom, right]);
    return inputs[0]!;
  }
  if (kind === 'Conv2D' || kind === 'DepthwiseConv2D') {
    const isDepthwise = kind === 'DepthwiseConv2D';
    const weightName = `${name}/${isDepthwise ? 'depthwise_kernel' : 'kernel'}`;
    const [h, w, i, o] = weights.get(weightName)!.weight.shape as [number, number, number, number];
    const shape = isDepthwise ? [i, 1, h, w] : [o, i, h, w];
    // A depthwise kernel is [height, width, in, 1]: seen as [height, width, 1, in] it is an ordinary one.
    const order = kernelOrder(isDepthwise ? [h, w, 1, i] : [h, w, i, o]);
    const same = (h - 1) / 2;
    const pads = config.padding === 'same' ? [same, same, same, same] : (paddings.get(from ?? '') ?? [0, 0, 0, 0]);
    if (config.padding === 'same' && config.strides?.[0] !== 1) throw new Error(`${name}: same padding with a stride`);
    nodes.push({
      op: 'Conv',
      inputs: [inputs[0]!, addKernel(weightName, shape, order)],
      output: name,
      attributes: { kernel_shape: [h, w], strides: config.strides!, pads, group: isDepthwise ? i : 1 },
    });
    return name;
  }
  if (kind === 'BatchNormalization') {
    const parts = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map((part) => `${name}/${part}`);
    for (const part of parts) {
      const data = floats(part);
      initializers.push({ name: part, shape: [data.length], floats: data });
    }
    nodes.push({
      op: 'BatchNormalization',
      inputs: [inputs[0]!, ...parts],
      output: name,
      attributes: { epsilon: { float: config.epsilon! } },
    });
    return name;
  }
  if (kind === 'ReLU') {
    initializers.push({ name: `${name}:low`, shape: [], floats: Float32Array.of(0) });
    initializers.push({ name: `${name}:high`, shape: [], floats: Float32Array.of(config.max_value!) });
    nodes.push({ op: 'Clip', inputs: [inputs[0]!, `${name}:low`, `${name}:high`], output: name });
    return name;
  }
  if (kind === 'Add') {
    nodes.push({ op: 'Add', inputs, output: name });
    return name;
  }
  throw new Error(`${name}: the layer ${kind} is not known`);
}

const model = encodeModel({
  nodes,
  initializers,
  input: { name: 'pixels', shape: ['n', 3, 224, 224] },
  output: { name: 'features', shape: ['n', DIMENSION] },
});
writeFileSync(new URL('../model.onnx', import.meta.url), model);
console.log(`${model.length} bytes, SHA-256 ${createHash('sha256').update(model).digest('hex')}`);
