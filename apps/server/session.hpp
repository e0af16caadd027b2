// One connection: requests in, replies out, one after the other, within the limits. All of it runs on the one thread of
// input and output; nothing here computes.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/dispatch.hpp"
#include "server/flights.hpp"
#include "server/limits.hpp"

namespace entente::server {

class Sessions;

// What all connections share.
struct Shared {
    Served& served;
    Address address;
    Limits limits;
    Flights& flights;
    Sessions& sessions;
};

class Session : public std::enable_shared_from_this<Session> {
public:
    Session(boost::asio::ip::tcp::socket socket, Shared& shared);

    void start();
    void close();

    // How long the client has kept the server waiting for a request; nothing while the server works for it.
    [[nodiscard]] std::optional<std::chrono::steady_clock::duration> kept_waiting() const;

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Response = boost::beast::http::response<boost::beast::http::span_body<const char>>;
    using ErrorCode = boost::beast::error_code;

    void give(Limits::Time time);
    void await_request(Limits::Time patience);
    void read_head();
    void answer_head();
    void continue_with_body();
    void read_body();
    void work();
    void watch_for_departure();
    void refuse_unreadable(const ErrorCode& error);
    void refuse_and_close(int status, std::string what, std::string advice = {});
    void send(Reply reply);
    void written(const ErrorCode& error);
    void say_farewell();
    void drain(std::size_t bytes_left);
    void leave_flight();

    boost::asio::ip::tcp::socket socket_;
    boost::asio::steady_timer deadline_;
    Shared& shared_;
    boost::beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    std::optional<Task> task_;
    FlightPtr flight_;
    Reply reply_;
    std::optional<Response> response_;
    std::optional<boost::beast::http::response_serializer<boost::beast::http::span_body<const char>>> serializer_;
    bool only_head_ = false;  // the request was HEAD
    bool keep_ = false;       // the connection outlives the reply
    bool closed_ = false;
    bool awaiting_ = true;
    std::chrono::steady_clock::time_point awaiting_since_ = std::chrono::steady_clock::now();
};

}  // namespace entente::server
