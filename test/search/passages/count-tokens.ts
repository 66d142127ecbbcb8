// What the encoder really makes of a text: its own tokenizer.

import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';

const file = new URL('../../../models/sentence-encoder/tokenizer.json', import.meta.url);
const tokenizer = new Tokenizer(JSON.parse(readFileSync(file, 'utf8')), {});

export async function countTokens(text: string): Promise<number> {
  return tokenizer.encode(text).ids.length;
}
