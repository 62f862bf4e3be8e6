// Blacking a passage out, with a reason; and the way behind the bar for those who may.
import { useState } from "preact/hooks";
import type { ReadAnswer, ReadPassage, Redaction } from "../../api/reading_nouns.ts";
import { fetchOriginal, redact, unredact } from "../../api/reading_routes.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { redacting } from "./chosen.ts";
import { attempt, caughtUp, loadList, open, reopen, shown } from "./reader_state.ts";
import { ReasonDialog } from "../../ui/reason_dialog.tsx";

function Reason({ answer, passage }: { answer: ReadAnswer; passage: ReadPassage }) {
    const words = answer.texts.find(({ field }) => field === passage.field)?.text.slice(passage.first, passage.past);
    return (
        <ReasonDialog
            place={`answer:${answer.id}:redact:${passage.field}:${passage.first}-${passage.past}`}
            title={t("redaction.title")}
            text={t("redaction.text")}
            act={t("redaction.act")}
            send={(reason) => redact(answer.id, { ...passage, reason })}
            onDone={() => {
                getSelection()?.removeAllRanges();
                announce(t("redaction.done"));
                void reopen(answer.id);
                void loadList();
            }}
            onClose={() => (redacting.value = null)}
            announce={announce}
            onRefusal={(refusal) => caughtUp(refusal, answer.id)}
        >
            <blockquote class="to-redact">{words}</blockquote>
        </ReasonDialog>
    );
}

export function RedactionDialog() {
    if (redacting.value === null) return null;
    return <Reason {...redacting.value} />;
}

export function RemoveBar({ redaction }: { redaction: Redaction }) {
    const remove = async () => {
        if ((await attempt(() => unredact(redaction.id))) === undefined || shown.value === null) return;
        await open(shown.value.id);
    };
    return (
        <button type="button" class="link" onClick={() => void remove()}>
            {t("redaction.remove")}
        </button>
    );
}

export function Original({ answer }: { answer: ReadAnswer }) {
    const [texts, setTexts] = useState<{ field: string; text: string }[] | null>(null);
    const show = async () => setTexts((await attempt(() => fetchOriginal(answer.id)))?.texts ?? null);
    return (
        <p>
            <button type="button" class="button quiet small" onClick={() => void show()}>
                {t("redaction.original")}
            </button>{" "}
            <small class="muted">{t("redaction.originalText")}</small>
            {texts !== null && (
                <Dialog title={t("redaction.originalTitle")} onClose={() => setTexts(null)}>
                    {texts.map(({ field, text }) => (
                        <p key={field} class="shared-text">
                            {text}
                        </p>
                    ))}
                </Dialog>
            )}
        </p>
    );
}
