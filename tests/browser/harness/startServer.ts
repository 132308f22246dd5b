import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

interface LocalServer {
  /** Its address, without a slash at the end. */
  readonly address: string
  /** Ends it, and the answers that it still owes. */
  readonly close: () => void
}

/** Starts a server on this computer, at a port that is free. */
export async function startServer(answer: RequestListener): Promise<LocalServer> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
