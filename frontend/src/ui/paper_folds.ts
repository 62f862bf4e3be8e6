// On paper nobody opens a fold: what is folded on the screen and belongs there stands open while the page is printed.

/** For a fold whose inside belongs on paper: `<details {...onPaper}>`. */
export const onPaper = { "data-paper": "" };

let opened: HTMLDetailsElement[] = [];

addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details[data-paper]:not([open])")];
    for (const fold of opened) fold.open = true;
});
addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened = [];
});
