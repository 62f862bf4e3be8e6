// The page on which a committee answers the themes of a consultation; live for several editors.
import { Refusal } from "../../api/request.ts";
import type { AnsweredTheme } from "../../api/response_routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { idIn, parameter, type PageData } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { mergedInto } from "../reading/theme_tree.ts";
import { AnswerTheme } from "./answer_theme.tsx";
import { Publish } from "./publish.tsx";
import { all, choose, chosen, depth, hasPassages, load, theme } from "./store.ts";

function stateOf(one: AnsweredTheme) {
    if (one.response === null)
        return hasPassages(one) ? <span class="status open">{t("response.unanswered")}</span> : null;
    if (!one.response.complete) return <span class="status">{t("response.incomplete")}</span>;
    return <span class={`status ${one.response.status}`}>{t(`status.${one.response.status}`)}</span>;
}

function Themes() {
    return (
        <nav aria-label={t("response.themes")}>
            <ul class="theme-list">
                {all.value.themes.map((one) => (
                    <li key={one.id} class={depth(one) > 0 ? "below" : ""}>
                        <a
                            href={`?theme=${one.id}`}
                            {...(one.id === chosen.value && { "aria-current": "true" as const })}
                            onClick={(event) => {
                                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                                event.preventDefault();
                                choose(one.id);
                            }}
                        >
                            {one.title} {stateOf(one)}
                        </a>
                    </li>
                ))}
            </ul>
        </nav>
    );
}

function ThemePage() {
    const { consultation, themes, editions } = all.value;
    return (
        <>
            <p class="crumbs">
                <a href={`/consultations/${consultation.id}`}>{consultation.title}</a>
            </p>
            <h1>{t("response.title")}</h1>
            <p class="actions">
                {editions.length > 0 && (
                    <a class="button quiet" href={`/consultations/${consultation.id}/report`}>
                        {t("response.toReport")}
                    </a>
                )}
            </p>
            {themes.length === 0 && <p class="empty">{t("response.none")}</p>}
            {themes.length > 0 && (
                <div class="responding">
                    <Themes />
                    <div>{theme.value !== null && <AnswerTheme key={theme.value.id} />}</div>
                </div>
            )}
            <Publish />
        </>
    );
}

export async function start(page: PageData): Promise<void> {
    const id = idIn("consultations");
    try {
        await load(id);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
    nameThePage(`${t("response.title")}: ${all.value.consultation.title}`);
    const asked = Number(parameter("theme") ?? "0");
    // The one that was asked for, else the first that waits for an answer.
    const { themes } = all.value;
    const first =
        mergedInto(asked, all.value.merged, themes) ??
        themes.find((one) => hasPassages(one) && one.response === null) ??
        themes[0];
    chosen.value = first?.id ?? 0;
    mount("main", <ThemePage />);
    const again = () => void load(id);
    live(page.build).listen(`process:${all.value.consultation.process}`, all.value.last_event, {
        event: (event) => {
            if (event.kind !== "responses" || (event.body as { consultation: number }).consultation !== id) return;
            again();
        },
        resync: async () => {
            await load(id);
            return undefined;
        },
    });
}
