import { selection } from 'd3-selection'

/**
 * All that d3-zoom needs of d3-transition in a page that animates nothing: to end what never began. The build puts it
 * in the place of that package, which weighs 6 kB compressed.
 */
export function interrupt(): void {
  // Nothing runs that could be interrupted.
}

Object.assign(selection.prototype, {
  interrupt(this: unknown) {
    return this
  },
})
