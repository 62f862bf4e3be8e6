// A family of nearly identical answers: the shared text once, and what each sender wrote beside it.
import { useEffect, useState } from "preact/hooks";
import type { Family, FamilyMember, OwnPiece, ReadAnswer } from "../../api/reading_nouns.ts";
import { fetchFamily } from "../../api/reading_routes.ts";
import { said, t } from "../../i18n/words.ts";
import { familyNews } from "./reader_news.ts";
import { attempt, open } from "./reader_state.ts";

/** What is kept is told by an ellipsis: it stands above. */
function Pieces({ pieces }: { pieces: OwnPiece[] }) {
    return (
        <p class="own-pieces">
            {pieces.map((piece, i) =>
                piece.mark === "inserted" ? (
                    <ins key={i}>{piece.text}</ins>
                ) : piece.mark === "deleted" ? (
                    <del key={i} title={t("family.leftOut")}>
                        {piece.text}
                    </del>
                ) : (
                    <span key={i} class="muted">
                        {" … "}
                    </span>
                ),
            )}
        </p>
    );
}

function Member({ member }: { member: FamilyMember }) {
    const own = member.own.filter(({ pieces }) =>
        pieces.some(({ mark, text }) => mark !== "kept" && text.trim() !== ""),
    );
    return (
        <li>
            <p class="answer-item-head">
                <button type="button" class="link" onClick={() => void open(member.id)}>
                    {member.body || member.author || t("reading.anonymous")}
                </button>
                <span class="muted">{t(`voice.${member.voice}`)}</span>
                <span class="answer-item-when">{member.at === null ? "" : said(member.at)}</span>
            </p>
            {own.length === 0 ? (
                <p class="muted">{t("family.nothingOwn")}</p>
            ) : (
                own.map(({ field, pieces }) => <Pieces key={field} pieces={pieces} />)
            )}
        </li>
    );
}

export function FamilyView({ answer }: { answer: ReadAnswer }) {
    const [family, setFamily] = useState<Family | null>(null);
    useEffect(() => {
        void attempt(() => fetchFamily(answer.id, null)).then((found) => setFamily(found ?? null));
    }, [answer.family.id, familyNews.value]);
    if (family === null) return null;
    const more = async () => {
        const found = await attempt(() => fetchFamily(answer.id, family.next));
        if (found !== undefined) setFamily({ ...family, items: [...family.items, ...found.items], next: found.next });
    };
    return (
        <section class="family" aria-labelledby="family-name">
            <h3 id="family-name">{t("family.heading", { n: family.answers })}</h3>
            <h4>{t("family.shared")}</h4>
            {family.shared.length === 0 && <p class="muted">{t("family.nothingShared")}</p>}
            {family.shared.map(({ field, text }) => (
                <p key={field} class="shared-text">
                    {text}
                </p>
            ))}
            <h4>{t("family.own")}</h4>
            <ol class="family-members">
                {family.items.map((member) => (
                    <Member key={member.id} member={member} />
                ))}
            </ol>
            {family.next !== null && (
                <button type="button" class="button quiet" onClick={() => void more()}>
                    {t("reading.more")}
                </button>
            )}
        </section>
    );
}
