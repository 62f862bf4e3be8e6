// Two readers on a sample, of reading_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/json.hpp"
#include "features/read_answer.hpp"
#include "features/reading/reading_actions.hpp"
#include "storage/samples.hpp"
#include "storage/sessions.hpp"
#include "storage/standings.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::object sample_json(const storage::Sample& sample) {
    json::array readers;
    for (const auto* reader : {&sample.first, &sample.second}) {
        readers.push_back(
            json::object{{"id", reader->account.value}, {"name", reader->name}, {"done", reader->done.has_value()}});
    }
    return {{"id", sample.id.value},
            {"answers", sample.answers},
            {"at", to_iso(sample.created)},
            {"done", sample.done()},
            {"readers", std::move(readers)}};
}

template <class Number>
json::value or_null(const std::optional<Number>& number) {
    return number ? json::value(*number) : json::value(nullptr);
}

json::object agreement_json(const domain::ThemeAgreement& one) {
    return {{"theme", one.theme.value},     {"both", one.both},
            {"first_only", one.first_only}, {"second_only", one.second_only},
            {"neither", one.neither},       {"percent", one.percent},
            {"kappa", or_null(one.kappa)},  {"overlap", or_null(one.overlap)}};
}

// With the agreement once both are done: before, nobody is told how the two compare.
json::object sample_with_agreement(Work& work, const storage::Sample& sample) {
    auto object = sample_json(sample);
    if (!sample.done()) return object;
    const auto found = domain::agreement_of(storage::marks_of_sample(work.tx, sample));
    json::array themes;
    for (const auto& one : found.themes) themes.push_back(agreement_json(one));
    object["agreement"] = json::object{{"themes", std::move(themes)}, {"all", agreement_json(found.all)}};
    return object;
}

storage::Sample reach_sample(Work& work) {
    const auto sample = storage::find_sample(work.tx, work.id<SampleId>("sample"));
    if (!sample) throw missing();
    reach_answers(work, sample->consultation);
    return *sample;
}

// Those of the accounts who read the answers of a process, by their names.
std::vector<domain::Actor> readers_among(Work& work, const std::vector<AccountId>& accounts,
                                         const domain::Scope& scope) {
    auto actors = storage::find_actors(work.tx, accounts);
    std::erase_if(actors, [&](const auto& actor) { return !domain::may(actor, domain::Act::read_answers, scope); });
    std::sort(actors.begin(), actors.end(),
              [](const auto& a, const auto& b) { return a.name != b.name ? a.name < b.name : a.account < b.account; });
    return actors;
}

}  // namespace

http::Reply list_samples(Work& work) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    json::array items;
    for (const auto& sample : storage::samples_of(work.tx, consultation.id)) items.push_back(sample_json(sample));
    json::array readers;
    for (const auto& reader : readers_among(work, storage::officers_of(work.tx, scope.unit_path), scope)) {
        readers.push_back(json::object{{"id", reader.account.value}, {"name", reader.name}});
    }
    return reply_json(json::object{{"items", std::move(items)}, {"readers", std::move(readers)}});
}

http::Reply draw_sample(Work& work) {
    const auto [consultation, scope] =
        reach_locked_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::edit);
    Body body(work.request);
    const auto readers = body.maybe_numbers("readers", 2);
    const auto answers = body.number("answers", 1, 1000);
    if (!readers) body.refuse("input.missing", "readers");
    body.done();
    if (readers->size() != 2 || readers->at(0) == readers->at(1)) throw invalid("sample.two_readers", "readers");
    if (readers_among(work, {AccountId{readers->at(0)}, AccountId{readers->at(1)}}, scope).size() != 2) {
        throw invalid("sample.reads_no_answers", "readers");
    }
    const auto sample = storage::draw_sample(work.tx, consultation.id, AccountId{readers->at(0)},
                                             AccountId{readers->at(1)}, int(answers), work.actor.account);
    if (!sample) throw conflict("sample.nothing_to_draw");
    work.record("draw_sample", "consultation:" + std::to_string(consultation.id.value), std::to_string(sample->value));
    work.tell(topic_of(consultation.id), "samples", consultation.id.value);
    return reply_json(sample_json(storage::find_sample(work.tx, *sample).value()), 201);
}

http::Reply show_sample(Work& work) { return reply_json(sample_with_agreement(work, reach_sample(work))); }

http::Reply finish_sample(Work& work) {
    const auto sample = reach_sample(work);
    Body(work.request).done();
    if (work.actor.account != sample.first.account && work.actor.account != sample.second.account) {
        throw forbidden("sample.not_yours");
    }
    storage::finish_sample(work.tx, sample.id, work.actor.account);
    work.tell(topic_of(sample.consultation), "samples", sample.consultation.value);
    return reply_json(sample_with_agreement(work, storage::find_sample(work.tx, sample.id).value()));
}

}  // namespace samrad::features
