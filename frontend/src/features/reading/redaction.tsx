// Blacking a passage out, with a reason; and the way behind the bar for those who may.
import { useEffect, useState } from "preact/hooks";
import type { ReadAnswer, ReadPassage, Redaction } from "../../api/reading_nouns.ts";
import { fetchOriginal, redact, unredact } from "../../api/reading_routes.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Problem, TextField } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { redacting } from "./chosen.ts";
import { attempt, caughtUp, loadList, open, reopen, shown } from "./reader_state.ts";

function Reason({ answer, passage }: { answer: ReadAnswer; passage: ReadPassage }) {
    const [reason, setReason] = useState("");
    const submission = useSubmission();
    const onClose = () => (redacting.value = null);
    const words = answer.texts.find(({ field }) => field === passage.field)?.text.slice(passage.first, passage.past);
    const send = (event: Event) => {
        event.preventDefault();
        void submission.send(
            () => redact(answer.id, { ...passage, reason }),
            () => {
                onClose();
                getSelection()?.removeAllRanges();
                announce(t("redaction.done"));
                void reopen(answer.id);
                void loadList();
            },
        );
    };
    const { refusal } = submission;
    useEffect(() => {
        if (refusal !== null) void caughtUp(refusal, answer.id).then((caught) => caught && onClose());
    }, [refusal]);
    return (
        <Dialog title={t("redaction.title")} onClose={onClose}>
            <form class="form" onSubmit={send}>
                <blockquote class="to-redact">{words}</blockquote>
                <p>{t("redaction.text")}</p>
                <TextField
                    label={t("redaction.reason")}
                    name="reason"
                    required
                    maxLength={500}
                    value={reason}
                    onText={setReason}
                    refusal={submission.refusal}
                />
                <Problem refusal={submission.refusal} fields={["reason"]} />
                <div class="actions">
                    <button class="button danger" disabled={submission.busy}>
                        {t("redaction.act")}
                    </button>
                    <button type="button" class="button quiet" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
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
