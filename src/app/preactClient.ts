import { options } from 'preact'

export { createRoot } from 'preact/compat/client'

/**
 * The root of the built page (build/smallReact.ts). What Preact's layer for React's interface does not do is done here:
 * SVG elements know the attribute `tabindex` in small letters only.
 */
const before = options.vnode?.bind(options)
options.vnode = (vnode) => {
  const { type, props } = vnode
  if (typeof type === 'string' && 'tabIndex' in props) {
    Object.assign(props, { tabindex: props.tabIndex, tabIndex: undefined })
  }
  before?.(vnode)
}
