// A consultation of the demo, with answers to it.
#pragma once

#include "app/demo/demo_people.hpp"
#include "base/time.hpp"
#include "domain/form/fields.hpp"
#include "features/texts.hpp"
#include "storage/answers.hpp"
#include "storage/pool.hpp"

namespace samrad::app {

// An open consultation of the process about the document's first version, which is `text`, with nearly every kind of
// question in it and `count` answers, the same every time.
ConsultationId add_demo_consultation(storage::Transaction& tx, ProcessId process, DocumentId document,
                                     const features::Text& text, const DemoOrganisation& all, Time today, int count);

// What somebody answers to it, without the parents' campaign.
domain::Fields demo_answer(unsigned seed);
// Sends an answer that was begun.
void submit_demo_answer(storage::Transaction& tx, storage::Answer answer, const domain::Form& form,
                        const domain::Fields& fields);

}  // namespace samrad::app
