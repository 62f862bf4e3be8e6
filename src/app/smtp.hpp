// Two ways for a mail to leave: by SMTP, or as a file in a folder.
#pragma once

#include <string>

namespace samrad::app {

struct SmtpServer {
    std::string url;  // "smtp://mail.example.org:587" or "smtps://…"
    std::string user;
    std::string password;
};

enum class Delivery {
    done,
    refused,      // for good: this recipient or this message
    later,        // this mail, for now
    unreachable,  // no mail gets anywhere just now
};

struct Outcome {
    Delivery delivery = Delivery::done;
    std::string failure;
};

// Both block; 60 s at most for SMTP. TLS is used where the server offers it and required where a password is sent.
// `message` is a whole mail with CRLF.
Outcome send_by_smtp(const SmtpServer& server, const std::string& sender, const std::string& recipient,
                     const std::string& message);
// Writes FOLDER/<name>.eml, whole or not at all, for its owner alone; makes the folder.
Outcome write_to_folder(const std::string& folder, const std::string& name, const std::string& message);

}  // namespace samrad::app
