import type { Standing } from "../../api/nouns.ts";
import { endStanding } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

interface Props {
    standing: Standing;
    /** One's own: then it is a leaving, in other words. */
    own: boolean;
    onClose: () => void;
    onEnded: () => void;
}

/** Asks once more before a standing ends, and says why it may not where it is a tree's last administrator's. */
export function EndStandingDialog({ standing, own, onClose, onEnded }: Props) {
    const { busy, refusal, send } = useSubmission();
    const facts = { name: standing.account.name, unit: standing.unit.name, role: t(`role.${standing.role}`) };
    return (
        <Dialog title={t(own ? "standing.leave.title" : "standing.end.title")} onClose={onClose}>
            <p>{t(own ? "standing.leave.what" : "standing.end.what", facts)}</p>
            <Problem refusal={refusal} />
            <div class="actions">
                <button
                    type="button"
                    class="button danger"
                    disabled={busy}
                    onClick={() => void send(() => endStanding(standing.id), onEnded)}
                >
                    {t(own ? "standing.leave" : "standing.end")}
                </button>
                <button type="button" class="button quiet" onClick={onClose}>
                    {t("cancel")}
                </button>
            </div>
        </Dialog>
    );
}
