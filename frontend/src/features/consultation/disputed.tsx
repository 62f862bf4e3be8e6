// What a colleague has decided otherwise while one typed: one's own stands until one takes the other.
import type { Process } from "../../api/nouns.ts";
import { moment, t } from "../../i18n/words.ts";
import { fromLocal } from "../../text/local_time.ts";
import type { Typed } from "./settings_typed.ts";

const labels = {
    title: "document.title",
    introduction: "desk.invitation",
    document: "desk.document",
    version: "desk.version",
    opens: "desk.opensAt",
    closes: "desk.closesAt",
    erases: "desk.erasesAt",
    once: "desk.howOften",
    allows_anonymous: "desk.anonymous",
    holds_answers: "desk.holds",
    publishes_answers: "desk.publishes",
    asks_proof: "desk.proof",
    per_address: "desk.perAddress",
    purpose: "desk.purpose",
} as const;
type Named = keyof typeof labels;

function inWords(name: Named, theirs: Typed, process: Process): string {
    const value = theirs[name];
    if (typeof value === "boolean") return t(value ? "desk.yes" : "desk.no");
    if (name === "once") return t(`desk.once.${theirs.once}`);
    if (name === "opens" || name === "closes" || name === "erases") return moment(fromLocal(theirs[name]) ?? "");
    if (name === "document")
        return process.documents.find((one) => one.id === theirs.document)?.title ?? t("desk.noDocument");
    return String(value);
}

interface Props {
    names: (keyof Typed)[];
    theirs: Typed;
    process: Process;
    onTake: (name: keyof Typed) => void;
}

export function Disputed({ names, theirs, process, onTake }: Props) {
    const named = names.filter((name): name is Named => name in labels);
    if (named.length === 0) return null;
    return (
        <section class="warning-box disputed" role="status" aria-label={t("desk.disputed")}>
            <p>{t("desk.disputedText")}</p>
            <ul>
                {named.map((name) => (
                    <li key={name}>
                        <strong>{t(labels[name])}</strong> <q>{inWords(name, theirs, process)}</q>{" "}
                        <button type="button" class="link" onClick={() => onTake(name)}>
                            {t("desk.takeTheirs")}
                        </button>
                    </li>
                ))}
            </ul>
        </section>
    );
}
