// One's own standings, each with the way out of it.
import { useState } from "preact/hooks";
import type { Standing } from "../../api/nouns.ts";
import { day, t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { me, refreshMe } from "../../shell/session.ts";
import { lastDay } from "../unit/dates.ts";
import { EndStandingDialog } from "../unit/end_standing.tsx";

function facts(standing: Standing): string {
    const known = { role: t(`role.${standing.role}`), from: day(standing.from) };
    return standing.to === null
        ? t("standing.since", known)
        : t("standing.between", { ...known, to: lastDay(standing.to) });
}

export function MyStandings() {
    const [leaving, setLeaving] = useState<Standing | null>(null);
    const standings = me.value.standings;
    const names = (standing: Standing) => ({ role: t(`role.${standing.role}`), unit: standing.unit.name });
    return (
        <section aria-labelledby="my-standings">
            <h2 id="my-standings">{t("standing.mine")}</h2>
            {standings.length === 0 ? (
                <p class="empty">{t("standing.mineNone")}</p>
            ) : (
                <ul class="rows">
                    {standings.map((standing) => (
                        <li key={standing.id}>
                            <span class="row-title">
                                <a href={`/units/${standing.unit.id}`}>{standing.unit.name}</a>
                                <small>{facts(standing)}</small>
                            </span>
                            <button
                                type="button"
                                class="button quiet small"
                                aria-label={t("standing.leaveOf", names(standing))}
                                onClick={() => setLeaving(standing)}
                            >
                                {t("standing.leave")}
                            </button>
                        </li>
                    ))}
                </ul>
            )}
            {leaving !== null && (
                <EndStandingDialog
                    standing={leaving}
                    own
                    onClose={() => setLeaving(null)}
                    onEnded={() => {
                        announce(t("standing.left", names(leaving)));
                        setLeaving(null);
                        void refreshMe();
                    }}
                />
            )}
        </section>
    );
}
