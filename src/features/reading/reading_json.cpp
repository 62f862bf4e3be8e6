#include "features/reading/reading_json.hpp"

#include <boost/json.hpp>

namespace samrad::features {

namespace json = boost::json;

json::object reading_json(const storage::ReadingItem& item) {
    return {{"id", item.id.value},
            {"receipt", item.receipt ? json::value(*item.receipt) : nullptr},
            {"revision", item.revision},
            {"edits", item.edits},
            {"changed", time_json(item.changed)},
            {"state", name_of(item.state)},
            {"held_for", item.held_for},
            {"voice", name_of(item.voice)},
            {"author", item.author_name},
            {"body", item.body},
            {"at", time_json(item.submitted)},
            {"fields", json::parse(item.shown)},
            {"read", item.read},
            {"marks", item.marks},
            {"family", json::object{{"id", item.family.value}, {"answers", item.family_size}}}};
}

json::object passage_json(const domain::Passage& passage) {
    return {{"field", passage.field}, {"first", passage.first}, {"past", passage.past}};
}

json::object mark_json(const domain::Mark& mark) {
    auto object = passage_json(mark.passage);
    object["id"] = mark.id.value;
    object["theme"] = mark.theme.value;
    object["reader"] = json::object{{"id", mark.reader.value}, {"name", mark.reader_name}};
    object["source"] = name_of(mark.source);
    object["because_of"] = mark.because_of ? json::value(mark.because_of->value) : nullptr;
    object["at"] = to_iso(mark.at);
    return object;
}

json::object redaction_json(const storage::Redaction& redaction) {
    auto object = passage_json(redaction.passage);
    object["id"] = redaction.id.value;
    object["reason"] = redaction.reason;
    object["by"] = redaction.author_name;
    object["at"] = to_iso(redaction.at);
    return object;
}

domain::Passage read_passage(Body& body) {
    domain::Passage passage;
    passage.field = body.text("field", 1, 100);
    passage.first = int(body.number("first", 0, 1'000'000));
    passage.past = int(body.number("past", 1, 1'000'000));
    return passage;
}

}  // namespace samrad::features
