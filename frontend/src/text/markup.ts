// The one door for HTML that the server has rendered and made safe (cmark's safe mode). The page's content security
// policy allows no other: assigning a string to innerHTML anywhere else throws.

interface Policy {
    createHTML(html: string): unknown;
}

let policy: Policy | null = null;

function trusted(html: string): unknown {
    policy ??= ((
        globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }
    ).trustedTypes?.createPolicy("samrad", { createHTML: (text: string) => text }) ?? {
        createHTML: (text: string) => text,
    }) as Policy;
    return policy.createHTML(html);
}

/** Replaces an element's content by HTML that our server rendered. */
export function setMarkup(element: Element, html: string): void {
    // eslint-disable-next-line no-restricted-syntax -- this is the one place
    (element as unknown as { innerHTML: unknown }).innerHTML = trusted(html);
}
