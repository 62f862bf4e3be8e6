import { useLayoutEffect, useRef } from "preact/hooks";
import { setMarkup } from "../text/markup.ts";

/** HTML that our server rendered from Markdown. Written once for each change, so a selection in it survives. */
export function Markup({ html, class: name = "prose" }: { html: string; class?: string }) {
    const element = useRef<HTMLDivElement>(null);
    useLayoutEffect(() => {
        if (element.current !== null) setMarkup(element.current, html);
    }, [html]);
    return <div class={name} lang="nb" ref={element} />;
}
