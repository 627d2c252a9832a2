/** True for a port that is reached over the network: `socket://host:port`, `rfc2217://host:port`. */
export function isNetworkPort(path: string): boolean {
  return /^(socket|rfc2217):\/\//i.test(path)
}
