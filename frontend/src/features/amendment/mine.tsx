// What became of each of mine.
import { signal } from "@preact/signals";
import type { Amendment, MyBacking } from "../../api/nouns.ts";
import { fetchMyAmendments } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { mount } from "../../shell/shell.tsx";
import { AmendmentCard } from "./card.tsx";

const items = signal<readonly Amendment[]>([]);
const mine = signal<Readonly<Record<string, MyBacking>>>({});
const next = signal<string | null>(null);

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
