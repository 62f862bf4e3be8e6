#include "features/consultations/answer_pages.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "domain/form/answer_check.hpp"
#include "features/consultations/answer_about.hpp"
#include "features/consultations/answer_page.hpp"
#include "features/consultations/answer_words.hpp"
#include "features/consultations/asked_paragraphs.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/consultations/sent_files.hpp"
#include "features/dates.hpp"
#include "features/form_body.hpp"
#include "features/form_json.hpp"
#include "features/query.hpp"
#include "features/reach_consultation.hpp"
#include "features/texts.hpp"
#include "features/tokens.hpp"
#include "storage/consultations.hpp"
#include "storage/reports.hpp"
#include "storage/standings.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace {

using domain::AnswerState;
using std::string;

// Takes the fields of a section out of what was typed and puts in what came. Files stay until they are taken away, and
// so does what was typed where it is not asked any more: it was not on the page, and somebody may think better of it.
void put_in(domain::Fields& typed, const domain::Form& form, const domain::Section& section, const FormFields& sent) {
    const auto unseen = sent.find("unseen");
    domain::note_unseen(typed, section, unseen == sent.end() ? std::vector<string>{} : unseen->second);
    const auto passed = domain::passed_over(form, typed);
    for (const auto& question : section.questions) {
        if (question.kind == domain::QuestionKind::file) continue;
        for (const auto& name : domain::fields_of(question)) {
            const bool hidden = passed.contains(question.key) || domain::is_unseen(typed, question.key);
            if (hidden && !sent.contains("q." + name)) continue;
            typed.erase(name);
            const auto found = sent.find("q." + name);
            if (found == sent.end()) continue;
            auto values = found->second;
            std::erase_if(values, [](const string& value) { return value.empty(); });
            if (!values.empty()) typed[name] = std::move(values);
        }
    }
}

std::size_t place_in(const domain::Form& form, const string& number) {
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
        if (std::to_string(i + 1) == number) return i;
    }
    return 0;
}

std::optional<domain::Unit> find_unit_in(Work& work, const string& number) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), id);
    if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
    return storage::find_unit(work.tx, UnitId{id});
}

// The units in which the actor stands and that the actor may speak for, with whether their answer was begun.
FieldList speaking_fields(Work& work, ConsultationId consultation) {
    FieldList list;
    std::set<UnitId> known;
    for (const auto& [standing, name] : storage::standings_of_account(work.tx, work.actor.account)) {
        if (domain::refuse_speaking(work.actor, standing.path) || !known.insert(standing.unit).second) continue;
        Fields fields;
        fields.texts = {{"unit", std::to_string(standing.unit.value)}, {"unit_name", name}};
        fields.truths["begun"] = storage::answer_of_unit(work.tx, consultation, standing.unit).has_value();
        list.push_back(std::move(fields));
    }
    return list;
}

}  // namespace

ReachedAnswer AnswerPages::reach(Work& work, bool lock) const {
    try {
        auto reached = reach_answer(work, lock);
        put_paragraphs(work, reached, texts_);
        return reached;
    } catch (Problem& problem) {
        if (problem.code == "answer.gone" && lock) give_back(read_sent_form(work.request).fields, problem);
        throw;
    }
}

http::Reply AnswerPages::finish(Work& work, PlainPage page) const {
    auto reply = pages_.make(work, std::move(page));
    reply.headers.emplace_back("cache-control", "no-store");
    reply.headers.emplace_back("x-robots-tag", "noindex");
    return reply;
}

http::Reply AnswerPages::show_invitation(Work& work, const std::optional<Problem>& problem) const {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    const auto& rules = consultation.rules;
    const auto language = name_of(page_language(work));
    PlainPage page{"consultation", rules.title, {}, problem ? 422 : 200, {}};
    page.fields.texts = {{"id", std::to_string(consultation.id.value)},
                         {"process", std::to_string(consultation.process.value)},
                         {"document", rules.document ? std::to_string(rules.document->value) : ""},
                         {"version", std::to_string(rules.version)},
                         {"introduction_html", render_passage(rules.introduction)},
                         {"purpose", rules.purpose},
                         {"opens", date_for_people(to_iso(rules.opens), language)},
                         {"closes", date_for_people(to_iso(rules.closes), language)},
                         {"erases", date_for_people(to_iso(rules.erases), language)},
                         {"name", work.actor.name}};
    if (problem) page.fields.texts["problem"] = sentence_of(*problem, page_language(work));
    auto& truths = page.fields.truths;
    truths["open"] = domain::is_open(consultation, work.now);
    truths["draft"] = !consultation.published;
    truths["coming"] = consultation.published && work.now < rules.opens;
    truths["over"] = consultation.published && work.now >= rules.closes;
    truths["anonymous"] = rules.allows_anonymous;
    truths["publishes"] = rules.publishes_answers;
    truths["reported"] = !storage::editions_of(work.tx, consultation.id).empty();
    truths["types_paper"] = domain::may(work.actor, domain::Act::edit, scope);
    page.fields.lists["units"] = speaking_fields(work, consultation.id);
    truths["speaks"] = !page.fields.lists["units"].empty();
    return finish(work, std::move(page));
}

http::Reply AnswerPages::invitation(Work& work) const { return show_invitation(work, std::nullopt); }

