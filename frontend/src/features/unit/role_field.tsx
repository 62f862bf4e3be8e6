import type { Refusal } from "../../api/request.ts";
import type { Role } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";

const roles: Role[] = ["member", "editor", "moderator", "administrator"];

/** A role, with what it lets one do. */
export function RoleField(props: { role: Role; refusal: Refusal | null; onRole: (role: Role) => void }) {
    return (
        <Field label={t("standing.role")} hint={t(`standing.role.${props.role}`)} name="role" refusal={props.refusal}>
            {(attributes) => (
                <select
                    {...attributes}
                    value={props.role}
                    onChange={({ currentTarget }) => props.onRole(currentTarget.value as Role)}
                >
                    {roles.map((role) => (
                        <option key={role} value={role}>
                            {t(`role.${role}`)}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
}
