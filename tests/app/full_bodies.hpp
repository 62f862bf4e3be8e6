// For every route that takes a body: somebody who may send it, and one with every field that there is.
#pragma once

#include <string>
#include <vector>

#include "app/house.hpp"

namespace samrad::testing {

struct FullBody {
    const char* route;  // "POST /api/accounts"
    Role role;
    const char* body;        // with the names of things in it, as House::filled() knows them
    bool of_hidden = false;  // about the hidden comment, asked by its author
};

inline const std::vector<FullBody> full_bodies{
    {"PATCH /api/me", member, R"({"name":"Kari","language":"nb"})"},
    {"POST /api/me/erasure", member, R"({"password":"svaler over fjorden"})"},
    {"POST /api/accounts", nobody,
     R"({"name":"Ny","email":"ny@example.org","password":"svaler over fjorden","invitation":"KANARItoken","language":"nb"})"},
    {"POST /api/accounts/confirm", nobody, R"({"token":"ukjent"})"},
    {"POST /api/password/forgot", nobody, R"({"email":"ny@example.org"})"},
    {"POST /api/password/reset", nobody, R"({"token":"ukjent","password":"svaler over fjorden"})"},
    {"POST /api/session", nobody, R"({"email":"ny@example.org","password":"svaler over fjorden"})"},
    {"DELETE /api/session", member, "{}"},
    {"DELETE /api/sessions", member, "{}"},
    {"POST /api/units", administrator, R"({"name":"Nytt","kind":"branch","parent":UNIT})"},
    {"PATCH /api/units/{unit}", administrator, R"({"name":"Partiet"})"},
    {"POST /api/units/{unit}/standings", administrator,
     R"({"account":PERSON,"role":"editor","from":"2026-01-01T00:00:00Z","to":"2036-01-01T00:00:00Z"})"},
    {"DELETE /api/standings/{standing}", administrator, "{}"},
    {"POST /api/units/{unit}/invitations", administrator,
     R"({"email":"ny@example.org","role":"member","language":"nb"})"},
    {"POST /api/invitations/{token}/acceptance", administrator, "{}"},
    {"POST /api/units/{unit}/processes", editor,
     R"({"title":"T","description":"D","audience":"units","units":[UNIT],"admits_participants":true,)"
     R"("amendments":{"until":"2036-01-01T00:00:00Z","participants":true,"supporters_needed":3,)"
     R"("supporters_from":"units","supporters_units":[UNIT],"supporter_units_needed":2,"each":5,"chain":[UNIT]},)"
     R"("stages":[{"title":"S","kind":"reading","starts":"2026-01-01T00:00:00Z"}]})"},
    {"PATCH /api/processes/{process}", editor,
     R"({"seen":"0f","title":"T","description":"D","audience":"public","units":[UNIT],"admits_participants":true,)"
     R"("stages":[{"title":"S","kind":"discussing","starts":"2026-01-01T00:00:00Z"}]})"},
    {"POST /api/processes/{process}/stage", editor, R"({"stage":{stage}})"},
    {"POST /api/processes/{process}/documents", editor, R"({"title":"T","markdown":"M","note":"N"})"},
    {"PATCH /api/documents/{document}", editor, R"({"title":"T","merge_followed":true})"},
    {"POST /api/documents/{document}/versions", editor, R"({"base":1,"markdown":"M","note":"N","correction":true})"},
    {"POST /api/rendering", member, R"({"markdown":"M"})"},
    {"POST /api/documents/{document}/comments", member,
     R"({"text":"Et innspill","stance":"for","anchor":{"version":1,"block":"b1","from":0,"to":3}})"},
    {"PATCH /api/comments/{comment}", editor, R"({"text":"Endret","stance":"against"})"},
    {"DELETE /api/comments/{comment}", editor, "{}"},
    {"PUT /api/comments/{comment}/support", member, "{}"},
    {"DELETE /api/comments/{comment}/support", member, "{}"},
    {"POST /api/comments/{comment}/resolution", editor, R"({"answer":"Tatt inn"})"},
    {"DELETE /api/comments/{comment}/resolution", editor, "{}"},
    {"POST /api/comments/{comment}/hiding", moderator, R"({"reason":"Utenfor tema"})"},
    {"DELETE /api/comments/{comment}/hiding", moderator, "{}", true},
    {"POST /api/comments/{comment}/appeal", nobody, R"({"text":"Hvorfor?"})", true},
    {"POST /api/documents/{document}/amendments/import", editor,
     R"({"version":1,"unit":UNIT,"csv":"prinsipp\nKort","dry_run":true,"result":"0f","again":[2]})"},
    {"POST /api/documents/{document}/amendments/preview", member,
     R"({"version":1,"kind":"text","reason":"R","changes":[{"after":"b1","markdown":"M"}]})"},
    {"POST /api/documents/{document}/amendments", member,
     R"({"version":1,"kind":"principle","instruction":"I","reason":"R","answers":[]})"},
    {"PATCH /api/amendments/{amendment}", editor,
     R"({"version":1,"kind":"text","reason":"R","sponsor_unit":UNIT,"changes":[{"block":"b1","markdown":"M"}]})"},
    {"DELETE /api/amendments/{amendment}", editor, "{}"},
    {"POST /api/amendments/{amendment}/submission", editor, "{}"},
    {"POST /api/amendments/{amendment}/rewording", editor,
     R"({"version":1,"changes":[{"after":"b1","markdown":"M"}]})"},
    {"POST /api/amendments/{amendment}/answer", editor, R"({"version":1,"answer":"confirmed"})"},
    {"POST /api/amendments/{amendment}/joining", editor, R"({"amendment":{amendment}})"},
    {"POST /api/amendments/{amendment}/withdrawal", editor, "{}"},
    {"POST /api/amendments/{amendment}/takeover", member, "{}"},
    {"PUT /api/amendments/{amendment}/support", member, "{}"},
    {"DELETE /api/amendments/{amendment}/support", member, "{}"},
    {"PUT /api/amendments/{amendment}/sponsorship", member, "{}"},
    {"DELETE /api/amendments/{amendment}/sponsorship", member, "{}"},
    {"PUT /api/me/amendments/seen", member, "{}"},
    {"POST /api/amendments/{amendment}/rejection", editor, R"({"reason":"Fordi."})"},
    {"POST /api/documents/{document}/recommendations", editor,
     R"({"unit":UNIT,"amendments":[{amendment}],"wordings":[1],"verdict":"adopt_changed","reason":"R",)"
     R"("votes":{"for":1,"against":2,"abstain":3},"publish":true,"replaces":[1],"changes":[{"after":"b1","markdown":"M"}]})"},
    {"POST /api/documents/{document}/recommendations/publication", editor,
     R"({"unit":UNIT,"recommendations":[1],"replaces":[1]})"},
    {"POST /api/recommendations/{recommendation}/dissents", member, R"({"names":"N","text":"T"})"},
    {"POST /api/documents/{document}/merge/decisions", editor,
     R"({"version":1,"decision":"leave","amendments":[{"id":{amendment},"expected":"open"}]})"},
    {"POST /api/documents/{document}/merge/reasons", editor,
     R"({"version":1,"amendment":{amendment},"expected":"","reason":"Fordi."})"},
    {"POST /api/documents/{document}/merge/texts", editor, R"({"version":1,"from":0,"to":0,"expected":0,"text":"T"})"},
    {"POST /api/documents/{document}/merge/undo", editor,
     R"({"version":1,"decisions":[{"id":{amendment},"expected":"open","left_because":"","again":"open"}],)"
     R"("reason":{"amendment":{amendment},"expected":""},"text":{"from":0,"to":0,"expected":0}})"},
    {"POST /api/documents/{document}/merge/version", editor, R"({"version":1,"seen":0,"note":"N"})"},
    {"POST /api/amendments/{amendment}/forwarding", editor, R"({"document":{document},"publish":true})"},
    {"POST /api/documents/{document}/voting-list/order", editor,
     R"({"version":1,"order":0,"by_rule":true,"amendment":{amendment},"before":{amendment}})"},
    {"POST /api/documents/{document}/voting-list/results", editor,
     R"({"version":1,"amendment":{amendment},"expected":"open","result":"rejected",)"
     R"("votes":{"for":1,"against":2,"abstain":0},"falls":[]})"},
    {"POST /api/documents/{document}/voting-list/conclusion", editor, R"({"version":1})"},
    {"POST /api/processes/{process}/consultations", editor,
     R"({"document":{document},"version":1,"title":"T","introduction":"I","opens":"2026-01-01T00:00:00Z",)"
     R"("closes":"2036-01-01T00:00:00Z","erases":"2037-01-01T00:00:00Z","once":"person","allows_anonymous":true,)"
     R"("holds_answers":false,"publishes_answers":true,"asks_proof":true,"per_address":20,"purpose":"P","sections":[{"key":"s","title":{"nb":"S"},)"
     R"("intro":{"nb":"I"},"questions":[{"key":"q","kind":"choice","title":{"nb":"Q"},"help":{"en":"H"},)"
     R"("required":true,"other":true,"shuffled":true,"options":[{"key":"a","label":{"nn":"A"}},)"
     R"({"key":"b","label":{"nb":"B"}}]}]}]})"},
    {"PATCH /api/consultations/{consultation}", editor,
     R"({"seen":"0f","document":{document},"version":1,"title":"T","introduction":"I",)"
     R"("opens":"2020-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z","erases":"2037-01-01T00:00:00Z",)"
     R"("once":"code","allows_anonymous":true,"holds_answers":false,"publishes_answers":false,"asks_proof":true,)"
     R"("per_address":20,"purpose":"KANARIopen"})"},
    {"POST /api/consultations/{consultation}/publishing", editor, "{}"},
    {"PUT /api/consultations/{consultation}/form", editor,
     R"({"base":1,"edit":1,"sections":[{"key":"s","questions":[{"key":"q","kind":"long_text","title":{"nb":"Q"},)"
     R"("most":100}]}]})"},
    {"POST /api/consultations/{consultation}/codes", editor, R"({"count":2})"},
    {"POST /api/consultations/{consultation}/consultees", editor,
     R"({"units":[UNIT],"below":{"unit":UNIT,"kind":"branch"},"organisations":[],"must_be_heard":false})"},
    {"POST /api/consultations/{consultation}/sending", editor, "{}"},
    {"POST /api/consultations/{consultation}/reminding", editor, "{}"},
    {"PATCH /api/consultees/{consultee}", editor, R"({"must_be_heard":false,"email":"post@example.org"})"},
    {"DELETE /api/consultees/{consultee}", editor, "{}"},
    {"POST /api/consultees/{consultee}/waiver", editor, R"({"reason":"R"})"},
    {"DELETE /api/consultees/{consultee}/waiver", editor, "{}"},
    {"POST /api/consultees/{consultee}/declining", editor, R"({"word":"W"})"},
    {"POST /api/processes/{process}/form-preview", editor,
     R"({"title":"T","page":1,"language":"nn","document":{document},"version":1,"sections":[{"key":"s","title":{"nb":"S"},"questions":[{"key":"q",)"
     R"("kind":"long_text","title":{"nb":"Q"}}]}]})"},
    {"POST /api/units/{unit}/form-templates", editor,
     R"({"title":"T","shared":true,"sections":[{"key":"s","title":{"nb":"S"},"questions":[{"key":"q",)"
     R"("kind":"long_text","title":{"nb":"Q"},"help":{"en":"H"},"most":100}]}]})"},
    {"DELETE /api/form-templates/{template}", editor, "{}"},
    {"PUT /api/answers/{answer}/reading", moderator, "{}"},
    {"DELETE /api/answers/{answer}/reading", moderator, "{}"},
    {"POST /api/consultations/{consultation}/themes", editor, R"({"title":"T","parent":{theme}})"},
    {"PATCH /api/themes/{theme}", editor, R"({"title":"T","parent":{other_theme},"before":{theme}})"},
    {"DELETE /api/themes/{theme}", editor, "{}"},
    {"POST /api/themes/{theme}/merging", editor, R"({"into":{other_theme}})"},
    {"POST /api/answers/{answer}/marks", moderator,
     R"({"field":"q","first":0,"past":4,"theme":{theme},"because_of":{mark},"family":true,"edits":0})"},
    {"DELETE /api/marks/{mark}", editor, "{}"},
    {"POST /api/consultations/{consultation}/samples", editor, R"({"readers":[PERSON,1],"answers":3})"},
    {"POST /api/samples/{sample}/completion", editor, "{}"},
    {"POST /api/answers/{answer}/redactions", editor, R"({"field":"q","first":0,"past":4,"reason":"R","edits":0})"},
    {"DELETE /api/redactions/{redaction}", moderator, "{}"},
    {"PUT /api/answers/{answer}/files/{file}/withholding", editor, R"({"reason":"R"})"},
    {"DELETE /api/answers/{answer}/files/{file}/withholding", moderator, "{}"},
    {"POST /api/answers/{answer}/original", moderator, "{}"},
    {"PUT /api/answers-by-link/{link}/draft", nobody, R"({"page":1,"base":"","fields":{"q":["Ja"]},"unseen":["q"]})"},
    {"PUT /api/consultations/{consultation}/responses/{theme}", editor,
     R"({"base":1,"status":"partly","heard":"H","decided":"D","why":"W","version":0,"blocks":[],"quotes":[]})"},
    {"POST /api/consultations/{consultation}/report", editor, R"({"base":1,"open":[{theme}]})"},
    {"POST /api/answers/{answer}/settlement", moderator, R"({"let_in":false,"edits":0})"},
    {"POST /api/processes/{process}/ballots", editor,
     R"({"question":"Q","description":"D","document":{document},"kind":"options","choices":["A","B"],)"
     R"("disclosure":"named","results_visible":"always","admits_participants":true,"units":[UNIT],)"
     R"("opens":"2036-01-01T00:00:00Z","closes":"2036-02-01T00:00:00Z"})"},
    {"PATCH /api/ballots/{ballot}", editor,
     R"({"question":"Q","description":"D","kind":"options","choices":["A","B"]})"},
    {"POST /api/ballots/{ballot}/opening", editor, "{}"},
    {"POST /api/ballots/{ballot}/closing", editor, "{}"},
    {"PUT /api/ballots/{ballot}/vote", member, R"({"choice":1})"},
};

}  // namespace samrad::testing
