import { expect, it } from 'vitest'
import { nounOf, withArticle } from '../../../src/text/nounOf'

it.each([
  ['Head', 'head', 'heads'],
  ['Meta token', 'meta token', 'meta tokens'],
  ['Query', 'query', 'queries'],
  ['Body', 'body', 'bodies'],
  ['Key', 'key', 'keys'],
  ['Index', 'index', 'indexes'],
  ['Batch', 'batch', 'batches'],
  ['Axis', 'axis', 'axis'],
  ['Bias', 'bias', 'bias'],
  ['MLP', 'MLP', 'MLPs'],
  ['MLP Neuron', 'MLP neuron', 'MLP neurons'],
  ['SAE feature', 'SAE feature', 'SAE features'],
  ['K', 'K', 'Ks'],
  ['Step (1000)', 'step (1000)', 'step (1000)'],
  ['頭', '頭', '頭'],
])('%s is %s and %s in a sentence', (name, one, many) => {
  expect(nounOf(name)).toStrictEqual({ one, many })
})

it('has an article by its first letter', () => {
  expect([withArticle('layer'), withArticle('expert')]).toStrictEqual(['a layer', 'an expert'])
})
