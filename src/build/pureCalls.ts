import type { Plugin } from 'vite'

/** A variable of a module that is the value of calls: one within another, or one after the other. */
const COMPUTED = /^(?:const|var) [\w$]+ = (?:new )?[\w$]+\([^;{}]*;$/gm

/** A call after a bracket or a space: no method, and not the rest of a name. */
const CALL = /(?<=[( ])(?:new )?[\w$]+\(/g

/**
 * Returns a Vite plugin that marks what modules of D3 compute while they load, such as the lists of all their colors, so
 * that the page leaves out what it does not use. It runs in builds only.
 */
export function pureCalls(): Plugin {
  return {
    name: 'simlens:pure',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => (/\/d3-[a-z-]+\.mjs$/.test(id) ? markPure(code) : undefined),
  }
}

/** Returns the code of a module without side effects, where each call that makes a variable is marked as having none. */
export function markPure(code: string): string {
  return code.replaceAll(COMPUTED, (statement) => statement.replaceAll(CALL, '/*#__PURE__*/$&'))
}
