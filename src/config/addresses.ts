const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;

/** Whether a host name or address, without brackets, is this machine and nobody else. */
export function isLoopbackHost(host: string): boolean {
  return loopbackHost.test(host);
}

export function isLoopbackUrl(url: string): boolean {
  return isLoopbackHost(new URL(url).hostname.replace(/^\[(.*)\]$/, '$1'));
}

/** Https, or plain http on loopback; without a user and password, for addresses are shown to people. */
export function isServiceUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackUrl(text));
}
