// Where the page has no margin, or where a block has more threads than the margin shows: a sheet over the page.
import { Dialog } from "../../ui/dialog.tsx";
import { BlockTalk, titleOf } from "./beside.tsx";
import { allOf } from "./margin.tsx";
import { focus, wide } from "./reading.ts";

export function BlockSheet() {
    const block = allOf.value ?? (wide.value ? null : (focus.value?.block ?? null));
    if (block === null) return null;
    return (
        <Dialog
            kind="sheet"
            title={titleOf(block)}
            onClose={() => {
                allOf.value = null;
                focus.value = null;
            }}
        >
            <BlockTalk block={block} />
        </Dialog>
    );
}
