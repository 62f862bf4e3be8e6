#include "features/process_news.hpp"

#include "storage/documents.hpp"

namespace samrad::features {

void tell_process(Work& work, ProcessId process) {
    work.tell("process:" + std::to_string(process.value), "process", process.value);
}

void tell_process_and_documents(Work& work, ProcessId process) {
    tell_process(work, process);
    for (const auto& document : storage::documents_of(work.tx, {process})) {
        work.tell("document:" + std::to_string(document.id.value), "document", document.id.value);
    }
}

}  // namespace samrad::features
