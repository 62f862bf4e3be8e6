// Where the page has no margin, or where a block has more threads than the margin shows: a sheet over the page.
import { useEffect, useState } from "preact/hooks";
import type { BlockSource } from "../../api/nouns.ts";
import { fetchBlocks } from "../../api/routes.ts";
import { BlockPicker } from "../amendment/pick_block.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { BlockTalk, titleOf } from "./beside.tsx";
import { allOf } from "./margin.tsx";
import { OneAmendment } from "../amendment/one.tsx";
import { Origin } from "../amendment/origin.tsx";
import { Heard } from "../response/heard.tsx";
import { Propose } from "../amendment/propose.tsx";
import { announce } from "../../shell/notices.tsx";
import { t } from "../../i18n/words.ts";
import { nameOf } from "../amendment/naming.ts";
import { visibleText } from "../../text/offsets.ts";
import { asked, blockNamed, focus, shown, wide } from "./reading.ts";

/** Which block is to be changed, where one has not begun at one. */
function WhichBlock({ onClose }: { onClose: () => void }) {
    const { id, version } = shown.value;
    const [sources, setSources] = useState<readonly BlockSource[]>([]);
    useEffect(() => {
        let current = true;
        void fetchBlocks(id, version.number).then(
            ({ items }) => current && setSources(items),
            () => undefined,
        );
        return () => void (current = false);
    }, [id, version.number]);
    return (
        <Dialog kind="sheet" title={t("amendment.propose")} onClose={onClose}>
            <BlockPicker
                label={t("pick.which")}
                sources={sources}
                value=""
                busy={false}
                onChoose={(block) => (asked.value = { what: "propose", block })}
            />
        </Dialog>
    );
}

/** What is asked about a block stands in a sheet on every page. */
export function AskedSheet() {
    const now = asked.value;
    if (now === null) return null;
    const { id, version } = shown.value;
    const close = () => (asked.value = null);
    if (now.what === "amendment") return <OneAmendment id={now.id} may={shown.value.may} onClose={close} />;
    if (now.what === "which") return <WhichBlock onClose={close} />;
    if (now.what === "origin")
        return (
            <Origin
                id={id}
                version={version.number}
                block={now.block}
                text={visibleText(blockNamed(now.block)!)}
                {...(now.words !== undefined && { words: now.words })}
                onClose={close}
            >
                <Heard document={id} block={now.block} />
            </Origin>
        );
    return (
        <Propose
            key={now.block}
            document={id}
            version={version.number}
            block={now.block}
            {...(now.answers !== undefined && { answers: now.answers })}
            onClose={close}
            onDone={(amendment) => {
                close();
                announce(
                    amendment.state === "draft"
                        ? t("amendment.draftSaved")
                        : t("amendment.submitted", { name: nameOf(amendment) }),
                );
            }}
        />
    );
}

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
