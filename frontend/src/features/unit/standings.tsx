// Who has which role in a unit, from when to when. On a phone each row becomes a small card; the roles keep it a table.
import { useState } from "preact/hooks";
import type { Standing } from "../../api/nouns.ts";
import { day, t } from "../../i18n/words.ts";
import { account } from "../../shell/session.ts";
import { TextField } from "../../ui/field.tsx";
import { lastDay } from "./dates.ts";
import { EndStandingDialog } from "./end_standing.tsx";
import { plain } from "./tree.ts";

const ranks = ["administrator", "editor", "moderator", "member"];
const names = new Intl.Collator("nb");
const atOnce = 50; // rows; a unit with thousands of members opens as fast as one with ten

const sorted = (standings: Standing[]) =>
    [...standings].sort(
        (a, b) => ranks.indexOf(a.role) - ranks.indexOf(b.role) || names.compare(a.account.name, b.account.name),
    );

function Row({ standing, onEnd }: { standing: Standing; onEnd: (() => void) | null }) {
    const name = standing.account.name;
    const later = Date.parse(standing.from) > Date.now();
    return (
        <tr role="row">
            <th scope="row" role="rowheader">
                {name}
            </th>
            <td role="cell">
                {t(`role.${standing.role}`)}
                {later && <span class="chip">{t("standing.later")}</span>}
            </td>
            <td role="cell" data-label={t("standing.from")}>
                {day(standing.from)}
            </td>
            <td role="cell" {...(standing.to !== null && { "data-label": t("standing.to") })}>
                {standing.to === null ? t("standing.open") : lastDay(standing.to)}
            </td>
            <td role="cell" class="standing-act">
                {onEnd !== null && (
                    <button
                        type="button"
                        class="link"
                        aria-label={t("standing.endOf", { name, role: t(`role.${standing.role}`) })}
                        onClick={onEnd}
                    >
                        {t("standing.end")}
                    </button>
                )}
            </td>
        </tr>
    );
}

interface Props {
    standings: Standing[];
    administers: boolean;
    onEnded: (standing: Standing) => void;
}

export function Standings({ standings, administers, onEnded }: Props) {
    const [typed, setTyped] = useState("");
    const [most, setMost] = useState(atOnce);
    const [ending, setEnding] = useState<Standing | null>(null);
    const words = plain(typed);
    const found = sorted(standings).filter((standing) => plain(standing.account.name).includes(words));
    if (standings.length === 0) return <p class="empty">{t(administers ? "standing.none" : "standing.noneShown")}</p>;
    return (
        <>
            {standings.length > 12 && (
                <div class="unit-find">
                    <TextField label={t("standing.find")} name="find" type="search" value={typed} onText={setTyped} />
                    <p class="muted" role="status">
                        {t("standing.count", { n: found.length })}
                    </p>
                </div>
            )}
            <table class="standings" role="table" aria-labelledby="standings">
                <thead role="rowgroup">
                    <tr role="row">
                        {(["standing.who", "standing.role", "standing.from", "standing.to"] as const).map((key) => (
                            <th key={key} scope="col" role="columnheader">
                                {t(key)}
                            </th>
                        ))}
                        <th scope="col" role="columnheader">
                            <span class="hidden">{t("standing.act")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {found.slice(0, most).map((standing) => (
                        <Row
                            key={standing.id}
                            standing={standing}
                            onEnd={
                                administers || standing.account.id === account.value?.id
                                    ? () => setEnding(standing)
                                    : null
                            }
                        />
                    ))}
                </tbody>
            </table>
            {found.length > most && (
                <p class="actions">
                    <button type="button" class="button quiet" onClick={() => setMost(most + 200)}>
                        {t("comments.more")}
                    </button>
                </p>
            )}
            {ending !== null && (
                <EndStandingDialog
                    standing={ending}
                    own={ending.account.id === account.value?.id}
                    onClose={() => setEnding(null)}
                    onEnded={() => {
                        setEnding(null);
                        onEnded(ending);
                    }}
                />
            )}
        </>
    );
}
