import type { Standing } from "../../api/nouns.ts";
import { endStanding } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { AskOnce } from "../../ui/ask_once.tsx";
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
    const submission = useSubmission();
    const facts = { name: standing.account.name, unit: standing.unit.name, role: t(`role.${standing.role}`) };
    return (
        <AskOnce
            danger
            title={t(own ? "standing.leave.title" : "standing.end.title")}
            text={t(own ? "standing.leave.what" : "standing.end.what", facts)}
            word={t(own ? "standing.leave" : "standing.end")}
            submission={submission}
            onYes={() => void submission.send(() => endStanding(standing.id), onEnded)}
            onClose={onClose}
        />
    );
}
