import type { Plugin } from 'vite'

/**
 * Bundles Preact, by its own layer for React's interface, in the place of React, which would be a third of the page.
 * Build only: Vite's server and the tests outside a browser run React, the tests in a browser run what is built.
 * `client` is the module that makes up for what that layer leaves undone.
 */
export function smallReact(client: string): Plugin {
  return {
    name: 'simlens:small-react',
    apply: 'build',
    config: () => ({
      resolve: {
        alias: [
          { find: /^react-dom\/client$/, replacement: client },
          { find: /^react-dom$/, replacement: 'preact/compat' },
          { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
          { find: /^react$/, replacement: 'preact/compat' },
        ],
      },
    }),
  }
}
