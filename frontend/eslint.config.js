import tseslint from "typescript-eslint";

export default tseslint.config({ ignores: ["dist", "node_modules", "mock"] }, ...tseslint.configs.recommended, {
    rules: {
        eqeqeq: "error",
        "max-lines": ["error", 400],
        "no-restricted-syntax": [
            "error",
            {
                selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]",
                message: "Markup goes through text/markup.ts, the one place with the Trusted Types policy.",
            },
            {
                selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
                message: "Use <Markup>.",
            },
        ],
    },
});
