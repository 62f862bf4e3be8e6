#include "app/who_may.hpp"

namespace samrad::testing {

const std::map<std::string, Entry>& entries() {
    static const std::map<std::string, Entry> all{
        {"GET /api/me", {Rule::all}},
        {"PATCH /api/me", {Rule::signed_in}},
        {"GET /api/me/data", {Rule::signed_in}},
        {"POST /api/me/erasure", {Rule::signed_in, R"({"password":"feil passord her"})"}},
        {"POST /api/accounts", {Rule::form}},
        {"POST /api/accounts/confirm", {Rule::form}},
        {"POST /api/password/forgot", {Rule::form}},
        {"POST /api/password/reset", {Rule::form}},
        {"POST /api/session", {Rule::form}},
        {"DELETE /api/session", {Rule::signed_in}},
        {"DELETE /api/sessions", {Rule::signed_in}},
        {"GET /api/units", {Rule::all}},
        {"GET /api/units/{unit}", {Rule::all}},
        {"POST /api/units", {Rule::administers, R"({"name":"Nytt","kind":"branch","parent":UNIT})"}},
        {"PATCH /api/units/{unit}", {Rule::administers, R"({"name":"Partiet"})"}},
        {"POST /api/units/{unit}/standings", {Rule::administers, R"({"account":PERSON,"role":"editor"})"}},
        {"DELETE /api/standings/{standing}", {Rule::owns_standing}},
        {"GET /api/people", {Rule::appoints, "{}", "?q=kar"}},
        {"POST /api/units/{unit}/invitations", {Rule::administers, R"({"email":"ny@example.org","role":"member"})"}},
        {"GET /api/invitations/{token}", {Rule::all}},
        {"POST /api/invitations/{token}/acceptance", {Rule::invited}},
        {"GET /api/processes", {Rule::all}},
        {"POST /api/units/{unit}/processes", {Rule::edits_unit}},
        {"GET /api/processes/{process}", {Rule::reader}},
        {"PATCH /api/processes/{process}", {Rule::edits}},
        {"POST /api/processes/{process}/stage", {Rule::edits}},
        {"POST /api/processes/{process}/documents", {Rule::edits}},
        {"GET /api/documents/{document}", {Rule::reader}},
        {"PATCH /api/documents/{document}", {Rule::edits}},
        {"GET /api/documents/{document}/versions", {Rule::reader}},
        {"POST /api/documents/{document}/versions", {Rule::edits}},
        {"GET /api/documents/{document}/versions/{version}/source", {Rule::reader}},
        {"GET /api/documents/{document}/versions/{version}/markdown", {Rule::reader}},
        {"GET /api/documents/{document}/versions/{version}/lines", {Rule::reader}},
        {"GET /api/documents/{document}/comparison", {Rule::reader, "{}", "?from=1&to=1"}},
        {"POST /api/rendering", {Rule::signed_in, R"({"markdown":"# Ja"})"}},
        {"GET /api/documents/{document}/comments", {Rule::reader}},
        {"POST /api/documents/{document}/comments", {Rule::commenter, R"({"text":"Et innspill"})"}},
        {"GET /api/comments/{comment}", {Rule::reader}},
        {"PATCH /api/comments/{comment}", {Rule::author, R"({"text":"Endret"})"}},
        {"DELETE /api/comments/{comment}", {Rule::author}},
        {"GET /api/comments/{comment}/thread", {Rule::reader}},
        {"GET /api/comments/{comment}/history", {Rule::reader}},
        {"PUT /api/comments/{comment}/support", {Rule::commenter}},
        {"DELETE /api/comments/{comment}/support", {Rule::commenter}},
        {"POST /api/comments/{comment}/resolution", {Rule::edits, R"({"answer":"Tatt inn"})"}},
        {"DELETE /api/comments/{comment}/resolution", {Rule::edits}},
        {"POST /api/comments/{comment}/hiding", {Rule::moderates, R"({"reason":"Utenfor tema"})"}},
        {"DELETE /api/comments/{comment}/hiding", {Rule::moderates}},
        {"POST /api/comments/{comment}/appeal", {Rule::author, R"({"text":"Hvorfor?"})"}},
        {"GET /api/processes/{process}/hidden", {Rule::moderates}},
        {"GET /api/documents/{document}/versions/{version}/blocks", {Rule::reader}},
        {"GET /api/documents/{document}/origin", {Rule::reader, "{}", "?block=b1"}},
        {"GET /api/documents/{document}/amendments", {Rule::reader}},
        {"GET /api/documents/{document}/amendments/clusters", {Rule::reader}},
        {"GET /api/documents/{document}/amendments/export", {Rule::reader, "{}", "?form=csv"}},
        {"GET /api/documents/{document}/synopsis", {Rule::reader, "{}", "?form=docx"}},
        {"POST /api/documents/{document}/amendments/import",
         {Rule::edits, R"({"version":1,"unit":UNIT,"csv":"prinsipp\nKort"})"}},
        {"POST /api/documents/{document}/amendments/preview",
         {Rule::reader, R"({"version":1,"changes":[{"after":"b1","markdown":"Og mer."}]})"}},
        {"POST /api/documents/{document}/amendments",
         {Rule::amender, R"({"version":1,"changes":[{"after":"b1","markdown":"Og mer."}]})"}},
        {"GET /api/me/amendments", {Rule::signed_in}},
        {"PUT /api/me/amendments/seen", {Rule::signed_in}},
        {"GET /api/amendments/{amendment}", {Rule::reader}},
        {"PATCH /api/amendments/{amendment}", {Rule::sponsor}},
        {"DELETE /api/amendments/{amendment}", {Rule::sponsor}},
        {"POST /api/amendments/{amendment}/submission", {Rule::sponsor}},
        {"POST /api/amendments/{amendment}/rewording", {Rule::sponsor}},
        {"POST /api/amendments/{amendment}/answer", {Rule::sponsor, R"({"version":1,"answer":"confirmed"})"}},
        {"POST /api/amendments/{amendment}/joining", {Rule::sponsor, R"({"amendment":{amendment}})"}},
        {"POST /api/amendments/{amendment}/withdrawal", {Rule::sponsor}},
        {"POST /api/amendments/{amendment}/takeover", {Rule::amender}},
        {"PUT /api/amendments/{amendment}/support", {Rule::amender}},
        {"DELETE /api/amendments/{amendment}/support", {Rule::amender}},
        {"PUT /api/amendments/{amendment}/sponsorship", {Rule::amender}},
        {"DELETE /api/amendments/{amendment}/sponsorship", {Rule::amender}},
        {"POST /api/amendments/{amendment}/rejection", {Rule::edits}},
        {"POST /api/amendments/{amendment}/forwarding", {Rule::edits, R"({"document":{document}})"}},
        {"GET /api/documents/{document}/recommendations", {Rule::office_reads, "{}", "?unit=UNIT"}},
        {"POST /api/documents/{document}/recommendations",
         {Rule::speaks, R"({"unit":UNIT,"amendments":[{amendment}],"verdict":"reject"})"}},
        {"POST /api/documents/{document}/recommendations/publication", {Rule::speaks, R"({"unit":UNIT})"}},
        {"POST /api/recommendations/{recommendation}/dissents", {Rule::of_unit, R"({"names":"Vi","text":"Nei"})"}},
        {"GET /api/documents/{document}/merge", {Rule::office_reads}},
        {"POST /api/documents/{document}/merge/decisions",
         {Rule::edits, R"({"version":1,"decision":"leave","amendments":[{"id":{amendment},"expected":"open"}]})"}},
        {"POST /api/documents/{document}/merge/reasons",
         {Rule::edits, R"({"version":1,"amendment":{amendment},"expected":"","reason":"Fordi."})"}},
        {"POST /api/documents/{document}/merge/texts",
         {Rule::edits, R"({"version":1,"from":0,"to":0,"expected":0,"text":"Hei "})"}},
        {"POST /api/documents/{document}/merge/undo",
         {Rule::edits, R"({"version":1,"decisions":[{"id":{amendment},"expected":"open","again":"open"}]})"}},
        {"POST /api/documents/{document}/merge/version", {Rule::edits, R"({"version":1,"seen":0})"}},
        {"GET /api/documents/{document}/voting-list", {Rule::reader}},
        {"GET /api/documents/{document}/voting-list/{amendment}/consequence", {Rule::reader}},
        {"POST /api/documents/{document}/voting-list/order",
         {Rule::edits, R"({"version":1,"order":0,"by_rule":true})"}},
        {"POST /api/documents/{document}/voting-list/results",
         {Rule::edits, R"({"version":1,"amendment":{amendment},"expected":"open","result":"rejected"})"}},
        {"POST /api/documents/{document}/voting-list/conclusion", {Rule::edits, R"({"version":1})"}},
        {"GET /api/processes/{process}/consultations", {Rule::reader}},
        {"POST /api/processes/{process}/consultations",
         {Rule::edits,
          R"({"title":"Ny","purpose":"Saken.","opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",)"
          R"("erases":"2037-01-01T00:00:00Z","sections":[{"key":"s","questions":[)"
          R"({"key":"q","kind":"long_text","title":{"nb":"Hva?"}}]}]})"}},
        {"GET /api/consultations/{consultation}", {Rule::reader}},
        {"PATCH /api/consultations/{consultation}", {Rule::edits, R"({"per_address":30})"}},
        {"POST /api/consultations/{consultation}/publishing", {Rule::edits}},
        {"GET /api/consultations/{consultation}/form", {Rule::reader}},
        {"PUT /api/consultations/{consultation}/form",
         {Rule::edits, R"({"base":1,"sections":[{"key":"s","questions":[)"
                       R"({"key":"q","kind":"long_text","title":{"nb":"Hva?"}}]}]})"}},
        {"POST /api/consultations/{consultation}/codes", {Rule::edits, R"({"count":2})"}},
        {"GET /api/consultations/{consultation}/revisions", {Rule::office_reads}},
        {"GET /api/consultations/{consultation}/consultees", {Rule::reader}},
        {"POST /api/consultations/{consultation}/consultees", {Rule::edits, R"({"units":[UNIT]})"}},
        {"POST /api/consultations/{consultation}/sending", {Rule::edits}},
        {"POST /api/consultations/{consultation}/reminding", {Rule::edits}},
        {"PATCH /api/consultees/{consultee}", {Rule::edits, R"({"must_be_heard":false})"}},
        {"DELETE /api/consultees/{consultee}", {Rule::edits}},
        {"POST /api/consultees/{consultee}/waiver", {Rule::edits, R"({"reason":"Ferie"})"}},
        {"DELETE /api/consultees/{consultee}/waiver", {Rule::edits}},
        {"POST /api/consultees/{consultee}/declining", {Rule::speaks}},
        {"POST /api/processes/{process}/form-preview",
         {Rule::edits, R"({"sections":[{"key":"s","questions":[{"key":"q","kind":"date","title":{"nb":"Q"}}]}]})"}},
        {"GET /api/units/{unit}/consultations", {Rule::edits_unit}},
        {"GET /api/units/{unit}/form-templates", {Rule::edits_unit}},
        {"POST /api/units/{unit}/form-templates",
         {Rule::edits_unit,
          R"({"title":"Mal","sections":[{"key":"s","questions":[{"key":"q","kind":"date","title":{"nb":"Q"}}]}]})"}},
        {"GET /api/form-templates/{template}", {Rule::uses_template}},
        {"DELETE /api/form-templates/{template}", {Rule::uses_template}},
        {"GET /hearing/{link}", {Rule::asks_sign_in}},
        {"POST /hearing/{link}/opening", {Rule::plain_form}},
        {"POST /hearing/{link}/answers", {Rule::plain_form}},
        {"POST /hearing/{link}/declining", {Rule::plain_form}},
        {"GET /api/consultations/{consultation}/answers", {Rule::reads_answers}},
        {"GET /api/consultations/{consultation}/answers/export", {Rule::reads_answers}},
        {"GET /api/consultations/{consultation}/tallies", {Rule::counts}},
        {"GET /api/consultations/{consultation}/responses", {Rule::reads_answers}},
        {"GET /api/consultations/{consultation}/responses/{theme}/passages", {Rule::reads_answers}},
        {"GET /api/consultations/{consultation}/responses/{theme}/revisions", {Rule::reads_answers}},
        {"PUT /api/consultations/{consultation}/responses/{theme}",
         {Rule::edits, R"({"base":1,"status":"noted","heard":"H","decided":"D"})"}},
        {"GET /api/consultations/{consultation}/report", {Rule::reader}},
        {"POST /api/consultations/{consultation}/report", {Rule::edits, R"({"base":1})"}},
        {"GET /api/consultations/{consultation}/report/export", {Rule::reader, "{}", "?form=md"}},
        {"GET /api/documents/{document}/heard", {Rule::reader, "{}", "?block=b1"}},
        {"GET /api/documents/{document}/heard-blocks", {Rule::reader}},
        {"GET /consultations/{consultation}/report", {Rule::reader}},
        {"GET /consultations/{consultation}/responses", {Rule::all}},
        {"GET /answers/{link}/outcome", {Rule::missing}},
        {"POST /api/answers/{answer}/settlement", {Rule::settles, R"({"let_in":true,"edits":0})"}},
        {"GET /api/consultations/{consultation}/reading", {Rule::reads_answers}},
        {"GET /api/consultations/{consultation}/reading/counts", {Rule::reads_answers}},
        {"GET /api/answers/{answer}", {Rule::reads_answers}},
        {"PUT /api/answers/{answer}/reading", {Rule::reads_answers}},
        {"DELETE /api/answers/{answer}/reading", {Rule::reads_answers}},
        {"GET /api/consultations/{consultation}/themes", {Rule::reads_answers}},
        {"POST /api/consultations/{consultation}/themes", {Rule::reads_answers, R"({"title":"Nytt"})"}},
        {"PATCH /api/themes/{theme}", {Rule::reads_answers, R"({"title":"Annet"})"}},
        {"DELETE /api/themes/{theme}", {Rule::reads_answers}},
        {"POST /api/themes/{theme}/merging", {Rule::reads_answers, R"({"into":{other_theme}})"}},
        {"POST /api/answers/{answer}/marks",
         {Rule::reads_answers, R"({"field":"q","first":0,"past":4,"theme":{theme},"edits":0})"}},
        {"DELETE /api/marks/{mark}", {Rule::reads_once}},
        {"GET /api/answers/{answer}/suggestions", {Rule::reads_answers}},
        {"GET /api/consultations/{consultation}/samples", {Rule::reads_answers}},
        {"POST /api/consultations/{consultation}/samples", {Rule::edits, R"({"readers":[PERSON,1],"answers":5})"}},
        {"GET /api/samples/{sample}", {Rule::reads_answers}},
        {"POST /api/samples/{sample}/completion", {Rule::samples}},
        {"GET /api/consultations/{consultation}/families", {Rule::reads_answers}},
        {"GET /api/answers/{answer}/family", {Rule::reads_answers}},
        {"POST /api/answers/{answer}/redactions",
         {Rule::reads_answers, R"({"field":"q","first":0,"past":4,"reason":"Navn","edits":0})"}},
        {"DELETE /api/redactions/{redaction}", {Rule::moderates_once}},
        {"POST /api/answers/{answer}/original", {Rule::moderates}},
        {"GET /consultations/{consultation}/results", {Rule::all}},
        {"GET /consultations/{consultation}/read", {Rule::all}},
        {"GET /api/answers/{answer}/files", {Rule::reads_answers}},
        {"GET /api/answers/{answer}/files/{file}", {Rule::reads_answers}},
        {"DELETE /api/answers/{answer}/files/{file}/withholding", {Rule::moderates}},
        {"PUT /api/answers/{answer}/files/{file}/withholding", {Rule::reads_answers, R"({"reason":"Navn"})"}},
        {"GET /api/consultations/{consultation}/challenge", {Rule::reader}},
        {"PUT /api/answers-by-link/{link}/draft", {Rule::missing}},
        {"GET /consultations/{consultation}", {Rule::reader}},
        {"GET /consultations/{consultation}/answers", {Rule::reader}},
        {"POST /answers/{link}/files", {Rule::plain_form}},
        {"GET /answers/{link}/files/{file}", {Rule::missing}},
        {"GET /answers/{link}/confirmation/{token}", {Rule::missing}},
        {"POST /answers/{link}/confirmation/{token}", {Rule::plain_form}},
        {"POST /consultations/{consultation}/answers", {Rule::plain_form}},
        {"GET /answers/{link}", {Rule::missing}},
        {"POST /answers/{link}", {Rule::plain_form}},
        {"GET /answers/{link}/review", {Rule::missing}},
        {"POST /answers/{link}/submission", {Rule::plain_form}},
        {"GET /answers/{link}/receipt", {Rule::missing}},
        {"POST /answers/{link}/withdrawal", {Rule::plain_form}},
        {"POST /api/processes/{process}/ballots", {Rule::edits}},
        {"GET /api/ballots/{ballot}", {Rule::draft_reader}},
        {"GET /api/ballots/{ballot}/votes", {Rule::draft_votes}},
        {"PATCH /api/ballots/{ballot}", {Rule::edits_draft}},
        {"POST /api/ballots/{ballot}/opening", {Rule::edits_draft}},
        {"POST /api/ballots/{ballot}/closing", {Rule::edits_draft}},
        {"PUT /api/ballots/{ballot}/vote", {Rule::draft_reader, R"({"choice":1})"}},
        {"GET /", {Rule::all}},
        {"GET /processes/{process}", {Rule::reader}},
        {"GET /documents/{document}", {Rule::reader}},
        {"GET /documents/{document}/versions/{version}", {Rule::reader}},
        {"GET /ballots/{ballot}", {Rule::draft_reader}},
        {"GET /comments/{comment}", {Rule::reader}},
        {"GET /documents/{document}/amendments", {Rule::all}},
        {"GET /documents/{document}/amendments/import", {Rule::all}},
        {"GET /documents/{document}/merge", {Rule::all}},
        {"GET /documents/{document}/synopsis", {Rule::all}},
        {"GET /documents/{document}/voting-list", {Rule::all}},
        {"GET /amendments", {Rule::all}},
        {"GET /documents/{document}/comparison", {Rule::all}},
        {"GET /documents/{document}/edit", {Rule::all}},
        {"GET /processes/{process}/edit", {Rule::all}},
        {"GET /units/{unit}/processes/new", {Rule::all}},
        {"GET /processes/{process}/documents/new", {Rule::all}},
        {"GET /processes/{process}/ballots/new", {Rule::all}},
        {"GET /processes/{process}/consultations/new", {Rule::all}},
        {"GET /consultations/{consultation}/edit", {Rule::all}},
        {"GET /consultations/{consultation}/form", {Rule::all}},
        {"GET /consultations/{consultation}/revisions", {Rule::all}},
        {"GET /consultations/{consultation}/consultees", {Rule::all}},
        {"GET /ballots/{ballot}/edit", {Rule::all}},
        {"GET /units", {Rule::all}},
        {"GET /units/{unit}", {Rule::all}},
        {"GET /sign-in", {Rule::all}},
        {"GET /sign-up", {Rule::all}},
        {"GET /forgot", {Rule::all}},
        {"GET /reset", {Rule::all}},
        {"GET /confirm", {Rule::all}},
        {"GET /invitation", {Rule::all}},
        {"GET /account", {Rule::all}},
        {"GET /{rest...}", {Rule::missing}},
        {"GET /favicon.svg", {Rule::all}},
        {"GET /api/health", {Rule::all}},
        {"GET /api/{rest...}", {Rule::missing}},
    };
    return all;
}

std::string name_of(const features::ActionRoute& route) {
    constexpr const char* verbs[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
    return std::string(verbs[int(route.verb)]) + " " + route.pattern;
}

bool fits(const Expected& expected, int status) {
    if (expected.contains(status)) return true;
    return expected.contains(0) && status < 500 && status != 401 && status != 403 && status != 404;
}

Expected expected(Rule rule, bool writes, Role role, const Place& place) {
    const bool sees = place.seen_by(role);
    const bool office = role == editor || role == administrator;
    const bool preparing = std::string_view(place.kind) == "preparing";
    switch (rule) {
        case Rule::all: return {200};
        case Rule::form: return {422};
        case Rule::missing: return {404};
        case Rule::plain_form: return {403};
        case Rule::asks_sign_in: return role == nobody ? Expected{303} : Expected{404};
        default: break;
    }
    const bool asks_itself = rule == Rule::reader || rule == Rule::office_reads || rule == Rule::draft_reader ||
                             rule == Rule::draft_votes || rule == Rule::moderates || rule == Rule::reads_answers ||
                             rule == Rule::counts;
    if (role == nobody && (writes || !asks_itself)) return {401};
    switch (rule) {
        case Rule::signed_in: return allowed;
        case Rule::edits_unit: return office ? allowed : Expected{403};
        // It is removed once: whoever comes second finds none.
        case Rule::uses_template: return office ? Expected{0, writes ? 404 : 0} : Expected{404};
        case Rule::administers: return role == administrator ? allowed : Expected{403};
        case Rule::appoints: return role == administrator || role == stranger ? allowed : Expected{403};
        case Rule::owns_standing: return role == administrator ? allowed : Expected{404};
        case Rule::invited: return role == administrator ? allowed : Expected{403};
        default: break;
    }
    if (!sees) return {404};
    switch (rule) {
        case Rule::reader: return allowed;
        case Rule::draft_reader:
        case Rule::edits_draft: return office ? allowed : Expected{404};
        case Rule::draft_votes: return {office ? 403 : 404};
        case Rule::amender:
            if (std::string_view(place.kind) != "amending") return {409};
            return role == participant || role == stranger ? Expected{403} : Expected{0, 403};  // not one's own
        case Rule::sponsor: return role == editor ? allowed : Expected{403, 409};  // the stage may be told first
        case Rule::speaks: return office ? allowed : Expected{403};
        case Rule::office_reads: return office ? allowed : Expected{role ? 403 : 401};
        case Rule::of_unit: return role == participant || role == stranger ? Expected{403} : allowed;
        case Rule::edits: return office ? allowed : Expected{403};
        case Rule::moderates: return role == moderator || role == administrator ? allowed : Expected{role ? 403 : 401};
        case Rule::reads_answers: return office || role == moderator ? allowed : Expected{role ? 403 : 401};
        case Rule::counts: return office || role == moderator ? allowed : Expected{409};
        case Rule::samples:
            if (role == administrator) return {403};
            return role == editor || role == moderator ? allowed : Expected{403};
        // What the first of them took away is missing for the next.
        case Rule::reads_once: return office || role == moderator ? Expected{0, 404} : Expected{403, 404};
        case Rule::moderates_once:
            return role == moderator || role == administrator ? Expected{0, 404} : Expected{403, 404};
        case Rule::settles: return role == moderator || role == administrator ? Expected{0, 409} : Expected{403};
        case Rule::commenter:
            if (preparing) return {409};
            // Strangers are participants here, where those are admitted; one's own comment has no support of one's own.
            return role == editor ? Expected{0, 403} : allowed;
        case Rule::author:
            if (role == editor) return allowed;
            return preparing ? Expected{409, 403} : Expected{403};  // the stage may be told before whose comment it is
        default: return {};
    }
}

}  // namespace samrad::testing
