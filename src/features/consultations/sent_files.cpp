#include "features/consultations/sent_files.hpp"

#include <algorithm>

#include "features/consultations/reached_answer.hpp"

namespace samrad::features {

namespace {

using domain::QuestionKind;
using std::string;

std::size_t most_of(const domain::Question& question) {
    return std::min(domain::most_files, std::size_t(question.most.value_or(double(domain::most_files))));
}

void take_away(const domain::Question& question, const FormFields& sent, std::vector<string>& numbers) {
    const auto ticked = sent.find("remove." + question.key);
    if (ticked == sent.end()) return;
    std::erase_if(numbers, [&](const string& number) {
        return std::find(ticked->second.begin(), ticked->second.end(), number) != ticked->second.end();
    });
}

// "filename" for programs that know no more, "filename*" (RFC 6266) for the letters that others do.
string disposition_of(const string& name) {
    string plain, escaped;
    constexpr const char* digits = "0123456789ABCDEF";
    for (const char c : name) {
        const bool simple = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                            c == '_' || c == '-';
        plain += simple || c == ' ' ? c : '_';
        if (simple) {
            escaped += c;
        } else {
            escaped += {'%', digits[std::uint8_t(c) >> 4], digits[std::uint8_t(c) & 15]};
        }
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + escaped;
}

}  // namespace

bool asks_for_files(const domain::Section& section) {
    return std::any_of(section.questions.begin(), section.questions.end(),
                       [](const auto& question) { return question.kind == QuestionKind::file; });
}

std::vector<Problem> take_files(Work& work, ReachedAnswer& reached, const domain::Section& section,
                                const SentForm& sent) {
    std::vector<Problem> problems;
    for (const auto& question : section.questions) {
        if (question.kind != QuestionKind::file) continue;
        auto numbers = reached.typed[question.key];
        take_away(question, sent.fields, numbers);
        for (const auto& came : sent.files) {
            if (came.field != "file." + question.key) continue;
            const auto stored = std::count_if(reached.files.begin(), reached.files.end(),
                                              [&](const auto& file) { return file.question == question.key; });
            // Those that were taken away stay until the answer is sent without them.
            if (numbers.size() >= most_of(question) || std::size_t(stored) >= 4 * domain::most_files) {
                auto problem = invalid("answer.too_many", question.key);
                problem.facts = {{"most", std::to_string(most_of(question))}};
                problems.push_back(problem);
                break;
            }
            const auto [kind, wrong] = domain::kind_of_file(came.bytes);
            if (!kind) {
                problems.push_back(invalid(wrong->code, question.key));
                continue;
            }
            try {
                work.limits.take("answer_file:" + work.asker(), 6, 20);
            } catch (const Problem&) {
                problems.push_back(invalid("answer.file_limit", question.key));
                break;
            }
            storage::AnswerFile file{0,
                                     reached.answer.id,
                                     question.key,
                                     domain::harmless_name(came.name, *kind),
                                     *kind,
                                     std::int64_t(came.bytes.size())};
            file.id = storage::add_answer_file(work.tx, file, string(came.bytes));
            numbers.push_back(std::to_string(file.id));
            reached.files.push_back(std::move(file));
        }
        if (numbers.empty()) {
            reached.typed.erase(question.key);
        } else {
            reached.typed[question.key] = std::move(numbers);
        }
    }
    return problems;
}

bool is_sent(const storage::AnswerFile& file, const domain::Fields& sent) {
    const auto field = sent.find(file.question);
    const auto number = std::to_string(file.id);
    return field != sent.end() && std::find(field->second.begin(), field->second.end(), number) != field->second.end();
}

void drop_files_not_in(Work& work, const ReachedAnswer& reached, const domain::Fields& kept) {
    for (const auto& file : reached.files) {
        if (!is_sent(file, kept)) storage::remove_answer_file(work.tx, reached.answer.id, file.id);
    }
}

http::Reply file_reply(Work& work, const storage::AnswerFile& file) {
    http::Reply reply;
    reply.content_type = domain::media_type_of(file.kind);
    reply.headers.emplace_back("content-disposition", disposition_of(file.name));
    reply.headers.emplace_back("content-security-policy", "sandbox; default-src 'none'");
    reply.headers.emplace_back("cross-origin-resource-policy", "same-origin");
    reply.headers.emplace_back("cache-control", "no-store");
    reply.body = std::make_shared<const http::Body>(http::Body{storage::bytes_of_file(work.tx, file.id), {}});
    return reply;
}

}  // namespace samrad::features
