// The row under the title: who is here, line numbers, versions, and for editors the way to the editor.
import { useState } from "preact/hooks";
import type { Version } from "../../api/nouns.ts";
import { fetchVersions } from "../../api/routes.ts";
import { day, t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { propose } from "./beside.tsx";
import { isNewest, mayPropose, newest, presence, shown } from "./reading.ts";

type Lines = "some" | "every" | "off";
const lineChoices: Lines[] = ["some", "every", "off"];

function keptLines(): Lines {
    try {
        const kept = localStorage.getItem("samrad:lines");
        return lineChoices.find((one) => one === kept) ?? "some";
    } catch {
        return "some";
    }
}

/** Official line numbers: every fifth, every one with the text broken as the lines are, or none. */
function LineChoice() {
    const [lines, setLines] = useState<Lines>(keptLines);
    document.documentElement.dataset.lines = lines;
    return (
        <label class="line-choice">
            <span>{t("lines.choice")}</span>
            <select
                value={lines}
                onChange={(event) => {
                    const next = event.currentTarget.value as Lines;
                    setLines(next);
                    try {
                        localStorage.setItem("samrad:lines", next);
                    } catch {
                        // holds for this page
                    }
                }}
            >
                {lineChoices.map((one) => (
                    <option key={one} value={one}>
                        {t(`lines.${one}`)}
                    </option>
                ))}
            </select>
        </label>
    );
}

function Versions({ onClose }: { onClose: () => void }) {
    const doc = shown.value;
    const [versions, setVersions] = useState<Version[]>([]);
    const [after, setAfter] = useState<string | null | undefined>(undefined);
    const load = () =>
        void fetchVersions(doc.id, after ?? undefined).then((page) => {
            setVersions([...versions, ...page.items]);
            setAfter(page.next);
        });
    if (after === undefined) {
        setAfter(null);
        load();
    }
    return (
        <Dialog title={t("version.all")} onClose={onClose} kind="sheet">
            <ol class="versions" reversed>
                {versions.map((version) => (
                    <li key={version.number}>
                        <a
                            href={
                                version.number === doc.head
                                    ? `/documents/${doc.id}`
                                    : `/documents/${doc.id}/versions/${version.number}`
                            }
                            {...(version.number === doc.version.number && { "aria-current": "page" })}
                        >
                            {t("version.number", { n: version.number })}
                        </a>
                        <span class="muted">
                            {version.author.name} · {day(version.at)}
                        </span>
                        {version.note !== "" && <p>{version.note}</p>}
                        {version.number !== doc.version.number && (
                            <a
                                class="muted"
                                href={`/documents/${doc.id}/comparison?from=${Math.min(version.number, doc.version.number)}&to=${Math.max(version.number, doc.version.number)}`}
                            >
                                {t("version.compareWith", { n: doc.version.number })}
                            </a>
                        )}
                    </li>
                ))}
            </ol>
            {after && (
                <button type="button" class="button quiet" onClick={load}>
                    {t("comments.more")}
                </button>
            )}
        </Dialog>
    );
}

export function Tools({ onNewest }: { onNewest: () => Promise<void> }) {
    const doc = shown.value;
    const number = doc.version.number;
    const [asked, setAsked] = useState(false);
    const names = presence.value.names ?? [];
    return (
        <>
            <LineChoice />
            <button type="button" class="button quiet small" onClick={() => setAsked(true)}>
                <Icon name="clock" />
                {t("version.all")}
            </button>
            <a class="button quiet small" href={`/api/documents/${doc.id}/versions/${number}/markdown`} download>
                <Icon name="download" />
                Markdown
            </a>
            <a class="button quiet small" href={`/documents/${doc.id}/amendments`}>
                <Icon name="list" />
                {doc.amendment_count > 0 ? t("amendment.count", { n: doc.amendment_count }) : t("amendment.title")}
            </a>
            {isNewest.value && mayPropose() && (
                <button type="button" class="button small" onClick={() => void propose()}>
                    <Icon name="edit" />
                    {t("pick.open")}
                </button>
            )}
            {doc.may.edit && isNewest.value && (
                <a class="button quiet small" href={`/documents/${doc.id}/edit`}>
                    <Icon name="edit" />
                    {t("version.edit")}
                </a>
            )}
            {presence.value.count > 1 && (
                <p class="presence" title={names.join(", ")}>
                    <span class="presence-dot" aria-hidden="true" />
                    {t("presence.here", { n: presence.value.count })}
                </p>
            )}
            <div role="status" class="version-news">
                {newest.value > number && number === doc.head && (
                    <p class="notice-card">
                        {t("version.new", { n: newest.value })}{" "}
                        <button type="button" class="link" onClick={() => void onNewest()}>
                            {t("version.read")}
                        </button>{" "}
                        <a href={`/documents/${doc.id}/comparison?from=${number}&to=${newest.value}`}>
                            {t("version.show")}
                        </a>
                    </p>
                )}
            </div>
            {asked && <Versions onClose={() => setAsked(false)} />}
        </>
    );
}