http::Reply AnswerPages::begin(Work& work) const {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    require(domain::refuse_answer(consultation, work.now));
    work.limits.take("begin_answer:" + work.asker(), 20, 20);
    const auto sent = read_form_body(work.request.body);
    const auto as = typed_in(sent, "as");
    const auto token = new_token();
    const auto go_on = [&] { return http::Reply::redirect("/answers/" + token); };
    storage::Answer answer;
    answer.consultation = consultation.id;
    answer.revision = consultation.revision;
    answer.once = consultation.rules.once == domain::Once::person;
    if (page_language(work) == domain::Language::en) answer.language = domain::FormLanguage::en;
    if (work.actor.signed_in() && as != "nobody") answer.account = work.actor.account;
    if (as.starts_with("unit:")) {
        const auto unit = find_unit_in(work, as.substr(5));
        if (!unit) throw missing();
        require(domain::refuse_speaking(work.actor, unit->path));
        answer.body.unit = unit->id;
        answer.voice = storage::voice_of(work.tx, unit->id);
        // Several people of a unit may write on its one answer, each by a link of their own.
        storage::lock_unit(work.tx, unit->id);
        if (const auto begun = storage::answer_of_unit(work.tx, consultation.id, unit->id)) {
            storage::add_answer_link(work.tx, *begun, hash_token(token));
            return go_on();
        }
    } else if (as == "organisation") {
        std::vector<Problem> problems =
            domain::read_body({typed_in(sent, "organisation"), {}, {}, {}, {}, {}}, answer.body);
        if (!problems.empty()) return show_invitation(work, problems.front());
        answer.voice = domain::Voice::organisations;
    } else if (as == "paper") {
        require(domain::refuse(work.actor, domain::Act::edit, scope));
        answer.entered_by = work.actor.account;
        answer.account.reset();
    } else if (answer.account) {
        answer.voice = storage::voice_of(work.tx, work.actor.account);
        const auto begun =
            answer.once ? storage::answer_of_account(work.tx, consultation.id, work.actor.account) : std::nullopt;
        if (begun) {
            storage::add_answer_link(work.tx, *begun, hash_token(token));
            return go_on();
        }
    }
    if (!storage::begin_answer(work.tx, answer, hash_token(token))) {
        // A second press on the button, at once with the first: both go to one answer.
        const auto begun = storage::answer_of_account(work.tx, consultation.id, work.actor.account);
        if (!begun) throw conflict("answer.given_already");
        storage::add_answer_link(work.tx, *begun, hash_token(token));
    }
    return go_on();
}

http::Reply AnswerPages::section(Work& work) const {
    const auto reached = reach(work, false);
    const auto asked = asked_sections(reached.form, reached.typed);
    const int page = number_in(work, "page", int(reached.form.sections.size()));
    const auto place = page == 0 ? asked.front() : std::size_t(page - 1);
    if (std::find(asked.begin(), asked.end(), place) == asked.end()) {
        return http::Reply::redirect(reached.link + "?page=" + std::to_string(asked.front() + 1));
    }
    auto shown = section_page(reached, place, {});
    warn_of_sign_in(work, reached, shown);
    return finish(work, std::move(shown));
}

http::Reply AnswerPages::store(Work& work) const {
    auto reached = reach(work, true);
    const auto refusal = refuse_writing(work, reached);
    const auto form = read_sent_form(work.request);
    const auto& sent = form.fields;
    const auto place = place_in(reached.form, typed_in(sent, "page"));
    const auto& section = reached.form.sections[place];
    const auto stood = fields_of_section(section, reached.typed);
    put_in(reached.typed, reached.form, section, sent);
    const auto base = typed_in(sent, "base");
    // Nothing is stored where it comes back: it goes on from what its reader has seen.
    auto base_shown = base;
    const auto show = [&](const Problem& problem, int status) {
        auto page = section_page(reached, place, {});
        page.fields.texts["problem"] = sentence_of(problem, reached.words());
        page.fields.texts["base"] = base_shown;
        put_sign_in(work, reached, {problem}, page);
        page.status = status;
        return page;
    };
    if (refusal) return finish(work, show(*refusal, http::status_of(refusal->kind)));
    const bool stale = !base.empty() && base != state_of(stood);
    if (stale && fields_of_section(section, reached.typed) != stood) {
        base_shown = state_of(stood);
        return finish(work, show(conflict("answer.changed_elsewhere"), 409));
    }
    auto problems = take_files(work, reached, section, form);
    const auto stored = typed_json(reached);
    if (stored.size() > 1'000'000) return finish(work, show({Kind::too_large, "answer.too_large", {}, {}, 0}, 413));
    storage::save_typed(work.tx, reached.answer.id, stored);
    const auto asked = asked_sections(reached.form, reached.typed);
    const auto at = std::find(asked.begin(), asked.end(), place);
    const auto act = typed_in(sent, "act");
    const auto go_to = [&](std::size_t next) {
        return http::Reply::redirect(reached.link + "?page=" + std::to_string(next + 1));
    };
    if (act.starts_with("language:")) {
        if (const auto language = from_name<domain::FormLanguage>(act.substr(9))) {
            storage::set_language(work.tx, reached.answer.id, *language);
        }
        return go_to(place);
    }
    if (act == "stay" && problems.empty()) return go_to(place);
    if (act == "back" && at != asked.begin() && at != asked.end()) return go_to(*(at - 1));
    const auto checked = domain::check_answer(reached.form, domain::without_passed_over(reached.form, reached.typed),
                                              facts_of(reached), {section.key});
    problems.insert(problems.end(), checked.problems.begin(), checked.problems.end());
    if (!problems.empty()) return finish(work, section_page(reached, place, problems));
    const auto next = std::upper_bound(asked.begin(), asked.end(), place);
    if (next == asked.end()) return http::Reply::redirect(reached.link + "/review");
    return go_to(*next);
}

}  // namespace samrad::features
