// The routes of consultations that editors use, by name.
import type { ConsultationInFull, ConsultationRules, Consultee, Consultees } from "./consultation_nouns.ts";
import type { Form, FormLanguage, FormRevision, FormTemplate, KeptForm, Section } from "./form_nouns.ts";
import { request } from "./request.ts";

const of = (consultation: number) => `/api/consultations/${consultation}`;

/** A null document is left out: there is none until one is chosen. */
/** A consultation about no text names none. */
const sent = ({ document, version, ...rules }: Partial<ConsultationRules>) => ({
    ...rules,
    ...(typeof document === "number" && { document }),
    ...(document !== null && version !== undefined && version > 0 && { version }),
});

export const fetchConsultation = (id: number) => request<ConsultationInFull>("GET", of(id));
export const beginConsultation = (process: number, rules: ConsultationRules, form: Form, key: string) =>
    request<ConsultationInFull>(
        "POST",
        `/api/processes/${process}/consultations`,
        { ...sent(rules), sections: form.sections },
        { key },
    );
/** @param seen the fingerprint of the consultation that the change was made from; without it nobody is asked */
export const changeConsultation = (id: number, rules: Partial<ConsultationRules>, seen?: string) =>
    request<ConsultationInFull>("PATCH", of(id), { ...sent(rules), ...(seen !== undefined && { seen }) });
export const publishConsultation = (id: number) => request<ConsultationInFull>("POST", `${of(id)}/publishing`);
export const handOutCodes = (id: number, count: number, key: string) =>
    request<{ codes: string[] }>("POST", `${of(id)}/codes`, { count }, { key });

export const fetchForm = (id: number, revision?: number) =>
    request<KeptForm>("GET", `${of(id)}/form${revision === undefined ? "" : `?revision=${revision}`}`);
export const storeForm = (id: number, base: number, edit: number, sections: Section[]) =>
    request<ConsultationInFull>("PUT", `${of(id)}/form`, { base, edit, sections });
export const fetchRevisions = (id: number) =>
    request<{ items: FormRevision[] }>("GET", `${of(id)}/revisions`).then((page) => page.items);
/** `about`: the document whose paragraphs it asks about. */
export const previewForm = (
    process: number,
    title: string,
    sections: Section[],
    page: number,
    language: FormLanguage,
    about: { document: number; version: number } | null,
) =>
    request<{ html: string }>("POST", `/api/processes/${process}/form-preview`, {
        title,
        sections,
        page,
        language,
        ...about,
    });

export const fetchTemplates = (unit: number) =>
    request<{ items: FormTemplate[] }>("GET", `/api/units/${unit}/form-templates`).then((page) => page.items);
export const fetchTemplate = (id: number) => request<FormTemplate & Form>("GET", `/api/form-templates/${id}`);
export const keepTemplate = (unit: number, title: string, shared: boolean, sections: Section[]) =>
    request<FormTemplate>("POST", `/api/units/${unit}/form-templates`, { title, shared, sections });
export const removeTemplate = (id: number) => request<void>("DELETE", `/api/form-templates/${id}`);
export const fetchConsultationsOfUnit = (unit: number) =>
    request<{ items: { id: number; title: string; process: { id: number; title: string } }[] }>(
        "GET",
        `/api/units/${unit}/consultations`,
    ).then((page) => page.items);

export const fetchConsultees = (id: number) => request<Consultees>("GET", `${of(id)}/consultees`);
export interface NewConsultees {
    units?: number[];
    below?: { unit: number; kind: string };
    organisations?: { name: string; email: string }[];
    must_be_heard?: boolean;
}
export const addConsultees = (id: number, whom: NewConsultees, key: string) =>
    request<Consultees & { added: number }>("POST", `${of(id)}/consultees`, whom, { key });
export type Written = Consultees & { written: number; unreachable: number };
export const sendConsultation = (id: number) => request<Written>("POST", `${of(id)}/sending`);
export const remindConsultees = (id: number) => request<Written>("POST", `${of(id)}/reminding`);
export const changeConsultee = (id: number, change: { must_be_heard?: boolean; email?: string }) =>
    request<Consultee>("PATCH", `/api/consultees/${id}`, change);
export const removeConsultee = (id: number) => request<void>("DELETE", `/api/consultees/${id}`);
export const waive = (id: number, reason: string) =>
    request<Consultee>("POST", `/api/consultees/${id}/waiver`, { reason });
export const takeWaiverBack = (id: number) => request<Consultee>("DELETE", `/api/consultees/${id}/waiver`);
