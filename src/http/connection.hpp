// One HTTP/1.1 connection: what it holds and what it does, in connection.cpp (answering) and connection_bytes.cpp
// (reading and writing). Private to http/: it includes Asio.
#pragma once

#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "http/header_check.hpp"
#include "http/outgoing.hpp"
#include "http/request_parser.hpp"
#include "http/serving.hpp"

namespace samrad::http {

inline constexpr auto use_task = asio::use_awaitable_t<Executor>{};

class Connection final : public Kept {
public:
    Connection(Serving& serving, Socket socket, AddressSlot slot)
        : serving_(serving), socket_(std::move(socket)), slot_(std::move(slot)) {
        serving_.keep(*this);
    }
    ~Connection() { serving_.drop(*this); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Task<void> run();

    void sweep(Clock::time_point now) override {
        if (now < deadline_) return;
        timed_out_ = true;
        cancel();
    }
    void wind_up() override {
        if (idle_) cancel();
    }
    void cut() override {
        boost::system::error_code ignored;
        socket_.close(ignored);
    }

private:
    // A request whose header was read, on its way to an answer.
    struct Exchange {
        std::shared_ptr<Request> request = std::make_shared<Request>();
        RequestParser parser;
        bool has_body = false;
        bool upgrade = false;
        bool expects_continue = false;
        std::optional<std::size_t> content_length;
        std::optional<Verb> verb;
        std::optional<Refusal> refusal;  // answered at once, and the connection closed
        Asker asker;
    };

    void cancel() {
        boost::system::error_code ignored;
        socket_.cancel(ignored);
    }
    void wait_until(Clock::duration from_now) {
        timed_out_ = false;
        deadline_ = Clock::now() + from_now;
    }
    void wait_freely() { deadline_ = Clock::time_point::max(); }
    std::string_view pending() const { return std::string_view(in_).substr(start_); }
    void consume(std::size_t bytes);

    Task<bool> read_some();
    Task<std::size_t> read_header();
    void understand(std::string_view block, Exchange& exchange);
    Task<bool> read_body(Exchange& exchange, std::size_t limit);
    Task<std::optional<Reply>> answer(Exchange& exchange);
    Task<Reply> answer_by_route(Exchange& exchange);
    Task<std::optional<Reply>> upgrade(Exchange& exchange);
    Task<bool> write(std::string_view head, std::string_view body);
    Task<bool> write(const ScratchFile& file);
    Task<void> linger();

    Serving& serving_;
    Socket socket_;
    AddressSlot slot_;
    Clock::time_point deadline_ = Clock::time_point::max();
    bool timed_out_ = false;
    bool idle_ = false;   // between requests
    bool taken_ = false;  // the live socket has it now
    std::string in_;
    std::size_t start_ = 0;  // in_ before here is done with
    bool first_ = true;
};

}  // namespace samrad::http
