import { type Role } from './FoundFile'

/** The meaning of a dimension's name. `part` is a head or another part of a layer; it is not a role of its own. */
export type NamedRole = Role | 'part'

/**
 * The words of each role, tried in this order: `query_token` is a query, `key_position` a token. Words are whole and in
 * lower case.
 */
const words: readonly (readonly [NamedRole, RegExp])[] = [
  ['query', /^(meta|quer(y|ies)|q|dest(ination)?s?|tgt|targets?|samples?|batch|prompts?|steps?)$/],
  ['layer', /^(layers?|blocks?|depth)$/],
  ['part', /^(heads?|sublayers?|components?|neurons?|features?)$/],
  [
    'token',
    /^(tok(en)?s?|pos(itions?)?|seq(uence)?|keys?|k|src|sources?|words?|columns?|inputs?)$/,
  ],
]

/** Returns the role for a name such as `n_layers`, `destPos` or `Token position`, or undefined if it names none. */
export function roleOfName(name: string | undefined): NamedRole | undefined {
  if (name === undefined) return undefined
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return words.find(([, word]) => parts.some((part) => word.test(part)))?.[0]
}
