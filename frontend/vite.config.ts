import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Writes dist/head.html, the lines that every page has in its head, and dist/build.txt, the name of this build.
 * The server puts both into its pages as they are, so that it need not know what files a build consists of.
 * The theme is a classic script before the style sheet: it must have run before the first paint.
 */
function head(): Plugin {
    return {
        name: "samrad-head",
        enforce: "post", // the style sheet is put into the bundle last
        generateBundle(_, bundle) {
            const names = Object.keys(bundle).sort();
            const find = (pattern: RegExp) => {
                const name = names.find((one) => pattern.test(one));
                if (name === undefined) throw new Error(`no file like ${pattern} in the build`);
                return `/${name}`;
            };
            const font = (pattern: RegExp) =>
                `<link rel="preload" as="font" type="font/woff2" crossorigin href="${find(pattern)}">`;
            const lines = [
                `<script src="${find(/assets\/theme-.*\.js$/)}"></script>`,
                `<link rel="stylesheet" href="${find(/assets\/.*\.css$/)}">`,
                font(/source-serif-4-latin-wght-normal-.*\.woff2$/),
                font(/instrument-sans-latin-wght-normal-.*\.woff2$/),
                `<script type="module" src="${find(/assets\/main-.*\.js$/)}"></script>`,
                "",
            ];
            const build = createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 12);
            this.emitFile({ type: "asset", fileName: "head.html", source: lines.join("\n") });
            this.emitFile({ type: "asset", fileName: "build.txt", source: `${build}\n` });
        },
    };
}

export default defineConfig({
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [head()],
    build: {
        target: "es2022",
        manifest: true,
        cssCodeSplit: false,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: { main: here("src/main.ts"), theme: here("src/theme.ts") } },
    },
    test: { environment: "happy-dom", css: true, include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"] },
});
