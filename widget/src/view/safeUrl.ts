/** The address if it leads somewhere harmless (http, https, mailto, or within the shop), else undefined. */
export function safeUrl(address: string | null | undefined, kinds = /^(https?|mailto):$/): string | undefined {
  if (!address) return undefined;
  try {
    const url = new URL(address, document.baseURI);
    return kinds.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export const safeImage = (address: string | null | undefined): string | undefined => safeUrl(address, /^https?:$/);

/** Attributes of a link: the shop's own pages open here, others beside it. */
export function linkTo(address: string | null | undefined): { href?: string; target?: string; rel?: string } {
  const href = safeUrl(address);
  if (!href) return {};
  return new URL(href).origin === location.origin ? { href } : { href, target: '_blank', rel: 'noopener noreferrer' };
}
