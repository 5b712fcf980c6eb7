// Addresses of the program's own schemes as a plain Chromium can load them: app://annals/x is https://app--annals.localhost/x.
// Both are standard and secure origins; nothing of it ever reaches the network.

export function toChromium(address: string): string {
  return address.replace(/^(blob:)?app:\/\/([a-z0-9]+)/, '$1https://app--$2.localhost');
}

export function fromChromium(address: string): string {
  return address.replace(/^(blob:)?https:\/\/app--([a-z0-9]+)\.localhost/, '$1app://$2');
}
