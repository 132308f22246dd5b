/** The `id` of the one panel that all tabs control. It shows one tensor at a time. */
export const tabPanelId = 'tensor-panel'

/** Returns the `id` of the tab of an open tensor. */
export function tabId(id: number): string {
  return `tensor-tab-${id}`
}

/** Returns the attributes of the panel while it shows the open tensor `id`. If `id` is undefined, returns none. */
export function tabPanel(id: number | undefined): Partial<PanelAttributes> {
  return id === undefined ? {} : { role: 'tabpanel', id: tabPanelId, 'aria-labelledby': tabId(id) }
}

interface PanelAttributes {
  readonly role: 'tabpanel'
  readonly id: string
  readonly 'aria-labelledby': string
}
