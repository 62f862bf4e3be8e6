// The tree of themes beside the answers: what each holds, and what the committee does with it.
import { useState } from "preact/hooks";
import type { Theme, ThemeTree } from "../../api/reading_nouns.ts";
import { addTheme, changeTheme, mergeTheme, removeTheme } from "../../api/reading_routes.ts";
import { number, t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem, TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { attempt, consultation, filter, loadList, open, setFilter, shown, themes } from "./reader_state.ts";
import { hueOf, indented, levelOf, pathOf, withThoseBelow } from "./theme_tree.ts";

type Asked = { kind: "new"; parent: number | null } | { kind: "edit" | "merge"; theme: Theme };

function take(tree: ThemeTree): void {
    themes.value = tree.items;
    if (shown.value !== null) void open(shown.value.id);
    void loadList();
}

/** Themes to choose from, without those that make no sense. */
function ThemeChoice(props: {
    label: string;
    name: string;
    value: string;
    besides: Set<number>;
    top: boolean;
    onChoose: (value: string) => void;
    refusal: ReturnType<typeof useSubmission>["refusal"];
}) {
    return (
        <Field label={props.label} name={props.name} refusal={props.refusal}>
            {(attributes) => (
                <select
                    {...attributes}
                    value={props.value}
                    onChange={(event) => props.onChoose(event.currentTarget.value)}
                >
                    {props.top && <option value="">{t("theme.top")}</option>}
                    {themes.value
                        .filter((one) => !props.besides.has(one.id))
                        .map((one) => (
                            <option key={one.id} value={String(one.id)}>
                                {indented(one, themes.value)}
                            </option>
                        ))}
                </select>
            )}
        </Field>
    );
}

function NameDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
    const old = asked.kind === "edit" ? asked.theme : null;
    const [title, setTitle] = useState(old?.title ?? "");
    const [parent, setParent] = useState(String((asked.kind === "new" ? asked.parent : old?.parent) ?? ""));
    const submission = useSubmission();
    const save = (event: Event) => {
        event.preventDefault();
        const under = parent === "" ? null : Number(parent);
        const act = () =>
            old === null
                ? addTheme(consultation.value.id, title, under)
                : changeTheme(old.id, { title, ...(under !== old.parent && { parent: under }) });
        void submission.send(act, (tree) => {
            take(tree);
            onClose();
        });
    };
    return (
        <Dialog title={old === null ? t("theme.add") : t("theme.edit")} onClose={onClose}>
            <form class="form" onSubmit={save}>
                <TextField
                    label={t("theme.name")}
                    name="title"
                    required
                    maxLength={200}
                    value={title}
                    onText={setTitle}
                    refusal={submission.refusal}
                />
                <ThemeChoice
                    label={t("theme.parent")}
                    name="parent"
                    value={parent}
                    besides={old === null ? new Set() : withThoseBelow(old, themes.value)}
                    top
                    onChoose={setParent}
                    refusal={submission.refusal}
                />
                <Problem refusal={submission.refusal} fields={["title", "parent"]} />
                <div class="actions">
                    <button class="button" disabled={submission.busy}>
                        {t("theme.save")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

function MergeDialog({ theme, onClose }: { theme: Theme; onClose: () => void }) {
    const below = withThoseBelow(theme, themes.value);
    const [into, setInto] = useState(String(themes.value.find((one) => !below.has(one.id))?.id ?? ""));
    const submission = useSubmission();
    const merge = (event: Event) => {
        event.preventDefault();
        void submission.send(
            () => mergeTheme(theme.id, Number(into)),
            (tree) => {
                take(tree);
                onClose();
            },
        );
    };
    return (
        <Dialog title={t("theme.merge")} onClose={onClose}>
            <form class="form" onSubmit={merge}>
                <p>{t("theme.mergeText", { title: theme.title })}</p>
                <ThemeChoice
                    label={t("theme.into")}
                    name="into"
                    value={into}
                    besides={below}
                    top={false}
                    onChoose={setInto}
                    refusal={submission.refusal}
                />
                <Problem refusal={submission.refusal} fields={["into"]} />
                <div class="actions">
                    <button class="button" disabled={submission.busy || into === ""}>
                        {t("theme.merge")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

/** Moves a theme one place among those beside it. */
function moved(theme: Theme, by: -1 | 1): (() => void) | null {
    const beside = themes.value.filter((one) => one.parent === theme.parent);
    const at = beside.findIndex((one) => one.id === theme.id);
    if (beside[at + by] === undefined) return null;
    const before = by === -1 ? beside[at - 1] : beside[at + 2];
    const form = before === undefined ? { parent: theme.parent } : { before: before.id };
    return () =>
        void attempt(() => changeTheme(theme.id, form)).then(
            (tree) => tree !== undefined && (themes.value = tree.items),
        );
}

function Row({ theme, ask }: { theme: Theme; ask: (asked: Asked) => void }) {
    const chosen = filter.value.theme === String(theme.id);
    const [up, down] = [moved(theme, -1), moved(theme, 1)];
    const acts = [
        { word: t("theme.edit"), act: () => ask({ kind: "edit", theme }) },
        { word: t("theme.addBelow"), act: () => ask({ kind: "new", parent: theme.id }) },
        ...(up === null ? [] : [{ word: t("theme.up"), act: up }]),
        ...(down === null ? [] : [{ word: t("theme.down"), act: down }]),
        { word: t("theme.merge"), act: () => ask({ kind: "merge", theme }) },
        ...(theme.marks > 0
            ? []
            : [
                  {
                      word: t("theme.remove"),
                      act: () =>
                          void attempt(() => removeTheme(theme.id)).then((tree) => tree !== undefined && take(tree)),
                  },
              ]),
    ];
    return (
        <li
            class="theme-row"
            style={{ "--level": String(levelOf(theme, themes.value)), "--hue": String(hueOf(theme.id, themes.value)) }}
        >
            <button
                type="button"
                class="theme-name"
                aria-pressed={chosen}
                onClick={() => setFilter({ theme: chosen ? "" : String(theme.id) })}
            >
                <span class="theme-dot" aria-hidden="true" />
                <span>{theme.title}</span>
                {/* A theme over others says nothing of how many those hold. */}
                {(theme.answers > 0 || !themes.value.some(({ parent }) => parent === theme.id)) && (
                    <span class="theme-count">
                        <span aria-hidden="true">{number(theme.answers)}</span>
                        <span class="unseen">{t("theme.count", { n: theme.answers })}</span>
                    </span>
                )}
            </button>
            <Menu label={t("theme.acts", { title: pathOf(theme, themes.value) })} acts={acts} />
        </li>
    );
}

export function ThemePanel() {
    const [asked, ask] = useState<Asked | null>(null);
    const onClose = () => ask(null);
    return (
        <section aria-labelledby="themes-name">
            <div class="panel-head">
                <h2 id="themes-name">{t("theme.heading")}</h2>
                <button type="button" class="button quiet small" onClick={() => ask({ kind: "new", parent: null })}>
                    <Icon name="plus" />
                    {t("theme.add")}
                </button>
            </div>
            {themes.value.length === 0 && <p class="muted">{t("theme.none")}</p>}
            <ul class="theme-tree">
                {themes.value.map((theme) => (
                    <Row key={theme.id} theme={theme} ask={ask} />
                ))}
            </ul>
            {asked !== null &&
                (asked.kind === "merge" ? (
                    <MergeDialog theme={asked.theme} onClose={onClose} />
                ) : (
                    <NameDialog asked={asked} onClose={onClose} />
                ))}
        </section>
    );
}
