import { useState } from "preact/hooks";
import type { Unit, UnitKind } from "../../api/nouns.ts";
import { createUnit } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem, TextField } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { kindsBelow } from "./tree.ts";

interface Props {
    /** The units below which one may be founded; with one alone nothing is asked. */
    above: Unit[];
    onClose: () => void;
    onFounded: (unit: Unit) => void;
}

/** Founds a unit below another. An affiliate is affiliated to it instead, with a tree of its own. */
export function UnitForm({ above, onClose, onFounded }: Props) {
    const [parent, setParent] = useState(above[0]!);
    const [chosen, setKind] = useState<UnitKind | null>(null);
    const [name, setName] = useState("");
    const { busy, refusal, send } = useSubmission();
    const kinds = kindsBelow(parent.kind);
    const kind = chosen ?? kinds[0]!;
    const submit = (event: Event) => {
        event.preventDefault();
        const place = kind === "affiliate" ? { affiliated_to: parent.id } : { parent: parent.id };
        const form = { name, kind, ...place };
        void send((key) => createUnit(form, key), onFounded, form);
    };
    return (
        <Dialog title={t("unit.new")} onClose={onClose}>
            <form class="form" onSubmit={submit}>
                <Problem refusal={refusal} fields={["name", "kind", "parent"]} />
                {above.length > 1 ? (
                    <Field label={t("unit.parent")} name="parent" refusal={refusal}>
                        {(attributes) => (
                            <select
                                {...attributes}
                                value={parent.id}
                                onChange={({ currentTarget }) =>
                                    setParent(above.find((unit) => unit.id === Number(currentTarget.value)) ?? parent)
                                }
                            >
                                {above.map((unit) => (
                                    <option key={unit.id} value={unit.id}>
                                        {unit.name}
                                    </option>
                                ))}
                            </select>
                        )}
                    </Field>
                ) : (
                    <p class="muted">{t("unit.below", { name: parent.name })}</p>
                )}
                <TextField
                    label={t("name")}
                    name="name"
                    required
                    maxLength={200}
                    refusal={refusal}
                    value={name}
                    onText={setName}
                />
                <Field
                    label={t("unit.kind")}
                    name="kind"
                    refusal={refusal}
                    {...(kind === "affiliate" && { hint: t("unit.kind.affiliateHint") })}
                >
                    {(attributes) => (
                        <select
                            {...attributes}
                            value={kind}
                            onChange={({ currentTarget }) => setKind(currentTarget.value as UnitKind)}
                        >
                            {kinds.map((one) => (
                                <option key={one} value={one}>
                                    {t(`unit.kind.${one}`)}
                                </option>
                            ))}
                        </select>
                    )}
                </Field>
                <div class="actions">
                    <button type="submit" class="button" disabled={busy}>
                        {t("unit.found")}
                    </button>
                    <button type="button" class="button quiet" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}
