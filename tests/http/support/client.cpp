#include "http/support/client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <stdexcept>

namespace samrad::test {

unsigned WireFrame::close_code() const {
    if (opcode != 8 || payload.size() < 2) return 0;
    return static_cast<unsigned char>(payload[0]) * 256u + static_cast<unsigned char>(payload[1]);
}

Client::Client(unsigned short port, int receive_buffer) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    if (receive_buffer != 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error("cannot connect");
    }
}

Client::~Client() { ::close(socket_); }

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Client::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool Client::fill() {
    char bytes[65536];
    const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
    if (got <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(got));
    return true;
}

Answer Client::answer(bool head) {
    Answer answer;
    std::size_t end;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) return answer;
    }
    const std::string block = buffer_.substr(0, end + 2);
    buffer_.erase(0, end + 4);
    const int status = std::stoi(block.substr(9, 3));
    for (std::size_t at = block.find("\r\n") + 2; at < block.size();) {
        const auto next = block.find("\r\n", at);
        const auto colon = block.find(": ", at);
        answer.headers[block.substr(at, colon - at)] = block.substr(colon + 2, next - colon - 2);
        at = next + 2;
    }
    const auto length = answer.headers.find("content-length");
    const std::size_t bytes = head || length == answer.headers.end() ? 0 : std::stoul(length->second);
    while (buffer_.size() < bytes) {
        if (!fill()) return answer;
    }
    answer.body = buffer_.substr(0, bytes);
    buffer_.erase(0, bytes);
    answer.status = status;
    return answer;
}

Answer Client::ask(std::string_view bytes) {
    send(bytes);
    return answer();
}

bool Client::ended() {
    if (!buffer_.empty()) return false;
    char byte;
    const auto got = ::recv(socket_, &byte, 1, 0);
    return got == 0 || (got < 0 && errno == ECONNRESET);
}

bool Client::drain(std::size_t* bytes) {
    if (bytes != nullptr) *bytes += buffer_.size();
    buffer_.clear();
    char dropped[65536];
    while (true) {
        const auto got = ::recv(socket_, dropped, sizeof dropped, 0);
        if (got == 0 || (got < 0 && errno == ECONNRESET)) return true;
        if (got < 0) return false;
        if (bytes != nullptr) *bytes += static_cast<std::size_t>(got);
    }
}

Answer Client::upgrade(unsigned short port, std::string_view headers) {
    std::string request = "GET /api/socket HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                          "\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
    request += headers;
    request += "\r\n";
    return ask(request);
}

bool Client::open_socket(unsigned short port) {
    return upgrade(port, "Origin: https://ours.example\r\n").status == 101;
}

std::string client_frame(unsigned first_byte, std::string_view payload, bool masked) {
    std::string bytes;
    bytes += static_cast<char>(first_byte);
    const unsigned mask = masked ? 0x80 : 0;
    if (payload.size() < 126) {
        bytes += static_cast<char>(mask | payload.size());
    } else if (payload.size() < 65536) {
        bytes += static_cast<char>(mask | 126);
        bytes += static_cast<char>(payload.size() >> 8);
        bytes += static_cast<char>(payload.size());
    } else {
        bytes += static_cast<char>(mask | 127);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes += static_cast<char>(static_cast<std::uint64_t>(payload.size()) >> shift);
        }
    }
    const std::string key = "\x11\x22\x33\x44";
    if (masked) bytes += key;
    for (std::size_t i = 0; i < payload.size(); ++i) {
        bytes += masked ? static_cast<char>(payload[i] ^ key[i % 4]) : payload[i];
    }
    return bytes;
}

bool Client::say(std::string_view text) { return send_frame(0x81, text); }

bool Client::send_frame(unsigned first_byte, std::string_view payload, bool masked) {
    return send(client_frame(first_byte, payload, masked));
}

WireFrame Client::frame() {
    const auto need = [&](std::size_t bytes) {
        while (buffer_.size() < bytes) {
            if (!fill()) return false;
        }
        return true;
    };
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(buffer_[i]); };
    if (!need(2)) return {};
    std::size_t head = 2;
    std::uint64_t length = byte(1) & 0x7f;
    if (length >= 126) {
        head = length == 126 ? 4 : 10;
        if (!need(head)) return {};
        length = 0;
        for (std::size_t i = 2; i < head; ++i) length = length << 8 | byte(i);
    }
    if (!need(head + length)) return {};
    WireFrame frame{(byte(0) & 0x80) != 0, byte(0) & 0x0fu, buffer_.substr(head, length)};
    // A server's frame has neither reserved bits nor a mask; anything else means that frames were cut into each other.
    if ((byte(0) & 0x70) != 0 || (byte(1) & 0x80) != 0) throw std::runtime_error("a cut frame");
    buffer_.erase(0, head + length);
    return frame;
}

WireFrame Client::message() {
    while (true) {
        WireFrame next = frame();
        if (next.opcode != 9) return next;
    }
}

unsigned close_code_after(unsigned short port, std::string_view bytes) {
    Client client(port);
    if (!client.open_socket(port)) return 1;
    client.send(bytes);
    while (true) {
        const WireFrame frame = client.message();
        if (frame.opcode == 8) return frame.payload.empty() ? 1005 : frame.close_code();
        if (frame.opcode == 0) return 1006;
    }
}

}  // namespace samrad::test
