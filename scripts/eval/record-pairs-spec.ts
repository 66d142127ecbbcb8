// Two lists of things with a name, a maker, a model number and a price: the generic features alone, as any pack would declare them.

import { sameIdentifier, sharedCodes } from '../../src/match/features/code-features.ts';
import { numberRatio, samePlainNumbers, sameQuantities } from '../../src/match/features/number-features.ts';
import {
  containedWords,
  nothingRareLeft,
  sameName,
  sharedLetters,
  sharedWords,
} from '../../src/match/features/text-features.ts';
import { defineMatch } from '../../src/match/match-spec.ts';

const name = ['title'];
const everything = ['title', 'brand', 'modelno'];
const balanced = { for: 2, against: 2 };

export const thingsSpec = defineMatch({
  id: 'eval/things',
  title: 'The same thing in two lists',
  version: '1',
  left: 'thing',
  right: 'thing',
  sides: 'symmetric',
  keys: [],
  features: [
    sharedWords({ id: 'shared-words', title: 'Words of the name', paths: everything }),
    containedWords({ id: 'contained-words', title: 'Shorter name within the longer', paths: name }),
    nothingRareLeft({ id: 'nothing-rare-left', title: 'Rare words of one side alone', paths: everything }),
    sharedLetters({ id: 'shared-letters', title: 'Letters of the name', paths: name }),
    sharedCodes({ id: 'shared-codes', title: 'Model numbers anywhere', paths: everything }),
    sameIdentifier({ id: 'model-number', title: 'Model number', paths: ['modelno'] }),
    sameName({ id: 'maker', title: 'Maker', paths: ['brand'] }),
    sameQuantities({ id: 'quantities', title: 'Sizes and capacities', paths: name }),
    samePlainNumbers({ id: 'numbers', title: 'Numbers in the name', paths: name }),
    sharedWords({ id: 'category', title: 'Category', paths: ['category'] }),
    numberRatio({ id: 'price', title: 'Price', paths: ['price'] }),
  ],
  vetoes: [],
  weights: {
    'shared-words': { ...balanced, neutral: 0.4 },
    'contained-words': { ...balanced, neutral: 0.6 },
    'nothing-rare-left': balanced,
    'shared-letters': { ...balanced, neutral: 0.5 },
    'shared-codes': { for: 4, against: 3, neutral: 0.6 },
    'model-number': { for: 3, against: 2, neutral: 0.6 },
    maker: { for: 0.5, against: 2 },
    quantities: { for: 1, against: 2 },
    numbers: { for: 0.5, against: 1 },
    category: { for: 0.5, against: 0.5, neutral: 0.2 },
    price: { for: 1, against: 1.5 },
  },
  prior: 0.1,
  correlation: 0.2,
  topN: 10,
  keepFrom: 0.5,
  tellFrom: 0.9,
});
