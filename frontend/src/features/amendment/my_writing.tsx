// Where a sponsor goes on writing a draft of their own, or says anew what an amendment means.
import { signal } from "@preact/signals";
import type { Amendment, Wording } from "../../api/nouns.ts";
import { fetchAmendment, fetchBlocks, fetchDocument } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { announce } from "../../shell/notices.tsx";
import { Amend } from "./amending.tsx";
import { Propose } from "./propose.tsx";
import { firstBlock } from "./typed.ts";

interface Begun {
    amendment: Amendment;
    version: number;
    block: string;
    wording: Wording | null;
}
const writing = signal<Begun | { amendment: Amendment; amends: Amendment; wording: Wording | null } | null>(null);

/** A block where one goes on writing: the one that it is about, else the first of the text. */
async function write(amendment: Amendment): Promise<void> {
    const { wording = null } = await fetchAmendment(amendment.id);
    // One that is said anew is said on the text itself, whatever it amended.
    if (amendment.amends !== null && amendment.state === "draft") {
        const { amendment: amends } = await fetchAmendment(amendment.amends.id);
        writing.value = { amendment, amends, wording };
        return;
    }
    const { head } = await fetchDocument(amendment.document);
    const version = amendment.state === "draft" ? amendment.version : head;
    const own = firstBlock(wording);
    const { items: blocks } = await fetchBlocks(amendment.document, version);
    // The paragraph may be gone from the newest version; then one begins at its beginning.
    const block = blocks.find((one) => one.block === own)?.block ?? blocks[0]?.block;
    if (block !== undefined) writing.value = { amendment, version, block, wording };
}

export const begin = (amendment: Amendment) =>
    void write(amendment).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        announce(sentenceOf(error));
    });

/** A draft is written on; where the text has changed under an amendment its sponsor sees both, and says what is meant. */
export function Writing({ onDone }: { onDone: (amendment: Amendment) => void }) {
    const now = writing.value;
    if (now === null) return null;
    const draft = now.amendment.state === "draft";
    const close = () => (writing.value = null);
    const done = (amendment: Amendment) => {
        close();
        onDone(amendment);
    };
    if ("amends" in now) {
        const { amendment: own, amends, wording } = now;
        return <Amend key={own.id} amendment={amends} draft={own} {...{ wording }} onDone={done} onClose={close} />;
    }
    return (
        <Propose
            key={now.amendment.id}
            document={now.amendment.document}
            version={now.version}
            block={now.block}
            {...(draft ? { draft: now.amendment } : { reword: now.amendment })}
            wording={now.wording}
            onClose={close}
            onDone={done}
        />
    );
}
