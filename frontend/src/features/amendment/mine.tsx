// What became of each of mine.
import { signal } from "@preact/signals";
import type { Amendment, MyBacking } from "../../api/nouns.ts";
import { fetchDocument, fetchMyAmendments } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { mount } from "../../shell/shell.tsx";
import { AmendmentCard } from "./card.tsx";
import { Propose } from "./propose.tsx";

const items = signal<readonly Amendment[]>([]);
const mine = signal<Readonly<Record<string, MyBacking>>>({});
const next = signal<string | null>(null);
const rewording = signal<{ amendment: Amendment; head: number } | null>(null);

async function reword(amendment: Amendment): Promise<void> {
    const { head } = await fetchDocument(amendment.document);
    rewording.value = { amendment, head };
}

/** Where the text has changed under an amendment its sponsor sees both, and says what is meant now. */
function Rewording() {
    const now = rewording.value;
    const block = now?.amendment.difference.find((row) => row.block !== null)?.block;
    if (now === null || !block) return null;
    return (
        <Propose
            document={now.amendment.document}
            version={now.head}
            block={block}
            reword={now.amendment}
            onClose={() => (rewording.value = null)}
            onDone={(amendment) => {
                rewording.value = null;
                items.value = items.value.map((one) => (one.id === amendment.id ? amendment : one));
            }}
        />
    );
}

async function load(): Promise<void> {
    const page = await fetchMyAmendments(next.value ?? undefined);
    items.value = [...items.value, ...page.items];
    mine.value = { ...mine.value, ...page.mine };
    next.value = page.next;
}

function Page() {
    return (
        <>
            <h1>{t("amendment.mine")}</h1>
            <Rewording />
            {items.value.length === 0 && <p class="empty">{t("amendment.mineNone")}</p>}
            {items.value.map((amendment) => (
                <div class="amendment-row" key={amendment.id}>
                    <AmendmentCard
                        amendment={amendment}
                        mine={mine.value[amendment.id] ?? null}
                        mayAmend
                        onChange={(answer) => {
                            items.value =
                                answer === null
                                    ? items.value.filter((one) => one.id !== amendment.id)
                                    : items.value.map((one) => (one.id === amendment.id ? answer.amendment : one));
                            if (answer?.mine) mine.value = { ...mine.value, [amendment.id]: answer.mine };
                        }}
                    />
                    {amendment.state === "submitted" && amendment.carried === "needs_sponsor" && (
                        <button type="button" class="button small" onClick={() => void reword(amendment)}>
                            {t("amendment.reword")}
                        </button>
                    )}
                </div>
            ))}
            {next.value !== null && (
                <button type="button" class="button quiet" onClick={() => void load()}>
                    {t("comments.more")}
                </button>
            )}
        </>
    );
}

export async function start(): Promise<void> {
    try {
        await load();
        mount("main", <Page />);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
}
