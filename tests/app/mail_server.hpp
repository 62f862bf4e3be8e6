// A mail server in a thread, for tests: it takes mails, or behaves badly in one chosen way.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace samrad::testing {

class MailServer {
public:
    enum class Manner {
        good,
        refuses_recipient,  // 550 for good
        busy,               // 451 for now
        drops_after_data,   // hangs up when it has the whole mail, without saying that it has
        garbles,            // answers with what is no SMTP
    };
    struct Taken {
        std::string sender;
        std::vector<std::string> recipients;
        std::string text;
    };

    // `port` 0 takes a free one; a server that comes back takes the port it had.
    explicit MailServer(Manner manner = Manner::good, unsigned short port = 0) : manner_(manner) {
        listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int yes = 1;
        setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        socklen_t size = sizeof address;
        auto* const plain = reinterpret_cast<sockaddr*>(&address);
        if (bind(listener_, plain, size) != 0 || listen(listener_, 8) != 0) throw std::runtime_error("no port");
        getsockname(listener_, plain, &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~MailServer() {
        shutdown(listener_, SHUT_RDWR);
        thread_.join();
        close(listener_);
    }
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;

    unsigned short port() const { return port_; }
    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    std::vector<Taken> taken() const {
        const std::lock_guard lock(mutex_);
        return taken_;
    }

private:
    void serve() {
        for (int client; (client = accept(listener_, nullptr, nullptr)) >= 0; close(client)) talk(client);
    }

    // One line without its end; false when the client is gone.
    static bool read_line(int client, std::string& line) {
        line.clear();
        for (char c; recv(client, &c, 1, 0) == 1;) {
            if (c == '\n') {
                if (!line.empty() && line.back() == '\r') line.pop_back();
                return true;
            }
            line.push_back(c);
        }
        return false;
    }
    static void say(int client, const std::string& line) {
        const std::string bytes = line + "\r\n";
        send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    void talk(int client) {
        say(client, manner_ == Manner::garbles ? "HTTP/1.1 200 OK" : "220 mail.example.org");
        Taken mail;
        std::string line;
        while (read_line(client, line)) {
            if (line.starts_with("EHLO") || line.starts_with("HELO")) {
                say(client, "250 mail.example.org");
            } else if (line.starts_with("MAIL FROM:")) {
                mail.sender = line.substr(10);
                say(client, manner_ == Manner::busy ? "451 later" : "250 ok");
            } else if (line.starts_with("RCPT TO:")) {
                mail.recipients.push_back(line.substr(8));
                say(client, manner_ == Manner::refuses_recipient ? "550 nobody here" : "250 ok");
            } else if (line == "DATA") {
                say(client, "354 go on");
                while (read_line(client, line) && line != ".") mail.text += line + "\n";
                if (manner_ == Manner::drops_after_data) return;
                const std::lock_guard lock(mutex_);
                taken_.push_back(std::exchange(mail, {}));
                say(client, "250 taken");
            } else if (line == "QUIT") {
                return say(client, "221 bye");
            } else {
                say(client, "250 ok");
            }
        }
    }

    Manner manner_;
    int listener_ = -1;
    unsigned short port_ = 0;
    mutable std::mutex mutex_;
    std::vector<Taken> taken_;
    std::thread thread_;
};

}  // namespace samrad::testing
