#include "features/consultations/answer_help.hpp"

#include <boost/json.hpp>

#include "domain/form/answer_check.hpp"
#include "features/body.hpp"
#include "features/consultations/answer_about.hpp"
#include "features/consultations/answer_words.hpp"
#include "features/consultations/proof_of_work.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/consultations/seen_review.hpp"
#include "features/consultations/sent_files.hpp"
#include "features/json.hpp"
#include "features/reach_consultation.hpp"
#include "storage/proofs.hpp"

namespace samrad::features {

namespace json = boost::json;
using std::string;

namespace {

constexpr auto challenge_lifetime = std::chrono::hours(2);

// Values of the fields named, as the body has them, with `mark` in front of their names.
domain::Fields read_fields(Body& body, const std::vector<string>& names, const string& mark) {
    domain::Fields fields;
    for (const auto& name : names) {
        auto values = body.maybe_texts(name, domain::most_options + 1, 100'000);
        if (!values) continue;
        std::erase_if(*values, [](const string& value) { return value.empty(); });
        if (!values->empty()) fields[mark + name] = *std::move(values);
    }
    return fields;
}

// The fields of a section that are typed; files are sent on their own.
std::vector<string> names_of_section(const domain::Section& section) {
    std::vector<string> names;
    for (const auto& question : section.questions) {
        if (question.kind == domain::QuestionKind::file) continue;
        const auto own = domain::fields_of(question);
        names.insert(names.end(), own.begin(), own.end());
    }
    return names;
}

json::array problems_json(const std::vector<Problem>& problems, domain::Language language) {
    json::array list;
    for (const auto& problem : problems) {
        list.push_back(json::object{
            {"field", problem.field}, {"code", problem.code}, {"sentence", sentence_of(problem, language)}});
    }
    return list;
}

}  // namespace

http::Reply give_challenge(Work& work) {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    work.limits.take("challenge:" + work.asker(), 60, 60);
    const auto made =
        new_challenge(consultation.id, work.now + challenge_lifetime, storage::proof_keys(work.tx).front());
    auto reply = reply_json({{"algorithm", "SHA-256"},
                             {"challenge", made.challenge},
                             {"salt", made.salt},
                             {"signature", made.signature},
                             {"maxnumber", most_tries_of_proof}});
    reply.headers.emplace_back("cache-control", "no-store");
    return reply;
}

http::Reply save_draft(Work& work) {
    auto reached = reach_answer(work, true);
    require(refuse_writing(work, reached));
    work.limits.take("save_draft:" + std::to_string(reached.answer.id.value), 60, 60);
    Body body(work.request);
    const auto page = body.maybe_number("page", 1, std::int64_t(reached.form.sections.size()));
    const auto base = body.text("base", 0, 100);
    auto inner = body.maybe_object("fields");
    if (!inner) body.refuse("input.missing", "fields");
    const auto* section = page ? &reached.form.sections[std::size_t(*page - 1)] : nullptr;
    const auto names = section ? names_of_section(*section) : about_names();
    const auto sent = read_fields(*inner, names, section ? "" : "#");
    inner->done();
    const auto unseen = body.maybe_texts("unseen", domain::most_questions, 100).value_or(std::vector<string>{});
    body.done();
    const auto state = [&] {
        return section ? state_of(fields_of_section(*section, reached.typed)) : state_of_review(reached);
    };
    const auto stood = state();
    if (section) {
        domain::note_unseen(reached.typed, *section, unseen);
        const auto passed = domain::passed_over(reached.form, reached.typed);
        for (const auto& question : section->questions) {
            const bool hidden = passed.contains(question.key) || domain::is_unseen(reached.typed, question.key);
            if (question.kind == domain::QuestionKind::file || hidden) continue;
            for (const auto& name : domain::fields_of(question)) reached.typed.erase(name);
        }
        for (const auto& [name, values] : sent) reached.typed[name] = values;
    } else {
        reached.about = sent;
    }
    const auto now = state();
    // Of the last page: that what was answered is as it was seen, too, since all of it is sent from there.
    const bool unseen_answers = !section && !base.empty() && !saw_answers(reached, base);
    if (unseen_answers || (base != stood && now != stood)) throw conflict("answer.changed_elsewhere");
    std::vector<Problem> problems;
    if (section) {
        auto facts = facts_of(reached);
        facts.complete = false;
        problems = domain::check_answer(reached.form, domain::without_passed_over(reached.form, reached.typed), facts,
                                        {section->key})
                       .problems;
        std::erase_if(problems, [](const Problem& one) { return one.code == "answer.not_asked"; });
    }
    const auto stored = typed_json(reached);
    if (stored.size() > 1'000'000) throw Problem{Kind::too_large, "answer.too_large", {}, {}, 0};
    storage::save_typed(work.tx, reached.answer.id, stored);
    return reply_json({{"base", now}, {"problems", problems_json(problems, reached.words())}});
}

}  // namespace samrad::features
